"""Findings as slides: each a sentence, its picture, and what must be known with it."""
