"""The page Harm."""
