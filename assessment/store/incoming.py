"""The folder beside an open store for what is on its way in; it goes when the store is closed.

While the store is open, a file in it says which change was the last that somebody was told is
saved. A store that is found behind it has lost something, whatever its own log says.
"""

import shutil
import time
from contextlib import suppress
from pathlib import Path

ACKNOWLEDGED = "acknowledged"
DIGITS = 20
PRIVATE = 0o700
TRIES = 20
MOMENT = 0.05


def incoming_of(path: Path) -> Path:
    """Return where a store's folder is."""
    return path.with_name(f"{path.name}.incoming")


def spill_of(path: Path) -> Path:
    """Return where DuckDB puts what a large load moves out of memory."""
    return path.with_name(f"{path.name}.tmp")


def renew(path: Path) -> None:
    """Make the folder anew: what a killed load has left behind may hold personal data."""
    shutil.rmtree(spill_of(path), ignore_errors=True)
    shutil.rmtree(incoming_of(path), ignore_errors=True)
    incoming_of(path).mkdir(PRIVATE)


def remove(folder: Path) -> None:
    """Remove the folder, also while a load that has just been stopped still writes into it."""
    for _ in range(TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(MOMENT)


def acknowledge(folder: Path, version: int) -> None:
    """Note which change has been saved; always as long, so that no half of a number stands."""
    # A disk that is full may refuse this. The change is saved all the same.
    with suppress(OSError):
        (folder / ACKNOWLEDGED).write_text(f"{version:0{DIGITS}}", encoding="ascii")


def left_acknowledged(folder: Path) -> int | None:
    """Return which change had been saved when the program ended; None if it closed the store."""
    try:
        text = (folder / ACKNOWLEDGED).read_text(encoding="ascii")
    except OSError:
        return None
    return int(text) if len(text) == DIGITS and text.isdigit() else None
