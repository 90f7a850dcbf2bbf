"""The references of rows: which column, which rows repeat one, and what keeps them apart."""
