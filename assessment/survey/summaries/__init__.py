"""What a wave says, counted: shares with their ranges, by group, and between waves."""
