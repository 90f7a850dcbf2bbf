"""Where a table of counts has what: its counts, and what its rows and headings say of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import FileTable, shown
from assessment.intake.headings import count_names
from assessment.intake.headings.period_words import (
    Span,
    financial_quarter,
    month_of_year,
    read_span,
)

# What a column of a table of counts may say of what is counted, beside when it was.
PLACES = ("force", "district", "ward", "lsoa")
CATEGORIES = ("category", "subcategory")


@dataclass(frozen=True)
class ValueColumn:
    """A column of counts; `span` are the months that its heading names, where it names any."""

    at: int
    heading: str
    span: Span | None = None

    @cached_property
    def label(self) -> str:
        """The heading as a message says it."""
        return f"column '{shown(self.heading)}'"


@dataclass(frozen=True)
class TableShape:
    """Where a table of counts has what: places in its rows, by column.

    `period` are the columns that say when: none where headings do, two for a year and its quarter
    or month. `others` tell rows apart and are not kept. `doubts` are reasons to ask whether a row
    is a count at all.
    """

    table: FileTable
    fields: Mapping[str, int]
    period: tuple[int, ...]
    values: tuple[ValueColumn, ...]
    totals: tuple[int, ...]
    others: tuple[int, ...]
    difference: int | None = None
    percent: int | None = None
    doubts: tuple[str, ...] = ()

    @cached_property
    def has_categories_across(self) -> bool:
        """Whether headings say what is counted."""
        return not any(field in self.fields for field in CATEGORIES)


def span_of(row: Sequence[str], period: Sequence[int], header: Sequence[str]) -> Span | None:
    """Return the months that a row says it is of; None where it says none that can be read."""
    if len(period) == 1:
        return read_span(row[period[0]])
    read = (
        financial_quarter
        if plain(header[period[1]]) in count_names.QUARTER_NAMES
        else month_of_year
    )
    return read(row[period[0]], row[period[1]])
