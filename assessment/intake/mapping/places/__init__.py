"""Where the rows of an extract are: their positions, and the districts that these or wards give."""
