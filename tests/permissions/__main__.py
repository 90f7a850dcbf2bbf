"""Write the table of who may ask what: python -m tests.permissions docs/permissions.md."""

import sys
from pathlib import Path

from tests.permissions.table import table

Path(sys.argv[1]).write_text(table(), encoding="utf-8")
