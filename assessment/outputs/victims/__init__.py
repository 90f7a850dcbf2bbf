"""Victims as they are shown: who they were, and who and what comes again."""
