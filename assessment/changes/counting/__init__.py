"""What is counted: records by measure, area and month, for a place and for its peers."""
