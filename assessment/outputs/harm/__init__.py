"""Harm as it is shown: in words and as tables."""
