"""The parts of the page Findings."""
