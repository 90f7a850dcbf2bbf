"""Times as they are shown: in words, as tables with colours, and as rows to download."""
