"""What the pages about surveys are made of."""
