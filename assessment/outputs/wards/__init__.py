"""A ward as the public sees it: cards, a line, and sentences in plain words."""
