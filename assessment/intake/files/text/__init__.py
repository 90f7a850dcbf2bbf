"""Text files: their encoding, their separator, and the table in them."""
