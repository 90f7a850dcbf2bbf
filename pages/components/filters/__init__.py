"""The questions that a person puts at the side of a page, every part of them in the address."""
