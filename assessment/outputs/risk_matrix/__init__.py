"""The risk matrix as it is shown: in words, as tables, and as a drawing."""
