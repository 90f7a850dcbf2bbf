"""The table of an export: its header, its rows, its days, and what its columns and codes are."""
