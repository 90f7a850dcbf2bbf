"""Project evaluation."""
