"""The risk matrix in words: ranks and bands, how firm they are, ties, and earlier years."""
