"""The page Places."""
