"""Numbered migrations under queries/schema, each applied once and in order."""

import re
from pathlib import Path

import duckdb

from assessment.errors import DefinitionFault, StoreUnavailable
from assessment.store.location import HOW
from assessment.store.queries import QUERIES

NUMBERED = re.compile(r"(\d{3})_\w+\.sql")


def migrations() -> list[tuple[int, Path]]:
    """Return number and file of every migration, in order and without gaps."""
    files = sorted((QUERIES / "schema").glob("*.sql"))
    numbered = [(int(m[1]), path) for path in files if (m := NUMBERED.fullmatch(path.name))]
    if [number for number, _ in numbered] != list(range(1, len(files) + 1)):
        raise DefinitionFault("Files in queries/schema must be numbered 001, 002, … without gaps.")
    return numbered


def migrate(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Bring a store up to date; refuse someone else's database, and a newer version's store."""
    if _is_of_another_kind(connection):
        raise StoreUnavailable(
            f"{path} is a DuckDB file but not a store of this dashboard; nothing was changed. "
            f"Name another file {HOW}."
        )
    connection.execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER, applied TIMESTAMP)")
    applied = {
        number for (number,) in connection.execute("SELECT number FROM migration").fetchall()
    }
    known = migrations()
    if applied - {number for number, _ in known}:
        raise StoreUnavailable(
            "This store was made by a newer version of the dashboard. Update the dashboard, "
            "or open the store with the version that made it."
        )
    for number, path in known:
        if number not in applied:
            _apply(connection, number, path.read_text(encoding="utf-8"))


def _is_of_another_kind(connection: duckdb.DuckDBPyConnection) -> bool:
    """Tell whether there are tables, and among them no list of our migrations."""
    columns = connection.execute(
        "SELECT table_name, column_name FROM duckdb_columns() "
        "WHERE database_name = current_database() AND NOT internal"
    ).fetchall()
    return bool(columns) and not {("migration", "number"), ("migration", "applied")} <= {*columns}


def _apply(connection: duckdb.DuckDBPyConnection, number: int, sql: str) -> None:
    connection.execute("BEGIN")
    connection.execute(sql)
    connection.execute(
        "INSERT INTO migration VALUES ($number, now()::TIMESTAMP)", {"number": number}
    )
    connection.execute("COMMIT")
