"""What the columns and the words of an extract mean."""
