"""Totals that a file prints, held against its own rows."""
