"""The page Outcomes."""
