"""What DuckDB's errors mean for the people who use the store, and which are our own mistakes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store.cursors import STOPPING
from assessment.store.fault_wording import (
    damaged,
    log_damaged,
    not_usable,
    of_another_time,
    open_elsewhere,
)

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
    """Return the error to raise in place of one of DuckDB's."""
    kind = IsOpenElsewhere if is_open_elsewhere(error) else StoreUnavailable
    return kind(what_happened(path, error))


def refused_by_machine(path: Path, error: OSError) -> StoreUnavailable:
    """Return the error to raise where the machine refuses a file, or one beside it."""
    return StoreUnavailable(not_usable(Path(error.filename or path), error.strerror or str(error)))


def is_open_elsewhere(error: duckdb.Error) -> bool:
    """Tell whether another program has the file open."""
    return bool(HOLDER.search(str(error))) or IN_USE in str(error)


def has_no_room(error: duckdb.Error) -> bool:
    """Tell whether the disk is full, which DuckDB says in the words of the machine."""
    return any(words in str(error) for words in NO_ROOM)


def is_not_its_log(error: duckdb.Error) -> bool:
    """Tell whether the log beside the file is of another moment, or of another store."""
    return any(words in str(error) for words in NOT_ITS_LOG)


def is_of_newer_duckdb(error: duckdb.Error) -> bool:
    """Tell whether the file was written by a DuckDB that this one cannot read."""
    return "newer" in str(error) and "version" in str(error)


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn what the file or the machine did to a query into StoreUnavailable."""
    try:
        yield
    except duckdb.Error as error:
        if isinstance(error, duckdb.InterruptException):
            raise StoreUnavailable(STOPPING) from error
        # Neither a damaged file nor a commit that finds no room has a class of its own.
        by_text = CORRUPT in str(error) or has_no_room(error)
        if not isinstance(error, NOT_OUR_MISTAKE) and not by_text:
            raise
        raise StoreUnavailable(what_happened(path, error)) from error
    except RuntimeError as error:  # what Ctrl+C becomes inside a query
        if INTERRUPTED not in str(error):
            raise
        raise KeyboardInterrupt from error


def what_happened(path: Path, error: duckdb.Error) -> str:
    """Say why the store cannot be opened or read, and what to do."""
    text = str(error)
    if holder := HOLDER.search(text):
        return open_elsewhere(path, f" ({holder['program']}, process {holder['process']})")
    if IN_USE in text:
        return open_elsewhere(path)
    if is_not_its_log(error):
        return of_another_time(path)
    if LOG in text:
        return log_damaged(path)
    if is_of_newer_duckdb(error):
        return f"The store {path.name} was written by a newer version of DuckDB. Update first."
    if isinstance(error, duckdb.OutOfMemoryException) or has_no_room(error):
        return (
            "The machine has too little memory or room on its disk for this. Nothing has been "
            f"changed. Make room where {path} is, and try again."
        )
    if refused := NOT_OPENED.search(text):
        return not_usable(Path(refused["file"]), refused["reason"])
    return damaged(path)
