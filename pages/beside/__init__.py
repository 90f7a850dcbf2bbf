"""The page Partners' data."""
