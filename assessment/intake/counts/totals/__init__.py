"""What a table of counts prints of itself: totals, wholes beside their parts, and changes."""
