"""What the data say of an issue: each indicator with its value, its words and its source."""
