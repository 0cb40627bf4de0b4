"""What each page does: find, check, act, answer."""
