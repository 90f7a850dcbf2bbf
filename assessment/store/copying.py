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
from assessment.store.writer import run

# The oldest storage that both supported versions of DuckDB read (docs/decisions.md, 1).
ATTACH_TARGET = "ATTACH $file AS copy_in_the_making (STORAGE_VERSION 'v1.5.0')"
ATTACH_SOURCE = "ATTACH $file AS source_of_copy (READ_ONLY)"


@dataclass(frozen=True)
class Contents:
    """What a store holds: its number of changes, and of each table the rows and a sum of them."""

    data_version: int
    tables: Mapping[str, tuple[int, str | None]]

    @property
    def rows(self) -> int:
        """The rows of all tables."""
        return sum(rows for rows, _ in self.tables.values())


def contents(cursor: duckdb.DuckDBPyConnection) -> Contents:
    """Read all of a store, and say what it holds."""
    names = [name for (name,) in run(cursor, "tables_kept").fetchall()]
    tables = {
        name: run(cursor, "contents_of_table", table_name=name).fetchall()[0] for name in names
    }
    ((version,),) = run(cursor, "data_version").fetchall()
    return Contents(version, tables)


def copy_into(cursor: duckdb.DuckDBPyConnection, target: Path) -> Contents:
    """Copy the database that a cursor is in to a new file, and say what is in it."""
    cursor.execute(ATTACH_TARGET, {"file": str(target)})
    try:
        cursor.execute("BEGIN")
        held = contents(cursor)
        cursor.execute(f"COPY FROM DATABASE {_name_of(cursor)} TO copy_in_the_making")
        cursor.execute("COMMIT")
    except BaseException:
        with suppress(duckdb.Error):
            cursor.execute("ROLLBACK")
        raise
    finally:
        with suppress(duckdb.Error):
            cursor.execute("DETACH copy_in_the_making")
    _check(target, held)
    return held


def copy_file(source: Path, target: Path) -> Contents:
    """Copy a store that nobody has open, with what its log holds, to a new file."""
    with closing(duckdb.connect(":memory:")) as connection:
        connection.execute(ATTACH_SOURCE, {"file": str(source)})
        connection.execute("USE source_of_copy")
        return copy_into(connection, target)


def _name_of(cursor: duckdb.DuckDBPyConnection) -> str:
    """Quote the name that DuckDB has given to the database; names cannot be parameters."""
    ((name,),) = cursor.execute("SELECT current_database()").fetchall()
    return '"' + str(name).replace('"', '""') + '"'


def _check(target: Path, held: Contents) -> None:
    with closing(duckdb.connect(target, read_only=True)) as copy:
        found = contents(copy)
    if found != held:
        raise StoreUnavailable(
            "The copy does not hold what the store holds, and has been removed. See whether the "
            "disk is sound, and make another in another folder."
        )
