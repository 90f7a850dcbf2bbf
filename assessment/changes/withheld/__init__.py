"""What a reader may not see of an answer, in this period and over the years."""
