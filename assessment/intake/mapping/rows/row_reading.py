"""Rows of the tables of a file, read by the store into `staged` as it is planned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from assessment.definitions import flag_columns
from assessment.intake.mapping.belonging.force_in_name import force_in_name
from assessment.intake.mapping.categories.category_mapping import without_columns
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, RecognisedTable
from assessment.intake.mapping.columns.record_fields import VICTIM_FIELDS
from assessment.intake.mapping.rows.dates.date_reading import DateReading
from assessment.store import Writer

MACROS = (
    "define_full_years",
    "define_tidied_date",
    "define_excel_days",
    "define_uk_moment",
    "define_time_of_day",
    "define_grid_metres",
    "define_trimmed",
    "define_tidied_reference",
)

# Dates that could not be read, with their rows.
RefusedDates = list[tuple[str, int]]


@dataclass(frozen=True)
class ReadingPlan:
    """How rows are read: columns, dates, and what stands for or behind their references."""

    recognised: RecognisedFile
    dates: DateReading
    told_apart_by: str
    latest: date
    digested: bool = False
    looked_through: frozenset[str] = frozenset()

    @property
    def hidden(self) -> frozenset[str]:
        """Fields that are not kept as they are written, so that no value of them is shown."""
        return frozenset(
            {*VICTIM_FIELDS, *self.looked_through, *(["reference"] if self.digested else ())}
        )


def prepare_reading(writer: Writer) -> None:
    """Make the table that rows are read into, and what reads their dates."""
    for macro in MACROS:
        writer.run(macro)
    writer.run("create_staged")
    writer.run("create_staged_cancelled")


def read_as_planned(writer: Writer, plan: ReadingPlan) -> RefusedDates:
    """Stage the rows anew as planned; return the dates that could not be read, with their rows."""
    writer.run("clear_staged")
    marks = {field for table in plan.recognised.tables for field in table.fields}
    for (fields, skip, name, force), tables in _alike(plan):
        flags = [field for field in fields if field in flag_columns()]
        lacking = flag_columns().keys() & marks - set(fields)
        writer.run(
            "stage_rows",
            files=[str(table.file_table.path) for table in tables],
            columns={_staged_name(field, flags): "VARCHAR" for field in fields},
            flags=flags,
            flags_lacking=without_columns(lacking) or None,
            skip=skip,
            formats=list(plan.dates.formats),
            latest=plan.latest,
            recorded_as=plan.dates.read_as["recorded"],
            from_as=plan.dates.read_as["date_from"],
            to_as=plan.dates.read_as["date_to"],
            digested=plan.digested,
            told_apart_by=plan.told_apart_by,
            table_name=name,
            force_in_name=force or None,
            short_months=sorted(plan.dates.short_months),
        )
    return [(text, n) for text, n in writer.rows("refused_dates")]


def _alike(
    plan: ReadingPlan,
) -> Iterator[tuple[tuple[tuple[str, ...], int, str, str], list[RecognisedTable]]]:
    """Group the tables that can be read in one go: same columns, same lines above the data.

    Where references begin anew in each table, each is read by itself, under its name; and those of
    each force, where only their names tell which it is.
    """

    def key(table: RecognisedTable) -> tuple[tuple[str, ...], int, str, str]:
        named = table.file_table
        name = named.sheet or named.name if plan.told_apart_by == "table" else ""
        return table.fields, named.skip, name, force_in_name(plan.recognised.recipe, named) or ""

    for shared, tables in groupby(sorted(plan.recognised.tables, key=key), key=key):
        yield shared, list(tables)


def _staged_name(field: str, flags: Sequence[str]) -> str:
    """Name a column as the query does: those that mark records by their place among the flags."""
    return f"flag_{flags.index(field) + 1}" if field in flags else field
