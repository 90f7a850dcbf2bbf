"""The cells of tables of counts: what each says, and what it is of."""
