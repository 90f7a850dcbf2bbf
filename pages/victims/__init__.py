"""The page Victims."""
