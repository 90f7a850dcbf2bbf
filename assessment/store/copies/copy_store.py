"""A copy of an open store, taken while it is in use, then opened and compared with it.

The copy is made by DuckDB inside one transaction: it holds the store as it was at one moment, and
every block has been read. Windows lets nobody else read the file of an open store.
"""

from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store.writer import quoted, run

# The oldest storage that both supported versions of DuckDB read (docs/decisions.md, 1).
STORAGE_VERSION = "v1.5.0"
TARGET = f"copy_in_the_making (STORAGE_VERSION '{STORAGE_VERSION}')"
SOURCE = "source_of_copy (READ_ONLY)"
# Where every file of DuckDB's has its mark. What else there is, DuckDB reads as it sees fit: a CSV
# file as a table, another program's database with an extension that it looks for outside.
MARK, MARKED_FROM = b"DUCK", 8


@dataclass(frozen=True)
class StoreContents:
    """What a store holds: its number of changes, and of each table the rows and a sum of them."""

    data_version: int
    tables: Mapping[str, tuple[int, str | None]]

    @property
    def rows(self) -> int:
        """The rows of all tables."""
        return sum(rows for rows, _ in self.tables.values())


def contents(cursor: duckdb.DuckDBPyConnection) -> StoreContents:
    """Read all of a store, and say what it holds."""
    names = [name for (name,) in run(cursor, "tables_kept").fetchall()]
    tables = {
        name: run(cursor, "contents_of_table", table_name=name).fetchall()[0] for name in names
    }
    ((version,),) = run(cursor, "data_version").fetchall()
    return StoreContents(version, tables)


def copy_into(cursor: duckdb.DuckDBPyConnection, target: Path) -> StoreContents:
    """Copy the database that a cursor is in to a new file, and say what is in it."""
    _attach(cursor, target, TARGET)
    try:
        cursor.execute("BEGIN")
        copied = contents(cursor)
        cursor.execute(f"COPY FROM DATABASE {_name_of(cursor)} TO copy_in_the_making")
        cursor.execute("COMMIT")
    except BaseException:
        with suppress(duckdb.Error):
            cursor.execute("ROLLBACK")
        raise
    finally:
        with suppress(duckdb.Error):
            cursor.execute("DETACH copy_in_the_making")
    _check(target, copied)
    return copied


def copy_file(source: Path, target: Path) -> StoreContents:
    """Copy a store that nobody has open, with what its log holds, to a new file."""
    with closing(duckdb.connect(":memory:")) as connection:
        use(connection, source)
        return copy_into(connection, target)


def is_database(file: Path) -> bool:
    """Tell whether a file is one of DuckDB's, whole or not."""
    try:
        with file.open("rb") as opened:
            return opened.read(MARKED_FROM + len(MARK))[MARKED_FROM:] == MARK
    except OSError:  # DuckDB says why
        return True


def use(connection: duckdb.DuckDBPyConnection, file: Path) -> None:
    """Look into a file that nobody has open, and change nothing in it."""
    if not is_database(file):
        raise duckdb.IOException(f"{file} is no database of DuckDB's")
    _attach(connection, file, SOURCE)
    connection.execute("USE source_of_copy")


def _attach(cursor: duckdb.DuckDBPyConnection, file: Path, as_what: str) -> None:
    # The older of the two DuckDB lines takes no parameter for a file that is attached.
    named = quoted(str(file), "'")
    cursor.execute(f"ATTACH {named} AS {as_what}")


def _name_of(cursor: duckdb.DuckDBPyConnection) -> str:
    """Return the name that DuckDB has given to the database."""
    ((name,),) = cursor.execute("SELECT current_database()").fetchall()
    return quoted(name)


def _check(target: Path, expected: StoreContents) -> None:
    with closing(duckdb.connect(target, read_only=True)) as copy:
        actual = contents(copy)
    if actual != expected:
        raise StoreUnavailable(
            "The copy does not hold what the store holds, and has been removed. See whether the "
            "disk is sound, and make another in another folder."
        )
