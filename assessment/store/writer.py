"""Named statements run on a cursor, and what may be done inside a transaction."""

from typing import Any

import duckdb

from assessment.store.named_queries import query

Row = tuple[Any, ...]


def run(
    cursor: duckdb.DuckDBPyConnection, name: str, /, **values: object
) -> duckdb.DuckDBPyConnection:
    """Run a named statement on a cursor, which then has its result."""
    return cursor.execute(query(name, values).sql, values or None)


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

    def value(self, name: str, /, **values: object) -> Any:
        """Run a named query that returns one row of one column."""
        ((value,),) = self.rows(name, **values)
        return value
