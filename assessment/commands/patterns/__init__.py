"""Commands that say where, when, how high and how unusual: one for each view of a question."""
