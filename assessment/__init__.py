"""The strategic assessment, in plain Python: from extracts to priorities, without a browser."""
