"""The folder beside an open store for what is on its way in; it goes when the store is closed.

While the store is open, a file in it says which change was the last that somebody was told is
saved. A store that is found behind it has lost something, whatever its own log says. Another says
at which address the dashboard is that has the store open.
"""

from contextlib import suppress
from pathlib import Path

from assessment.store.beside.scratch import emptied, removed_before_use

ACKNOWLEDGED, ADDRESS = "acknowledged", "address"
DIGITS = 20


def incoming_of(path: Path) -> Path:
    """Return where a store's folder is."""
    return path.with_name(f"{path.name}.incoming")


def spill_of(path: Path) -> Path:
    """Return where DuckDB puts what a large load moves out of memory."""
    return path.with_name(f"{path.name}.tmp")


def renew(path: Path) -> None:
    """Make the folder anew: what a killed load has left behind may hold personal data."""
    removed_before_use(spill_of(path))
    emptied(incoming_of(path))


def acknowledge(folder: Path, version: int) -> None:
    """Note which change has been saved; always as long, so that no half of a number stands."""
    # A disk that is full may refuse this. The change is saved all the same.
    with suppress(OSError):
        (folder / ACKNOWLEDGED).write_text(f"{version:0{DIGITS}}", encoding="ascii")


def give_address(folder: Path, address: str) -> None:
    """Note the address of the dashboard that has the store open, for others who find it open."""
    with suppress(OSError):
        (folder / ADDRESS).write_text(address, encoding="utf-8")


def address_of(folder: Path) -> str | None:
    """Return the address of the dashboard that has the store open; None if none is noted."""
    try:
        return (folder / ADDRESS).read_text(encoding="utf-8") or None
    except OSError:
        return None


def left_acknowledged(folder: Path) -> int | None:
    """Return which change had been saved when the program ended; None if it closed the store."""
    try:
        text = (folder / ACKNOWLEDGED).read_text(encoding="ascii")
    except OSError:
        return None
    return int(text) if len(text) == DIGITS and text.isdigit() else None
