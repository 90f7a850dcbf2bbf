"""Authored data: what is counted, reference lists, and the example partnerships."""
