"""How much counts vary: from month to month, from year to year, and what is beyond that."""
