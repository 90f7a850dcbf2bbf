"""What DuckDB's errors mean to whoever uses the store, and which of them are our own mistakes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store.location import HOW

HOLDER = re.compile(r"held in (?P<program>.*?) \(PID (?P<process>\d+)\)")
NOT_OPENED = re.compile(r'Cannot open file "(?P<file>.*?)": (?P<reason>.*)')
NO_ROOM = ("No space left on device", "not enough space on the disk")
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


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn what the file or the machine did to a query into StoreUnavailable."""
    try:
        yield
    except duckdb.Error as error:
        if not isinstance(error, NOT_OUR_MISTAKE) and CORRUPT not in str(error):
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
        return (
            f"The store {path.name} is open in another program "
            f"({holder['program']}, process {holder['process']}). Close that program, or do this "
            "in it: only one program can use the store at a time."
        )
    if "being used by another process" in text:
        return f"The store {path.name} is open in another program. Close that program first."
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


def not_usable(path: Path, reason: str) -> str:
    """Say what the machine has against a file or folder; whether it is damaged nobody knows."""
    return (
        f"{path} cannot be opened or made: {reason.rstrip('.')}. See that you may read and write "
        f"there, or name another file {HOW}."
    )


def damaged(path: Path) -> str:
    """Say that the file is no store, or no longer."""
    return (
        f"{path} cannot be read as a store: it is damaged, or is something else. Nothing has been "
        f"changed. Put back a copy, or name another file {HOW}."
    )
