"""What is kept of victims, where somebody has said what for: marks of who, and bands."""
