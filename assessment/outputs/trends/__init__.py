"""Trends as they are shown: in words, as charts, and many of them side by side."""
