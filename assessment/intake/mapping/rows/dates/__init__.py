"""The dates of rows: their order, their zone, what is doubtful, and one date for each."""
