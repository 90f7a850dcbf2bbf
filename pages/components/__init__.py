"""What the pages share, each file named for what it shows."""
