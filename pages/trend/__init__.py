"""The page Trend."""
