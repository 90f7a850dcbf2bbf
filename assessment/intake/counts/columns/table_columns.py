"""The columns of a table, by what their headings and their first cells say."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from assessment.definitions import ANY_FLAG, FLAGS, districts, measure_sets, recipes
from assessment.definitions.spelling import plain
from assessment.intake.counts.columns.table_layout import CATEGORIES, PLACES, rows_to_count
from assessment.intake.counts.count_cells import CountStatus, read_cell
from assessment.intake.file_choices import DateOrder, FileChoices
from assessment.intake.files.file_tables import FileTable, shown
from assessment.intake.files.layout.total_words import is_number
from assessment.intake.headings import count_names
from assessment.intake.headings.day_words import day_of, is_last_of_month
from assessment.intake.headings.footnote_marks import without_note_marks
from assessment.intake.headings.heading_periods import heading_part, heading_span
from assessment.intake.headings.month_span import Span
from assessment.intake.headings.period_words import read_span
from assessment.intake.headings.week_words import are_week_starts, is_week, is_week_name
from assessment.intake.mapping.columns.header_matching import Match

SAMPLE_ROWS = 200
DATES = ("recorded", "date_from")
INCIDENTS = "incidents"
COUNT, UNUSED, PERIOD = "count", "unused", "period"


class TableColumns:
    """The columns of one of the tables that may stand side by side in a file's table.

    `fields` leads from places and categories to their columns; `free` are columns that nobody has
    said anything of, nor a known name.
    """

    def __init__(self, table: FileTable, choices: FileChoices, columns: range) -> None:
        self.table = table
        self.header = tuple(
            (heading if heading in choices.columns else without_note_marks(heading))
            if at in columns
            else ""
            for at, heading in enumerate(table.header)
        )
        self.match = Match(recipes()[INCIDENTS], self.header, choices.columns)
        self._fields = fields = self.match.fields()
        self.fields = {
            field: at for at, field in enumerate(fields) if field in (*PLACES, *CATEGORIES)
        }
        self.dates = [at for at, field in enumerate(fields) if field in DATES]
        self.said_counts = [at for at in columns if self._said(choices, at) == COUNT]
        self.unused = [at for at in columns if self._said(choices, at) == UNUSED]
        is_month_first = choices.standing_date_order is DateOrder.MONTH_FIRST
        self.rows = [
            row
            for _, row in islice(rows_to_count(table, is_month_first=is_month_first), SAMPLE_ROWS)
            if len(row) == len(fields)
        ]
        self.free = [
            at
            for at in columns
            if (fields[at].startswith(UNUSED) or self._counts_flagged(at, fields[at]))
            and at not in self.unused
        ]
        self.known = [at for at in columns if self.header[at] and at not in self.free]

    def _counts_flagged(self, at: int, field: str) -> bool:
        """Tell a column that counts what is flagged from one that flags a record."""
        is_flag = field in measure_sets()[FLAGS].families
        return is_flag and self.counts_mostly(at) and not self.are_ones([at])

    @cached_property
    def flagged(self) -> list[int]:
        """The columns of words that a recipe of records knows as a flag's, such as strands."""
        flags = {ANY_FLAG, *measure_sets()[FLAGS].families}
        return [at for at in self.known if self._fields[at] in flags and self._is_text(at)]

    def _said(self, choices: FileChoices, at: int) -> str | None:
        heading = self.header[at]
        return choices.columns.get(heading, choices.columns.get(shown(heading)))

    @cached_property
    def spans(self) -> Mapping[int, Span]:
        """The months that headings name, of columns that count."""
        named = {at: span for at in self.free if (span := heading_span(self.header[at]))}
        return {at: span for at, span in named.items() if self.has_numbers(at)}

    @cached_property
    def parts(self) -> Mapping[int, str]:
        """The months and quarters that headings name without a year, of columns that count."""
        named = {at: part for at in self.free if (part := heading_part(self.header[at]))}
        parts = {at: part for at, part in named.items() if self.has_numbers(at)}
        return parts if len(parts) > 1 else {}

    @cached_property
    def numbers(self) -> list[int]:
        """Free columns whose every cell is a count."""
        return [at for at in self.free if self.header[at] and self._counts(at)]

    @cached_property
    def texts(self) -> list[int]:
        """Free columns of words: most of their cells are no numbers and no periods."""
        return [at for at in self.free if self._is_text(at)]

    def cells(self, at: int) -> list[str]:
        """Return the first cells of a column that hold anything."""
        return [row[at].strip() for row in self.rows if row[at].strip()]

    def has_numbers(self, at: int) -> bool:
        """Tell whether any cell is a number: below a month one that is no count is a fault."""
        return self.counts_any(at) or any(map(is_number, self.cells(at)))

    def counts_any(self, at: int) -> bool:
        """Tell whether any cell is a count."""
        return any((cell := read_cell(row[at])) and cell.value is not None for row in self.rows)

    def counts_mostly(self, at: int) -> bool:
        """Tell whether most cells are counts: one with "12*" is a fault, and no other column."""
        cells = [read_cell(row[at]) for row in self.rows]
        return 2 * sum(1 for cell in cells if cell) > len(cells) and self.counts_any(at)

    def _counts(self, at: int) -> bool:
        if count_names.is_count_name(self.header[at]):
            cells = [read_cell(row[at]) for row in self.rows]
            return bool(cells) and 2 * sum(1 for cell in cells if cell) > len(cells)
        cells = [read_cell(row[at]) for row in self.rows]
        return all(cells) and any(cell and cell.value is not None for cell in cells)

    def are_numbers(self, at: int) -> bool:
        """Tell whether most cells of a column are numbers, whole or not."""
        cells = self.cells(at)
        return 2 * sum(map(is_number, cells)) > len(cells)

    def _is_text(self, at: int) -> bool:
        cells = self.cells(at)
        words = [cell for cell in cells if not is_number(cell) and not read_cell(cell)]
        return 2 * len(words) > len(cells)

    def are_spans(self, at: int) -> bool:
        """Tell whether most cells of a column name periods, or say that they add them up."""
        cells = self.cells(at)
        spans = [cell for cell in cells if read_span(cell) or count_names.is_total(cell)]
        return bool(spans) and 2 * len(spans) > len(cells)

    def are_days(self, at: int) -> bool:
        """Tell whether a column has days: the first, or the last, of a month may stand for it."""
        days = [day for cell in self.cells(at) if (day := day_of(cell))]
        are_ends = all(map(is_last_of_month, days))
        return any(day.day != 1 for day in days) and not are_ends

    def are_ones(self, columns: Sequence[int]) -> bool:
        """Tell whether every number of some columns is 1 or 0, as of a record."""
        counts = [read_cell(row[at]) for row in self.rows for at in columns]
        return all(
            count and count.status is CountStatus.COUNTED and (count.value or 0) <= 1
            for count in counts
        )

    def named(self, names: frozenset[str]) -> list[int]:
        """Return the columns whose heading is one of some names."""
        return [at for at in (*self.free, *self.known) if self.heading(at) in names]

    def heading(self, at: int) -> str:
        """Return the heading of a column in plain words."""
        return plain(self.header[at])

    def are_named_districts(self, at: int) -> bool:
        """Tell whether most cells of a column are names of districts."""
        cells = self.cells(at)
        return bool(cells) and 2 * sum(1 for cell in cells if districts().find(cell)) > len(cells)

    def weeks(self) -> Iterator[int]:
        """Yield the columns that name weeks, or whose headings do."""
        yield from (at for at in (*self.free, *self.dates) if self._are_weeks(at))

    def _are_weeks(self, at: int) -> bool:
        cells = self.cells(at)
        if is_week_name(self.header[at]) or is_week(self.header[at]):
            return True
        days = list(filter(None, map(day_of, cells)))
        are_starts = self.are_days(at) and are_week_starts(days)
        return (bool(cells) and all(map(is_week, cells))) or are_starts
