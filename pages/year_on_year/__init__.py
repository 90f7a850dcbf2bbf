"""The page Year on year."""
