"""Two measures of two data sets as they are shown: in words, by month, by area."""
