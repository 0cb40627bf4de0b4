"""The interview as a talk: what is asked now, what was said, what the site says back."""
