"""Scratch folders beside the store: files are read in them and wait in them, then they go.

On Windows nothing can be removed that another program has open, such as a virus scanner that has
just noticed it. Removing it is tried again; until it is gone, people are told.
"""

import logging
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from assessment.errors import StoreUnavailable
from assessment.store.beside.location import FOLDER_MODE

# A scanner lets go of a file within a second or two; a person who has it open takes longer.
PAUSES = (0.1, 0.2, 0.4, 0.8)
LONG_PAUSE = 5.0
LOG = logging.getLogger(__name__)

_still_there: dict[Path, str] = {}


def emptied(incoming: Path) -> Path:
    """Return the folder with nothing in it: what a killed load has left may hold personal data."""
    removed_before_use(incoming)
    incoming.mkdir(FOLDER_MODE)
    return incoming


def removed_before_use(folder: Path) -> None:
    """Remove what a killed program has left; raises StoreUnavailable where something holds it."""
    if folder.is_dir() and (why := _not_removed(folder)):
        raise StoreUnavailable(
            f"What an earlier upload has left in {folder} could not be removed ({why}), and may "
            "hold personal data. Close the program that has it open, such as a virus scanner, and "
            "try again."
        )


def new_folder(incoming: Path) -> Path:
    """Return a new folder that nobody else writes to; the caller has to let it go."""
    return Path(tempfile.mkdtemp(dir=incoming))


@contextmanager
def scratch_folder(incoming: Path) -> Iterator[Path]:
    """Lend a folder, and let it go afterwards."""
    folder = new_folder(incoming)
    try:
        yield folder
    finally:
        let_go(folder)


def let_go(folder: Path) -> None:
    """Remove a folder; while another program holds something in it, say so and go on trying."""
    if why := _not_removed(folder):
        _still_there[folder] = why
        LOG.warning(still_there(folder, why))
        Thread(target=_go_on_trying, args=(folder,), daemon=True).start()


def removed_for_good(incoming: Path) -> None:
    """Remove all of it as the store is closed: what is left then is cleared at its next opening."""
    if why := _not_removed(incoming):
        LOG.warning(still_there(incoming, why))


def still_held() -> tuple[str, ...]:
    """Say of every folder that could not be removed so far where it is, and what keeps it there."""
    return tuple(still_there(folder, why) for folder, why in list(_still_there.items()))


def still_there(folder: Path, why: str) -> str:
    """Say what has not been removed, and what becomes of it."""
    return (
        f"What was uploaded is still in {folder}: it could not be removed ({why}). Another "
        "program, such as a virus scanner, may have it open. It is tried again until it is gone, "
        "at the latest when the store is next opened."
    )


def _not_removed(folder: Path) -> str:
    """Remove a folder, trying for a moment; return why it is still there, or nothing."""
    why = ""
    for pause in (0.0, *PAUSES):
        time.sleep(pause)
        try:
            shutil.rmtree(folder)
        except OSError as error:
            why = error.strerror or str(error)
        if not folder.exists():
            return ""
    return why


def _go_on_trying(folder: Path) -> None:
    while _not_removed(folder):
        time.sleep(LONG_PAUSE)
    _still_there.pop(folder, None)
