"""Where a table of counts has what: its counts, and what its rows and headings say of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from assessment.definitions.spelling import plain
from assessment.intake.file_choices import FileQuestion
from assessment.intake.files.file_tables import FileTable, rows_of, shown
from assessment.intake.headings import count_names
from assessment.intake.headings.day_words import day_before_month
from assessment.intake.headings.heading_periods import ending
from assessment.intake.headings.month_span import Span
from assessment.intake.headings.period_words import read_span
from assessment.intake.headings.year_parts import financial_quarter, month_of_year

# What a column of a table of counts may say of what is counted, beside when it was.
PLACES = ("force", "district", "ward", "lsoa")
CATEGORIES = ("category", "subcategory")


@dataclass(frozen=True)
class ValueColumn:
    """A column of counts, and what its heading, or the line above that, says of them.

    `span` are the months that it names; `part` a month or quarter whose year its rows say.
    """

    at: int
    heading: str
    span: Span | None = None
    part: str = ""
    place: str = ""
    category: str = ""

    @cached_property
    def label(self) -> str:
        """The heading as a message says it."""
        return f"column '{shown(self.heading)}'"

    @property
    def counted(self) -> tuple[Span | None, str, str, str]:
        """What tells it from the other columns of its table."""
        return self.span, self.part, self.place, self.category


@dataclass(frozen=True)
class TableShape:
    """Where a table of counts has what: places in its rows, by column.

    `period` are the columns that say when: none where headings do, two for a year and its quarter
    or month. `others` tell rows apart and are not kept, `left_out` are used for nothing. `place` is
    the district that the table's title or its sheet names; `is_month_first` says so of its dates.
    `only` leads from a column to the value of which alone the rows are read.
    `doubts` are reasons to ask whether a
    row is a count at all, `questions` are of columns that are not understood, `faults` what makes
    the table one that cannot be loaded.
    """

    table: FileTable
    fields: Mapping[str, int]
    period: tuple[int, ...]
    values: tuple[ValueColumn, ...]
    totals: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()
    only: Mapping[int, str] = field(default_factory=dict)
    difference: int | None = None
    percent: int | None = None
    place: str = ""
    is_month_first: bool = False
    doubts: tuple[str, ...] = ()
    questions: tuple[FileQuestion, ...] = ()
    faults: tuple[str, ...] = ()

    def is_read(self, row: Sequence[str]) -> bool:
        """Tell whether a row is of those that are read, where only some are."""
        return all(at >= len(row) or row[at].strip() == kept for at, kept in self.only.items())

    @cached_property
    def columns(self) -> frozenset[int]:
        """The columns of the file that are the table's own: another may stand beside it."""
        headed = {at for at, heading in enumerate(self.table.header) if heading}
        used = {*self.fields.values(), *self.period, *(value.at for value in self.values)}
        return frozenset(headed | used)

    @cached_property
    def has_sections(self) -> bool:
        """Whether a row may name the district of those below it: no column does."""
        names_place = "district" in self.fields or any(value.place for value in self.values)
        return "category" in self.fields and not names_place


def rows_to_count(
    table: FileTable, *, is_month_first: bool = False
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their numbers, the days of their dates before the months."""
    rows = rows_of(table)
    if not is_month_first:
        return rows
    return ((number, [day_before_month(cell) for cell in row]) for number, row in rows)


def without_category(shape: TableShape) -> Iterator[str]:
    """Say of a table that neither its rows nor its headings say what it counts."""
    in_rows = any(field in shape.fields for field in CATEGORIES)
    if not in_rows and not all(value.category for value in shape.values):
        yield (
            f"{shape.table.label} does not say what it counts. Add a column 'Offence' that does, "
            "with 'All crime' in each row if that is what it is, and load the file again."
        )


def span_of(
    row: Sequence[str], period: Sequence[int], header: Sequence[str], part: str = ""
) -> Span | None:
    """Return the months that a row says it is of; None where it says none that can be read.

    `part` is the month or quarter that a heading names, of the year that the row does.
    """
    if not period:
        return None
    if part:
        year = row[period[0]]
        return month_of_year(year, part) or financial_quarter(year, part)
    if len(period) == 1:
        return ending(header[period[0]], read_span(row[period[0]]))
    read = (
        financial_quarter
        if plain(header[period[1]]) in count_names.QUARTER_NAMES
        else month_of_year
    )
    return read(row[period[0]], row[period[1]])
