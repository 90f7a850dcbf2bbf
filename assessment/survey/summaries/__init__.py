"""What a wave says, counted: shares with their ranges, and by group."""
