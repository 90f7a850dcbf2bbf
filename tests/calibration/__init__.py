"""How often verdicts are wrong, what real data get, and whether a slow second way says the same."""
