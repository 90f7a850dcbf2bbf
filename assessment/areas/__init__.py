"""Small areas: how they are coded, where they lie, and which is in which."""
