"""The columns of an export: what its header, and rows that belong to it, say of each."""
