"""What can be compared: the months that are covered, by which source, and what breaks a series."""
