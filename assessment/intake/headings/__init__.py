"""The words of headings: which of them name periods, and which say that a column counts."""
