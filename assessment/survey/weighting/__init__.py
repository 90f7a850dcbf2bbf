"""Weights by which those who answered stand for the population."""
