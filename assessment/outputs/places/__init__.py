"""Places as they are shown: in words, on a map or as a ranked strip, and as tables."""
