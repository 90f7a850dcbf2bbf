"""What the pages Risk matrix and Score are made of."""
