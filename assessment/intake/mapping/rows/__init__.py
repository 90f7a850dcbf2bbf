"""What stands in the rows of a file: their dates, their references and people's details."""
