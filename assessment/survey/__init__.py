"""What residents say: from a survey tool's export to answers that can be counted."""
