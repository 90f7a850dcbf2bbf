"""Priorities as they are shown: in words, and as tables to download."""
