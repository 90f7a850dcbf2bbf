"""Schemes as they are shown: in words, side by side, and as files."""
