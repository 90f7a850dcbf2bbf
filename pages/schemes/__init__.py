"""The parts of the page Schemes."""
