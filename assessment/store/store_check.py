"""Checks of a store before it is opened: what is there is looked at and left alone.

A file that is no store is not ours: neither its mode nor anything beside it may change.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store.beside.location import HOW
from assessment.store.copies.copy_store import is_database, use
from assessment.store.copies.missing_changes import wal_of
from assessment.store.fault_wording import no_database, not_usable, not_writable
from assessment.store.faults import NoStore, refused_by_machine, unavailable
from assessment.store.migrations import is_empty, is_store, refuse_newer

_ONE_LOOKS = Lock()
FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
# No extension is needed, and none could be fetched on a closed network.
NO_EXTENSIONS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def place_for(path: Path, *, create: bool) -> Path:
    """Return where the store is or is to be; raises StoreUnavailable where it cannot be."""
    path = path.resolve()
    if path.is_dir():
        raise StoreUnavailable(f"{path} is a folder. Name a file in it {HOW}.")
    must_be_writable(path.parent)
    if not path.exists() and wal_of(path).exists():
        raise StoreUnavailable(
            f"There is no store at {path}, but {wal_of(path).name} is there, which holds the last "
            "changes of one. Put the store back that belongs to it; or, to use a copy without "
            "them: .venv/bin/python -m assessment restore COPY (Windows: .venv\\Scripts\\python)"
        )
    if not path.exists() and not create:
        raise NoStore(
            f"There is no store at {path}. Make one with: .venv/bin/python -m assessment init "
            f'--store "{path}" (Windows: .venv\\Scripts\\python)'
        )
    return path


def must_be_usable(path: Path) -> None:
    """Refuse a store that cannot be opened or made; neither is done."""
    try:
        must_be_a_store(place_for(path, create=True))
    except OSError as error:
        raise refused_by_machine(path, error) from error


def must_be_writable(folder: Path) -> None:
    """Refuse a folder in which no file can be made, or which itself cannot be made."""
    try:
        nearest = next(parent for parent in (folder, *folder.parents) if parent.exists())
        # Only trying tells: Windows knows more than a folder's mode, and a disk may be read-only.
        TemporaryFile(dir=nearest).close()
    except OSError as error:
        if error.errno in FULL:  # a store that is there can be read all the same
            return
        done = "written to" if folder.exists() else "made"
        raise StoreUnavailable(not_writable(folder, done, error.strerror or str(error))) from error


def must_be_a_store(path: Path) -> None:
    """Refuse what is no store, or of a newer version; nobody in this process may have it open.

    On Linux a process gives up all its locks on a file as soon as it closes the file once.
    """
    if not path.exists():
        return
    if not os.access(path, os.R_OK | os.W_OK):
        raise StoreUnavailable(not_usable(path, os.strerror(errno.EACCES)))
    if not is_database(path):
        raise StoreUnavailable(no_database(path))
    try:
        with _looking_into(path) as cursor:
            if is_store(cursor):
                numbers = cursor.execute("SELECT number FROM migration").fetchall()
                refuse_newer(number for (number,) in numbers)
            elif not is_empty(cursor):
                raise StoreUnavailable(
                    f"{path} is a DuckDB file but not a store of this dashboard; nothing was "
                    f"changed. Name another file {HOW}."
                )
    except duckdb.Error as error:
        raise unavailable(path, error) from error


@contextmanager
def _looking_into(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Look into one file after another with one DuckDB, which takes long to make."""
    with _ONE_LOOKS:
        try:
            with closing(_looker().cursor()) as cursor:
                use(cursor, path)
                yield cursor
                cursor.execute("USE memory")
                cursor.execute("DETACH source_of_copy")
        except BaseException:
            # It may still hold the file, and a damaged one may have damaged it.
            _looker().close()
            _looker.cache_clear()
            raise


@cache
def _looker() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config=NO_EXTENSIONS)
