"""Opening the store, reading it from many threads, writing to it from one at a time.

One connection shared by threads hands out other people's rows, so every query takes a cursor of
its own. One process owns the file; a second one is told who holds it.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import proxy

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store.asked import Asked
from assessment.store.faults import in_plain_words, not_usable, what_happened
from assessment.store.location import HOW
from assessment.store.migrations import migrate
from assessment.store.queries import query
from assessment.store.scratch import emptied, removed_for_good

if TYPE_CHECKING:  # loading a file hands out no frames, and pandas takes time to import
    import pandas as pd

# The oldest storage that both supported versions of DuckDB read (docs/decisions.md, 1).
STORAGE_VERSION = "v1.5.0"
MOST_MEMORY = 1024**3
# 36 months of 1,200 small areas, with their names, take 1.2 MB.
MOST_KEPT = 128

Row = tuple[Any, ...]
T = TypeVar("T")
A = TypeVar("A", bound=Hashable)


class Writer:
    """A transaction in progress: statements run in it together or not at all."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def run(self, name: str, /, **given: object) -> None:
        """Run a named statement for its effect."""
        self._cursor.execute(query(name, given).sql, given or None)

    def rows(self, name: str, /, **given: object) -> list[Row]:
        """Run a named query and return its rows."""
        return self._cursor.execute(query(name, given).sql, given or None).fetchall()

    def value(self, name: str, /, **given: object) -> Any:
        """Run a named query that returns one row of one column."""
        ((value,),) = self.rows(name, **given)
        return value


