"""Scoring together: the workshop, those who have joined it, and how far they agree."""
