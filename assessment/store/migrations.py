"""Numbered migrations under queries/schema, each applied once and in order.

A store that has to be brought up to date is copied first. Each migration says what it does with
the first line of its file.
"""

import re
from collections.abc import Callable, Iterable
from itertools import takewhile
from pathlib import Path

import duckdb

from assessment.errors import DefinitionFault, StoreUnavailable
from assessment.store.copies.place_copy import keep_copy
from assessment.store.named_queries import QUERIES

NUMBERED = re.compile(r"(\d{3})_\w+\.sql")


def migrations() -> list[tuple[int, Path]]:
    """Return number and file of every migration, in order and without gaps."""
    files = sorted((QUERIES / "schema").glob("*.sql"))
    numbered = [(int(m[1]), path) for path in files if (m := NUMBERED.fullmatch(path.name))]
    if [number for number, _ in numbered] != list(range(1, len(files) + 1)):
        raise DefinitionFault("Files in queries/schema must be numbered 001, 002, … without gaps.")
    return numbered


def migrate(connection: duckdb.DuckDBPyConnection, path: Path, say: Callable[[str], None]) -> None:
    """Bring a store up to date, saying how; refuse one of a newer version."""
    connection.execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER, applied TIMESTAMP)")
    applied = {
        number for (number,) in connection.execute("SELECT number FROM migration").fetchall()
    }
    refuse_newer(applied)
    missing = [(number, file) for number, file in migrations() if number not in applied]
    if applied and missing:
        made = keep_copy(connection, path, f"before-update-{missing[0][0]}")
        say(f"The store is brought up to date; a copy of it as it was is {made.path}.")
    else:
        say = _silent
    for position, (number, file) in enumerate(missing, 1):
        text = file.read_text(encoding="utf-8")
        say(f"{position} of {len(missing)}: {purpose(text)}")
        _apply(connection, number, text)


def refuse_newer(applied: Iterable[int]) -> None:
    """Refuse a store to which migrations have been applied that this version does not know."""
    if {*applied} - {number for number, _ in migrations()}:
        raise StoreUnavailable(
            "This store was made by a newer version of the dashboard. Update the dashboard, "
            "or open the store with the version that made it."
        )


def purpose(text: str) -> str:
    """Return what a migration says of itself: the first sentence of its comment."""
    lines = takewhile(lambda line: line.startswith("--"), text.splitlines())
    comment = " ".join(line.removeprefix("--").strip() for line in lines)
    return comment.partition(". ")[0].removesuffix(".") + "."


def _silent(_text: str) -> None:
    """Say nothing: a store that has just been made holds nothing yet."""


def is_store(connection: duckdb.DuckDBPyConnection) -> bool:
    """Tell whether the tables of a database are those of a store: a list of migrations is there."""
    return {("migration", "number"), ("migration", "applied")} <= {*_columns(connection)}


def is_empty(connection: duckdb.DuckDBPyConnection) -> bool:
    """Tell whether a database has no tables at all, as one that was only just begun."""
    return not _columns(connection)


def _columns(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    return connection.execute(
        "SELECT table_name, column_name FROM duckdb_columns() "
        "WHERE database_name = current_database() AND NOT internal"
    ).fetchall()


def _apply(connection: duckdb.DuckDBPyConnection, number: int, sql: str) -> None:
    connection.execute("BEGIN")
    connection.execute(sql)
    connection.execute(
        "INSERT INTO migration VALUES ($number, now()::TIMESTAMP)", {"number": number}
    )
    connection.execute("COMMIT")
