"""What is said of a file: checked, loaded or refused, with what to know about it."""
