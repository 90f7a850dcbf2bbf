"""The pages, each against a small real store."""
