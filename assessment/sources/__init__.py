"""What is known of sources: whose each is, what it covers, when it is due, which of two leads."""
