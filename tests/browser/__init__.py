"""The real server, seen through a real browser."""
