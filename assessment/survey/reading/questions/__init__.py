"""The questions of an export: which columns are one question, of what kind, with which options."""