class Store:
    """The open store.

    `data_version` rises with every commit. `counted_version` is the data version of the last one
    that may have changed a count: what is kept of counts is kept by it, while people score.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path, incoming: Path) -> None:
        self._connection = connection
        self._one_writer = Lock()
        self.path = path
        self.incoming = incoming
        self.data_version: int = self.rows("data_version")[0][0]
        # Not in the file: what is kept by it lives no longer than the process that owns the file.
        self.counted_version = self.data_version
        self._kept = lru_cache(MOST_KEPT)(partial(_read, proxy(self)))

    @classmethod
    def open(cls, path: Path, *, create: bool = False, threads: int | None = None) -> "Store":
        """Open a store, bringing it up to date; raises StoreUnavailable, saying what to do.

        `threads` bounds the processors that one query may use: a dashboard that serves many
        people keeps it low so that a load does not starve them.
        """
        try:
            path = _place_for(path, create=create)
            incoming = path.with_name(f"{path.name}.incoming")
            connection = _connect(path, incoming, threads)
            try:
                return cls(connection, path, emptied(incoming))
            except BaseException:
                connection.close()
                raise
        except OSError as error:
            there = Path(error.filename or path)
            raise StoreUnavailable(not_usable(there, error.strerror or str(error))) from error

    def rows(self, name: str, /, **given: object) -> list[Row]:
        """Run a named query and return its rows."""
        with in_plain_words(self.path), self._connection.cursor() as cursor:
            return cursor.execute(query(name, given).sql, given or None).fetchall()

    def kept(self, read: Callable[["Store", A], T], asked: A) -> T:
        """Return what is read of what is counted; while that is so, the same from memory.

        Whatever reads is given the store, and not who asks: nothing kept here is one audience's.
        Nobody may change what is returned.
        """
        found: T = self._kept(self.counted_version, read, asked)
        return found

    def kept_rows(self, name: str, /, **given: object) -> list[Row]:
        """Run a named query about what is counted, or return what it returned before."""
        return self.kept(_rows, Asked.of(name, **given))

    def frame(self, name: str, /, **given: object) -> "pd.DataFrame":
        """Run a named query and return a data frame."""
        with in_plain_words(self.path), self._connection.cursor() as cursor:
            return cursor.execute(query(name, given).sql, given or None).df()

    @contextmanager
    def writing(self, *, leaves_counts: bool = False) -> Iterator[Writer]:
        """Hold the one writer's place for a transaction: all of it is kept, or none.

        One that `leaves_counts` keeps only what people say, such as a score: whatever has been
        counted of records and surveys, and which issues it was counted for, is as it was.
        """
        with (
            self._one_writer,
            in_plain_words(self.path),
            self._connection.cursor() as cursor,
        ):
            cursor.execute("BEGIN")
            try:
                writer = Writer(cursor)
                yield writer
                version = writer.value("raise_data_version")
                cursor.execute("COMMIT")
            except BaseException:
                _undo(cursor)
                raise
            self.data_version = version
            if not leaves_counts:
                self.counted_version = version
                self._kept.cache_clear()

    @contextmanager
    def trying(self) -> Iterator[Writer]:
        """Do what `writing` does and then undo it: to see what a load would do."""
        with (
            self._one_writer,
            in_plain_words(self.path),
            self._connection.cursor() as cursor,
        ):
            cursor.execute("BEGIN")
            try:
                yield Writer(cursor)
            finally:
                _undo(cursor)

    def close(self) -> None:
        """Let go of the file, leaving nothing of an upload behind."""
        self._kept.cache_clear()
        self._connection.close()
        removed_for_good(self.incoming)


def _read(store: Store, _version: int, read: Callable[[Store, A], T], asked: A) -> T:
    # What is kept by it must not keep a store that nobody else has any more.
    return read(store, asked)


def _rows(store: Store, asked: Asked) -> list[Row]:
    return store.rows(asked.name, **asked.given)


def _place_for(path: Path, *, create: bool) -> Path:
    """Return where the store is or is to be, with the folder for it."""
    path = path.resolve()
    if not path.exists() and not create:
        raise StoreUnavailable(
            f"There is no store at {path}. Make one with: .venv/bin/python -m assessment init "
            f'--store "{path}" (Windows: .venv\\Scripts\\python)'
        )
    if path.is_dir():
        raise StoreUnavailable(f"{path} is a folder. Name a file in it {HOW}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _undo(cursor: duckdb.DuckDBPyConnection) -> None:
    # A transaction that the store itself has ended cannot be undone again; what ended it is told.
    with suppress(duckdb.Error):
        cursor.execute("ROLLBACK")


def _connect(path: Path, incoming: Path, threads: int | None) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(
            path,
            config={
                "storage_compatibility_version": STORAGE_VERSION,
                # No extension is needed, and none could be fetched on a closed network.
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
            },
        )
    except duckdb.Error as error:
        raise StoreUnavailable(what_happened(path, error)) from error
    try:
        with in_plain_words(path):
            _settle(connection, path, incoming, threads)
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(
    connection: duckdb.DuckDBPyConnection, path: Path, incoming: Path, threads: int | None
) -> None:
    migrate(connection, path)
    connection.execute("SET memory_limit = $limit", {"limit": f"{_memory(connection)}B"})
    connection.execute("SET temp_directory = $folder", {"folder": str(incoming / "spilled")})
    # Files are loaded in any order; the order of rows means nothing in the store.
    connection.execute("SET preserve_insertion_order = false")
    if threads:
        connection.execute("SET threads = $threads", {"threads": threads})
    # Only what intake has taken in can be read as a file, and no setting changes after this.
    connection.execute("SET allowed_directories = $folders", {"folders": [str(incoming)]})
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _memory(connection: duckdb.DuckDBPyConnection) -> int:
    """Return a quarter of the machine's memory in bytes, at most 1 GiB."""
    # DuckDB's own default is 80% of what the machine or its container has.
    setting = connection.execute("SELECT current_setting('memory_limit')").fetchall()[0][0]
    number, unit = setting.split()
    units = {"bytes": 1, "KiB": 1024, "MiB": 1024**2, "GiB": 1024**3, "TiB": 1024**4}
    machine = float(number) * units[unit] / 0.8
    return min(int(machine / 4), MOST_MEMORY)
