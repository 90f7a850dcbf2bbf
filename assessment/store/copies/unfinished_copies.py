"""What a killed `backup` or `restore` has left: whole copies of the store under another name.

A part of a copy is written only by the program that has the store open, so that the next one that
opens it may remove it. A restore holds what it is about to put in the store's place.
"""

import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store.faults import is_open_elsewhere

PART = ".part"
LOG = logging.getLogger(__name__)


def draft_of(path: Path) -> Path:
    """Return where a copy lies before it takes the store's place."""
    return path.with_name(f"{path.name}.restoring")


def discard(draft: Path) -> None:
    """Remove a draft, with the log that DuckDB may have put beside it."""
    for file in (draft, draft.with_name(f"{draft.name}.wal")):
        file.unlink(missing_ok=True)


def clear_draft(path: Path) -> None:
    """Remove what a killed restore has left; raises StoreUnavailable while one is under way."""
    draft = draft_of(path)
    if draft.exists() and _is_held(draft):
        raise StoreUnavailable(
            f"A copy is just being put in the place of {path}. Try again when `restore` has ended."
        )
    discard(draft)


def clear_parts(folder: Path, *marks: str) -> None:
    """Remove what killed backups of the stores with these marks have left in a folder."""
    try:
        for left in [file for mark in marks for file in folder.glob(f"*-of-{mark}.*")]:
            if left.name.endswith((PART, f"{PART}.wal")):
                left.unlink(missing_ok=True)
    except OSError as error:  # a virus scanner, or a disk that has been taken out
        LOG.warning("What a stopped backup may have left in %s is still there: %s", folder, error)


@contextmanager
def holding(draft: Path) -> Iterator[None]:
    """Hold a draft as a living program does, so that nobody takes it for left behind."""
    try:
        connection = duckdb.connect(draft, read_only=True)
    except duckdb.Error as error:
        raise StoreUnavailable(
            f"{draft} was removed or is in use: the store was opened meanwhile. Nothing has been "
            "changed. Close whatever has the store open, and try again."
        ) from error
    with closing(connection):
        yield


def _is_held(draft: Path) -> bool:
    try:
        duckdb.connect(draft).close()
    except duckdb.Error as error:  # of half a file DuckDB says something else
        return is_open_elsewhere(error)
    return False
