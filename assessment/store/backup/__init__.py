"""Backups: made while the store is in use, asked for from outside, and put back."""
