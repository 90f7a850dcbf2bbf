"""What is counted: measures, the sets in which they add up, flags, and harm."""
