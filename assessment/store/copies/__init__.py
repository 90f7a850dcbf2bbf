"""Copies of the store as files: how they are made whole, named, and cleared when unfinished."""
