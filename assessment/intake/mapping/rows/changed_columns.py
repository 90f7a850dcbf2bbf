"""Columns whose meaning changes once their cells have been seen: left out, or another one's."""

from collections.abc import Callable, Collection
from dataclasses import replace

from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, RecognisedTable


def unused(at: int) -> str:
    """Name the field of a column that is not read."""
    return f"unused_{at + 1}"


def without_fields(recognised: RecognisedFile, fields: Collection[str]) -> RecognisedFile:
    """Return the file without some fields: their columns are not read."""

    def changed(table: RecognisedTable) -> tuple[str, ...]:
        return tuple(
            unused(at) if field in fields else field for at, field in enumerate(table.fields)
        )

    return with_changed_fields(recognised, changed)


def with_field_as(recognised: RecognisedFile, field: str, other: str) -> RecognisedFile:
    """Return the file with another field for the columns of one."""
    return with_changed_fields(
        recognised, lambda table: tuple(other if name == field else name for name in table.fields)
    )


def with_changed_fields(
    recognised: RecognisedFile, changed: Callable[[RecognisedTable], tuple[str, ...]]
) -> RecognisedFile:
    """Return the file with other fields for the columns of each table."""
    tables = (replace(table, fields=changed(table)) for table in recognised.tables)
    return replace(recognised, tables=tuple(tables))


def headings_of(recognised: RecognisedFile, field: str) -> tuple[str, ...]:
    """Return what the columns of a field are called in the tables, each name once."""
    names = (
        table.file_table.header[table.fields.index(field)]
        for table in recognised.tables
        if field in table.fields
    )
    return tuple(dict.fromkeys(names))
