"""What a query was asked with: in words, and as a statement that anyone can run again."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from assessment.changes import QueryUsed
from assessment.numbers import listed
from assessment.periods import in_words

MOST_LISTED = 12


def values(query: QueryUsed) -> Iterator[tuple[str, str]]:
    """Yield each parameter and its value: dates in words, of a list what is different in it."""
    for name, value in query.given.items():
        yield name, _in_words(value)


def statement(query: QueryUsed) -> str:
    """Return the query with its values, as DuckDB runs it on a copy of the store."""
    values = ",\n".join(f"    {name} := {_literal(value)}" for name, value in query.given.items())
    return f"PREPARE {query.name} AS\n{query.sql.strip()};\n\nEXECUTE {query.name}(\n{values}\n);"


def _in_words(value: Any) -> str:
    if isinstance(value, date):
        return in_words(value)
    if not isinstance(value, list):
        return str(value)
    different = list(dict.fromkeys(value))
    return listed(different, MOST_LISTED)


def _literal(value: Any) -> str:
    """Write a value as SQL does. Nothing here runs it: the product gives values as parameters."""
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    quoted = str(value).replace("'", "''")
    return f"'{quoted}'"
