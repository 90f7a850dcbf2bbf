"""The parts of the page Load a survey."""
