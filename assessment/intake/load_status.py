"""What becomes of a file, and how far its load has come: told of extracts and surveys alike."""

from collections.abc import Callable
from enum import StrEnum

# Given the share of the work that is done, and what is being done.
Progress = Callable[[float, str], None]


class LoadStatus(StrEnum):
    """What became of a file."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"  # the store already says all of it
    CHECKED = "checked"  # a dry run: nothing was kept
    ASKS = "asks"  # nothing was kept: a question has to be answered first
    REFUSED = "refused"
