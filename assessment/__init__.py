"""The strategic assessment, in plain Python: from extracts to priorities, without a browser."""

import sys

VERSION = "0.1.0"
SUPPORTED = ((3, 11), (3, 12), (3, 13))

# An installer would answer another Python with a list of all the versions there are of something.
# What stands here has to be understood by that other Python.
if sys.version_info[:2] not in SUPPORTED:
    sys.exit(
        f"This needs Python 3.11, 3.12 or 3.13, and this is Python {sys.version.split()[0]}. "
        "Install one of them, and write its name in place of this one's: python3.13 for python3 "
        "(Windows: py -3.13 for py)."
    )
