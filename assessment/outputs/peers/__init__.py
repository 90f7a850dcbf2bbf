"""A place beside the force's other districts, as a chart and in words."""
