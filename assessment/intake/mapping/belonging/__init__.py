"""Whose records a file holds, and which district all of it belongs to."""
