"""Named statements run on a cursor, and what may be done inside a transaction."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np

from assessment.errors import InvalidRequest
from assessment.store.named_queries import query

if TYPE_CHECKING:
    import pandas as pd

Row = tuple[Any, ...]
Columns = dict[str, np.ndarray[Any, Any]]
# Of a column of whole numbers.
LARGEST = 2**63 - 1


def run(
    cursor: duckdb.DuckDBPyConnection, name: str, /, **values: object
) -> duckdb.DuckDBPyConnection:
    """Run a named statement on a cursor, which then has its result.

    Raises InvalidRequest for a whole number that no column holds: people type what they like.
    """
    for value in values.values():
        if isinstance(value, int) and abs(value) > LARGEST:
            raise InvalidRequest(f"There is nothing of the number {value:,}.")
    return cursor.execute(query(name, values).sql, values or None)


def columns_of(result: duckdb.DuckDBPyConnection) -> Columns:
    """Return the columns of a result as arrays."""
    return {name: np.asarray(array) for name, array in result.fetchnumpy().items()}


def quoted(name: str, mark: str = '"') -> str:
    """Return a name as SQL writes it; names of tables and databases cannot be parameters."""
    return f"{mark}{name.replace(mark, mark * 2)}{mark}"


class Writer:
    """A transaction in progress: statements run in it together or not at all."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def run(self, name: str, /, **values: object) -> None:
        """Run a named statement for its effect."""
        run(self._cursor, name, **values)

    def rows(self, name: str, /, **values: object) -> list[Row]:
        """Run a named query and return its rows."""
        return run(self._cursor, name, **values).fetchall()

    def columns(self, name: str, /, **values: object) -> Columns:
        """Run a named query and return its columns as arrays: for a million rows."""
        return columns_of(run(self._cursor, name, **values))

    def value(self, name: str, /, **values: object) -> Any:
        """Run a named query that returns one row of one column."""
        ((value,),) = self.rows(name, **values)
        return value

    def frame(self, name: str, /, **values: object) -> "pd.DataFrame":
        """Run a named query and return a data frame."""
        return run(self._cursor, name, **values).df()

    def keep_under_another_name(self, tables: Iterable[str]) -> None:
        """Let tables be read as kept_TABLE, each row with its kept_row, where a view hides them.

        No value is in these statements: the names of tables are the schema's own.
        """
        ((database,),) = self._cursor.execute("SELECT current_database()").fetchall()
        for table in tables:
            own = f"{quoted(database)}.main.{quoted(table)}"
            self._cursor.execute(
                f"CREATE TEMP VIEW {quoted(f'kept_{table}')} AS "  # noqa: S608
                f"SELECT *, rowid AS kept_row FROM {own}"
            )

    def remove_synthetic(self) -> None:
        """Remove the rows that are marked as synthetic, and before them the rows that name one.

        No value is in these statements: the names of tables and columns are the schema's own.
        """
        keys = self.rows("keys_to_synthetic_rows")
        for table, column, owner in keys:
            marked = f"SELECT id FROM {quoted(owner)} WHERE synthetic"  # noqa: S608
            self._cursor.execute(
                f"DELETE FROM {quoted(table)} WHERE {quoted(column)} IN ({marked})"  # noqa: S608
            )
        for owner in dict.fromkeys(owner for _, _, owner in keys):
            self._cursor.execute(f"DELETE FROM {quoted(owner)} WHERE synthetic")  # noqa: S608
