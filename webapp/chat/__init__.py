"""Typed Chinese, understood by fixed rules: what a message says, and what it does not say."""
