"""How a table of counts is laid out: long, with periods across, or with categories across."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from assessment.definitions import FLAGS, measure_sets, recipes
from assessment.definitions.spelling import plain
from assessment.intake.counts.count_cells import CountStatus, read_cell
from assessment.intake.counts.table_layout import (
    CATEGORIES,
    PLACES,
    TableShape,
    ValueColumn,
    span_of,
)
from assessment.intake.file_choices import FileChoices, RowIs
from assessment.intake.files.file_tables import FileTable, rows_of
from assessment.intake.headings import count_names
from assessment.intake.headings.period_words import (
    day_of,
    read_span,
)
from assessment.intake.mapping.columns.header_matching import Match

SAMPLE_ROWS = 200
DATES = ("recorded", "date_from")
INCIDENTS = "incidents"
COUNT = "count"
# Fewer rows say nothing of whether a column of whole numbers counts.
FEW_ROWS = 5
ALL_ONE = "every number that was looked at is 1 or 0"
ALL_DAYS = "its dates are single days"
NOT_NAMED = "nothing says that the column '{}' is a count"


def find_shape(table: FileTable, choices: FileChoices) -> TableShape | None:
    """Return how a table lays out its counts; None where its rows are no counts.

    Headings decide, and the first rows whether the values are what they say; what could be either
    has doubts.
    """
    match = Match(recipes()[INCIDENTS], table.header, choices.columns)
    is_said = choices.row_is is RowIs.COUNT
    if choices.row_is not in (None, RowIs.COUNT) or ("reference" in match.columns and not is_said):
        return None
    columns = _Columns(table, match, choices)
    shape = columns.across() or columns.long()
    return replace(shape, doubts=()) if shape and is_said else shape


class _Columns:
    """The columns of a table, by what their headings and their first cells say."""

    def __init__(self, table: FileTable, match: Match, choices: FileChoices) -> None:
        self._table = table
        fields = match.fields()
        self._fields = {
            field: at for at, field in enumerate(fields) if field in (*PLACES, *CATEGORIES)
        }
        self._dates = [at for at, field in enumerate(fields) if field in DATES]
        self._said = [at for at, head in enumerate(table.header) if _said(choices, head) == COUNT]
        self._free = [
            at
            for at, (head, field) in enumerate(zip(table.header, fields, strict=True))
            if head and field.startswith("unused") and _said(choices, head) != "unused"
        ]
        self._rows = [
            row for _, row in islice(rows_of(table), SAMPLE_ROWS) if len(row) == len(fields)
        ]

    def across(self) -> TableShape | None:
        """Find periods in headings: two of them, or one over nothing but numbers."""
        spans = {at: span for at in self._free if (span := read_span(self._header(at)))}
        values = [at for at in spans if self._counts(at)]
        if not values or len(values) < len(spans) or self._period():
            return None
        if len(values) == 1 and not self._fields:
            return None
        return self._shape((), [ValueColumn(at, self._header(at), spans[at]) for at in values])

    def long(self) -> TableShape | None:
        """Find counts below headings that say so, or that say what is counted."""
        period = self._period()
        numbers = [at for at in self._free if at not in period and self._counts(at)]
        named = self._said or [at for at in numbers if count_names.is_count_name(self._header(at))]
        if not period or not numbers:
            return None
        values = named[:1] or self._headed_by_measures(numbers) or self._return(period, numbers)
        if values:
            shape = self._shape(period, [ValueColumn(at, self._header(at)) for at in values])
            return replace(shape, doubts=tuple(self._doubts(period, values)))
        return self._unnamed(period, numbers)

    def _headed_by_measures(self, numbers: Sequence[int]) -> list[int]:
        if any(field in self._fields for field in CATEGORIES):
            return []
        headed = [at for at in numbers if _is_measure(self._header(at))]
        rest = [at for at in numbers if at not in headed and not self._is_aside(at)]
        return headed if len(headed) > 1 and not rest else []

    def _return(self, period: Sequence[int], numbers: Sequence[int]) -> list[int]:
        """Take every number of a quarterly or yearly return: no record is of a quarter."""
        spans = [span for row in self._rows if (span := span_of(row, period, self._table.header))]
        is_coarse = bool(spans) and all(len(span.months) > 1 for span in spans)
        return [at for at in numbers if not self._is_aside(at)] if is_coarse else []

    def _unnamed(self, period: tuple[int, ...], numbers: Sequence[int]) -> TableShape | None:
        """Doubt a table whose rows differ in place, category and month, and that has numbers."""
        keys = [*period, *self._fields.values()]
        rows = {tuple(row[at] for at in keys) for row in self._rows}
        values = [at for at in numbers if not self._is_aside(at)]
        if not values or not FEW_ROWS <= len(self._rows) == len(rows):
            return None
        if self._are_days(period) or self._are_ones(values):
            return None
        shape = self._shape(period, [ValueColumn(at, self._header(at)) for at in values])
        return replace(shape, doubts=(NOT_NAMED.format(self._header(values[0])),))

    def _doubts(self, period: Sequence[int], values: Sequence[int]) -> Iterator[str]:
        if self._are_ones(values):
            yield ALL_ONE
        if self._are_days(period):
            yield ALL_DAYS

    def _are_ones(self, values: Sequence[int]) -> bool:
        counts = [read_cell(row[at]) for row in self._rows for at in values]
        return all(
            count and count.status is CountStatus.COUNTED and (count.value or 0) <= 1
            for count in counts
        )

    def _are_days(self, period: Sequence[int]) -> bool:
        days = [day for row in self._rows if (day := day_of(row[period[0]]))]
        return any(day.day != 1 for day in days)

    def _period(self) -> tuple[int, ...]:
        """Return the columns that say when: a year and its quarter or month, or one of periods."""
        year = self._named(count_names.YEAR_NAMES)
        parts = self._named(count_names.QUARTER_NAMES) + self._named(count_names.MONTH_NAMES)
        if year and parts and any(not read_span(row[parts[0]]) for row in self._rows):
            return year[0], parts[0]
        named = [*self._dates, *(at for at in self._free if self._names_period(at))]
        return next(((at,) for at in named if self._are_spans(at)), ())

    def _named(self, names: frozenset[str]) -> list[int]:
        places = range(len(self._table.header))
        return [at for at in places if plain(self._header(at)) in names]

    def _names_period(self, at: int) -> bool:
        return count_names.is_period_name(self._header(at))

    def _are_spans(self, at: int) -> bool:
        cells = [row[at] for row in self._rows if row[at].strip()]
        spans = [cell for cell in cells if read_span(cell) or count_names.is_total(cell.strip())]
        return bool(spans) and 2 * len(spans) > len(cells)

    def _counts(self, at: int) -> bool:
        """Tell whether every cell of a column is a count, and some is a number.

        Below a heading that names counts most are enough: what a cell with "12*" says is a fault of
        the table, and no reason to take its rows for records.
        """
        cells = [read_cell(row[at]) for row in self._rows]
        if count_names.is_count_name(self._header(at)):
            return bool(cells) and 2 * sum(1 for cell in cells if cell) > len(cells)
        return all(cells) and any(cell and cell.value is not None for cell in cells)

    def _is_aside(self, at: int) -> bool:
        heading = self._header(at)
        return (
            count_names.is_total_name(heading)
            or count_names.is_difference_name(heading)
            or count_names.is_percent_name(heading)
        )

    def _header(self, at: int) -> str:
        return self._table.header[at]

    def _shape(self, period: tuple[int, ...], values: Sequence[ValueColumn]) -> TableShape:
        used = {*period, *self._fields.values(), *(value.at for value in values)}
        rest = [at for at, heading in enumerate(self._table.header) if heading and at not in used]
        differences = [at for at in rest if count_names.is_difference_name(self._header(at))]
        percents = [at for at in rest if count_names.is_percent_name(self._header(at))]
        totals = [at for at in rest if count_names.is_total_name(self._header(at))]
        aside = {*differences, *percents, *totals}
        return TableShape(
            self._table,
            self._fields,
            period,
            tuple(values),
            tuple(totals) if len(values) > 1 else (),
            tuple(at for at in rest if at not in aside and at not in self._dates),
            next(iter(differences), None),
            next(iter(percents), None),
        )


def _said(choices: FileChoices, heading: str) -> str | None:
    return choices.columns.get(heading)


def _is_measure(heading: str) -> bool:
    """Tell whether a heading names something that police count."""
    return any(
        measures.leaf_for(heading) or measures.total_named(heading)
        for name, measures in measure_sets().items()
        if name != FLAGS
    )
