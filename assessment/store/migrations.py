"""Numbered migrations under queries/schema, each applied once and in order."""

import re
from pathlib import Path

import duckdb

from assessment.errors import DefinitionFault, StoreUnavailable
from assessment.store.queries import QUERIES

NUMBERED = re.compile(r"(\d{3})_\w+\.sql")


def migrations() -> list[tuple[int, Path]]:
    """Return number and file of every migration, in order and without gaps."""
    files = sorted((QUERIES / "schema").glob("*.sql"))
    numbered = [(int(m[1]), path) for path in files if (m := NUMBERED.fullmatch(path.name))]
    if [number for number, _ in numbered] != list(range(1, len(files) + 1)):
        raise DefinitionFault("Files in queries/schema must be numbered 001, 002, … without gaps.")
    return numbered


def migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring a store up to date; refuse one that a newer version has written."""
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


def _apply(connection: duckdb.DuckDBPyConnection, number: int, sql: str) -> None:
    connection.execute("BEGIN")
    connection.execute(sql)
    connection.execute(
        "INSERT INTO migration VALUES ($number, now()::TIMESTAMP)", {"number": number}
    )
    connection.execute("COMMIT")
