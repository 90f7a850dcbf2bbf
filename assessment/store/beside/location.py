"""Where the store is by default, and who may read what is there."""

import os
from pathlib import Path

VARIABLE = "ASSESSMENT_STORE"
# Every way to name a file that works both for a command and for the dashboard.
HOW = f"with --store, or in the environment variable {VARIABLE}"
DEFAULT = Path(__file__).parents[3] / "data" / "store" / "assessment.duckdb"
# Only the owner may read or write a file that this program makes, or enter a folder.
OWNER_ONLY = 0o077
FILE_MODE, FOLDER_MODE = 0o600, 0o700


def store_path(path: str | None = None) -> Path:
    """Return the path asked for, else the environment's, else the one beside the code."""
    return Path(path or os.environ.get(VARIABLE) or DEFAULT)
