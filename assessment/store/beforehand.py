"""What can be said of a store before it is opened: whatever is there is looked at and left as it is.

A file that is no store is not ours: neither its mode nor anything beside it may change.
"""

from contextlib import closing
from pathlib import Path

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store.copying import use
from assessment.store.faults import no_database, unavailable
from assessment.store.location import HOW
from assessment.store.migrations import is_empty, is_store, refuse_newer
from assessment.store.missing_changes import wal_of

# Where every file of DuckDB's has its mark. What else there is, DuckDB reads as it sees fit: a CSV
# file as a table, another program's database with an extension that it looks for outside.
MARK, MARKED_FROM = b"DUCK", 8
# No extension is needed, and none could be fetched on a closed network.
NO_EXTENSIONS = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


def place_for(path: Path, *, create: bool) -> Path:
    """Return where the store is or is to be; raises StoreUnavailable where it cannot be."""
    path = path.resolve()
    if not path.exists() and wal_of(path).exists():
        raise StoreUnavailable(
            f"There is no store at {path}, but {wal_of(path).name} is there, which holds the last "
            "changes of one. Put the store back that belongs to it; or, to use a copy without "
            "them: .venv/bin/python -m assessment restore COPY (Windows: .venv\\Scripts\\python)"
        )
    if not path.exists() and not create:
        raise StoreUnavailable(
            f"There is no store at {path}. Make one with: .venv/bin/python -m assessment init "
            f'--store "{path}" (Windows: .venv\\Scripts\\python)'
        )
    if path.is_dir():
        raise StoreUnavailable(f"{path} is a folder. Name a file in it {HOW}.")
    return path


def must_be_a_store(path: Path) -> None:
    """Refuse what is no store, or of a newer version; nobody in this process may have it open.

    On Linux a process gives up all its locks on a file as soon as it closes the file once.
    """
    if not path.exists():
        return
    if not _is_marked(path):
        raise StoreUnavailable(no_database(path))
    try:
        with closing(duckdb.connect(":memory:", config=NO_EXTENSIONS)) as connection:
            use(connection, path)
            if is_store(connection):
                numbers = connection.execute("SELECT number FROM migration").fetchall()
                refuse_newer(number for (number,) in numbers)
            elif not is_empty(connection):
                raise StoreUnavailable(
                    f"{path} is a DuckDB file but not a store of this dashboard; nothing was "
                    f"changed. Name another file {HOW}."
                )
    except duckdb.Error as error:
        raise unavailable(path, error) from error


def _is_marked(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(MARKED_FROM + len(MARK))[MARKED_FROM:] == MARK
    except OSError:  # DuckDB says why
        return True
