"""What the words and codes of a category column mean."""
