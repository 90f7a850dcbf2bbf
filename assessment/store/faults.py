"""What DuckDB's errors mean to whoever uses the store, and which of them are our own mistakes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store.cursors import STOPPING
from assessment.store.incoming import address_of, incoming_of
from assessment.store.location import HOW

HOLDER = re.compile(r"held in (?P<program>.*?) \(PID (?P<process>\d+)\)")
IN_USE = "being used by another process"  # as Windows says it
NOT_OPENED = re.compile(r'Cannot open file "(?P<file>.*?)": (?P<reason>.*)')
NO_ROOM = (
    "No space left on device",
    "not enough space on the disk",
    "Disk quota exceeded",
    "File too large",
)
# What DuckDB says of a log that is of another time, or of another store, than the file beside it.
LOG = "WAL file"
NOT_ITS_LOG = ("WAL does not match", "the WAL checkpoint iteration does not match")
# What the file or the machine does to a query. The others, such as a column that is not there, are
# mistakes of the code and show as such.
NOT_OUR_MISTAKE = (
    duckdb.IOException,
    duckdb.SerializationException,
    duckdb.FatalException,
    duckdb.InternalException,
    duckdb.OutOfMemoryException,
)
INTERRUPTED = "Query interrupted"
CORRUPT = "Corrupt database file"  # raised as a plain duckdb.Error


class NoStore(StoreUnavailable):
    """There is none, and one can be made."""


class IsOpenElsewhere(StoreUnavailable):
    """Another program has the store open; a dashboard can be asked for a backup."""


def unavailable(path: Path, error: duckdb.Error) -> StoreUnavailable:
    """Return what is told of an error of DuckDB's."""
    text = str(error)
    held = HOLDER.search(text) or IN_USE in text
    return (IsOpenElsewhere if held else StoreUnavailable)(what_happened(path, error))


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn what the file or the machine did to a query into StoreUnavailable."""
    try:
        yield
    except duckdb.Error as error:
        if isinstance(error, duckdb.InterruptException):
            raise StoreUnavailable(STOPPING) from error
        # A commit that finds no room is not told by its class.
        if not isinstance(error, NOT_OUR_MISTAKE) and not _is_told_by_text(str(error)):
            raise
        raise StoreUnavailable(what_happened(path, error)) from error
    except RuntimeError as error:  # what Ctrl+C becomes inside a query
        if INTERRUPTED not in str(error):
            raise
        raise KeyboardInterrupt from error


def _is_told_by_text(text: str) -> bool:
    return any(words in text for words in (CORRUPT, *NO_ROOM))


def what_happened(path: Path, error: duckdb.Error) -> str:
    """Say why the store cannot be opened or read, and what to do."""
    text = str(error)
    if holder := HOLDER.search(text):
        return open_elsewhere(path, f" ({holder['program']}, process {holder['process']})")
    if IN_USE in text:
        return open_elsewhere(path)
    if any(words in text for words in NOT_ITS_LOG):
        return of_another_time(path)
    if LOG in text:
        return log_damaged(path)
    if "newer" in text and "version" in text:
        return f"The store {path.name} was written by a newer version of DuckDB. Update first."
    if isinstance(error, duckdb.OutOfMemoryException) or any(words in text for words in NO_ROOM):
        return (
            "The machine has too little memory or room on its disk for this. Nothing has been "
            f"changed. Make room where {path} is, and try again."
        )
    if found := NOT_OPENED.search(text):
        return not_usable(Path(found["file"]), found["reason"])
    return damaged(path)


def open_elsewhere(path: Path, program: str = "") -> str:
    """Say that another program has the store, and which it is or is likely to be."""
    address = address_of(incoming_of(path))
    which = (
        f"It is the dashboard at {address}"
        if address
        else "It is probably the dashboard, or a command that is at work"
    )
    return (
        f"The store {path.name} is open in another program{program}. {which}. Close that program, "
        "or do this in it: only one program can use the store at a time."
    )


def not_usable(path: Path, reason: str, otherwise: str = f"name another file {HOW}") -> str:
    """Say what the machine has against a file or folder; whether it is damaged nobody knows."""
    return (
        f"{path} cannot be opened or made: {reason.rstrip('.')}. See that you may read and write "
        f"there, or {otherwise}."
    )


def not_writable(folder: Path, done: str, reason: str) -> str:
    """Say what the machine has against the folder that a store is in or is to be in."""
    return (
        f"The store's folder {folder} cannot be {done}: {reason.rstrip('.')}. Nothing has been "
        "changed. A store needs room beside it, for its log and for what comes in. See that you "
        f"may write there, or name a file in another folder {HOW}."
    )


def log_damaged(path: Path) -> str:
    """Say that the last changes cannot be read, and how to go on without them."""
    return (
        f"{path.name}.wal, which holds the last changes of the store {path}, is damaged. Nothing "
        f"has been changed. To go on without those changes, give {path.name} another name, and "
        "then: .venv/bin/python -m assessment restore THAT-NAME (Windows: "
        ".venv\\Scripts\\python). That puts the .wal aside. Afterwards look at what was entered "
        "last, and enter it again. No backup is newer than this file."
    )


def nearly_full(path: Path) -> str:
    """Say that the log stays as it is for want of room."""
    return (
        f"The disk is nearly full. Everything saved is safe, in {path.name} and {path.name}.wal "
        f"together. Make room where {path} is."
    )


def of_another_time(path: Path) -> str:
    """Say that a file and the log beside it do not belong together, and how to use a copy."""
    return (
        f"{path} and the file {path.name}.wal beside it are not of the same moment, as when a copy "
        "is put beside what a stopped program has left. Nothing has been changed. If the file that "
        f"belongs to the .wal is still there, put it back. To use the copy, give {path.name} "
        "another name, and then: .venv/bin/python -m assessment restore THAT-NAME (Windows: "
        ".venv\\Scripts\\python). That puts the .wal aside; what only the .wal holds is then not "
        "in the store."
    )


def no_database(path: Path) -> str:
    """Say that the file is of another kind."""
    return (
        f"{path} is no store: it is not a DuckDB file but something else, or is damaged. It has "
        f"been left as it is. Name another file {HOW}. If it was a store, put back a copy with: "
        ".venv/bin/python -m assessment restore COPY (Windows: .venv\\Scripts\\python)"
    )


def damaged(path: Path) -> str:
    """Say that the file is no store, or no longer."""
    return (
        f"{path} cannot be read as a store: it is damaged, or is something else. Nothing has been "
        f"changed. Put back a copy with: .venv/bin/python -m assessment restore COPY (Windows: "
        f".venv\\Scripts\\python), or name another file {HOW}."
    )
