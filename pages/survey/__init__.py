"""The parts of the page Survey."""
