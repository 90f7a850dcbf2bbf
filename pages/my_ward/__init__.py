"""The page My ward."""
