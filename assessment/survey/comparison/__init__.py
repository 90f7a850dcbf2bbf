"""What differs between the waves of a survey, item by item, and why some cannot be compared."""
