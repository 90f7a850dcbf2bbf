"""What pages were once told, kept per version of the data and per audience."""
