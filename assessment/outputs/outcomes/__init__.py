"""Outcomes as they are shown: in words, as bars, and as tables."""
