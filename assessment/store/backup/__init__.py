"""Copies of the store: made while it is in use, kept, and put back."""
