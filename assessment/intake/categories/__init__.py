"""Meanings of categories, kept, listed, changed and counted anew."""
