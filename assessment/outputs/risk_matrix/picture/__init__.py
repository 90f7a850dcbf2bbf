"""The risk matrix as a drawing: its frame, points, names, and bars of what has no point."""
