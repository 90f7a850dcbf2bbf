"""The waves that are kept: written, listed, removed, and named."""
