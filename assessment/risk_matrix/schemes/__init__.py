"""Schemes as they are kept: listed, changed, and used by assessments."""
