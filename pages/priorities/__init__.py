"""The parts of the page Priorities."""
