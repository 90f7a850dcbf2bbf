"""Opening the file itself: for its owner alone, brought up to date, with its settings locked."""

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from assessment.store.beside.incoming import incoming_of, spill_of
from assessment.store.beside.location import FILE_MODE, FOLDER_MODE, OWNER_ONLY
from assessment.store.copies.copy_store import STORAGE_VERSION
from assessment.store.copies.missing_changes import Expected, wal_of
from assessment.store.copies.unfinished_copies import clear_draft
from assessment.store.faults import in_plain_words, refused_by_machine, unavailable
from assessment.store.migrations import migrate
from assessment.store.store_check import NO_EXTENSIONS, must_be_a_store, place_for

MOST_MEMORY = 1024**3

Say = Callable[[str], None]


@contextmanager
def prepared(
    path: Path, open_here: Collection[Path], *, create: bool
) -> Iterator[tuple[Path, Expected]]:
    """Make a place ready for its store to be opened; return it, and what the store must hold.

    A store that this process has open already is not looked into. Raises StoreUnavailable where
    the place, or what is there, cannot be used.
    """
    try:
        path = place_for(path, create=create)
        if path not in open_here:
            must_be_a_store(path)
        path.parent.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
        keep_private(path)
        clear_draft(path)
        expected = Expected(path)
        with expected.looked_after():
            yield path, expected
    except OSError as error:
        raise refused_by_machine(path, error) from error


def keep_private(path: Path) -> None:
    """See that nobody else can read the store, its log, or anything made beside them."""
    os.umask(os.umask(OWNER_ONLY) | OWNER_ONLY)
    for file in (path, wal_of(path)):
        if file.exists() and file.stat().st_mode & OWNER_ONLY and _is_ours(file):
            file.chmod(FILE_MODE)


def _is_ours(file: Path) -> bool:
    # Windows has no such owners; its folders say who may read what is in them.
    return hasattr(os, "getuid") and file.stat().st_uid == os.getuid()


def connect(path: Path, threads: int | None, say: Say) -> duckdb.DuckDBPyConnection:
    """Open the file, bring it up to date, and settle what may be done with it."""
    try:
        connection = duckdb.connect(
            path,
            config={
                "storage_compatibility_version": STORAGE_VERSION,
                **NO_EXTENSIONS,
            },
        )
    except duckdb.Error as error:
        raise unavailable(path, error) from error
    try:
        with in_plain_words(path):
            migrate(connection, path, say)
            _settle(connection, path, threads)
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(connection: duckdb.DuckDBPyConnection, path: Path, threads: int | None) -> None:
    connection.execute("SET memory_limit = $limit", {"limit": f"{_memory(connection)}B"})
    connection.execute("SET temp_directory = $folder", {"folder": str(spill_of(path))})
    # Files are loaded in any order; the order of rows means nothing in the store.
    connection.execute("SET preserve_insertion_order = false")
    if threads:
        connection.execute("SET threads = $threads", {"threads": threads})
    # A commit that had to empty the log, and found no room, would be said to have failed.
    connection.execute("SET checkpoint_threshold = '1TB'")
    # Only what intake has taken in can be read as a file, and no setting changes after this.
    folders = [str(incoming_of(path))]
    connection.execute("SET allowed_directories = $folders", {"folders": folders})
    connection.execute("SET enable_external_access = false")
    # DuckDB 1.5 could not copy the store then; there too, access once refused stays refused.
    if not duckdb.__version__.startswith("1."):
        connection.execute("SET lock_configuration = true")


def _memory(connection: duckdb.DuckDBPyConnection) -> int:
    """Return a quarter of the machine's memory in bytes, at most 1 GiB."""
    # DuckDB's own default is 80% of what the machine or its container has.
    setting = connection.execute("SELECT current_setting('memory_limit')").fetchall()[0][0]
    number, unit = setting.split()
    units = {"bytes": 1, "KiB": 1024, "MiB": 1024**2, "GiB": 1024**3, "TiB": 1024**4}
    machine = float(number) * units[unit] / 0.8
    return min(int(machine / 4), MOST_MEMORY)
