"""What a project did, in words, as a chart and as a table."""
