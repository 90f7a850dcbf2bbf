"""Boundaries and look-ups of small areas, as the ONS publishes them."""
