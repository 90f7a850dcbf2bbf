"""Files as they arrive: what they are, and the tables within them."""
