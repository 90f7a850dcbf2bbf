"""From an extract of any shape to records in the store, and what an analyst is told of it."""
