"""The parts of the page Risk matrix."""
