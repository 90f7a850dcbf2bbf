"""Changes as they are shown: in words, as tables, cards and pictures the size of a word."""
