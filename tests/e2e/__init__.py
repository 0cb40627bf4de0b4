"""Whole journeys in Debian's Chromium, on a small phone."""
