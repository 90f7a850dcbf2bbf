"""Tables with a row for each month and thing: its counts stand below headings that say so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessment.intake.counts.columns.column_roles import IT_COUNTS, shape_of
from assessment.intake.counts.columns.metric_values import metric_values
from assessment.intake.counts.columns.row_fields import across_fields, headed_values
from assessment.intake.counts.columns.table_columns import COUNT, TableColumns
from assessment.intake.counts.columns.table_layout import (
    CATEGORIES,
    TableShape,
    ValueColumn,
    span_of,
    without_category,
)
from assessment.intake.file_choices import FileQuestion
from assessment.intake.files.file_tables import in_quotes, shown
from assessment.intake.headings import count_names
from assessment.intake.headings.period_words import read_span

# Fewer rows of single days say nothing of whether a column of whole numbers counts.
FEW_ROWS = 5
ALL_ONE = "every number that was looked at is 1 or 0"
ALL_DAYS = "its dates are single days"
NOT_NAMED = "nothing says that the column '{}' is a count"


def long_table(columns: TableColumns) -> TableShape | None:
    """Find counts below headings that say so, or that say what is counted."""
    period = _period(columns)
    numbers = [at for at in columns.numbers if at not in period]
    numbers += [at for at in metric_values(columns) if at not in (*period, *numbers)]
    if not period or not numbers:
        return None
    fields = across_fields(columns, [*period, *numbers])
    headed = headed_values(columns, numbers, fields)
    values = _said_beside(columns, headed) or _named_values(columns, numbers) or headed
    values = values or _return(columns, period, numbers, fields)
    if not values:
        return _unnamed(columns, period, numbers, fields)
    if not _has_category(fields):
        values = [
            value
            if value.category or value.place
            else replace(value, category=columns.header[value.at])
            for value in values
        ]
    shape = shape_of(columns, period, values, fields)
    doubts = tuple(_doubts(columns, period, [value.at for value in values]))
    return replace(shape, doubts=doubts, faults=(*shape.faults, *without_category(shape)))


def _named_values(columns: TableColumns, numbers: Sequence[int]) -> list[ValueColumn]:
    """Return the column that is said to count, or whose heading says so.

    Of several that were said to, each counts something of its own.
    """
    heading = columns.table.header
    if len(said := columns.said_counts) > 1:
        return [ValueColumn(at, heading[at], category=heading[at]) for at in said]
    named = said or [at for at in numbers if count_names.is_count_name(heading[at])]
    # A total beside other counts is theirs, and not the count.
    best = [at for at in named if not count_names.is_total_name(heading[at])]
    best = best or ([] if _counting(columns, numbers) else named)
    return [ValueColumn(at, heading[at]) for at in best[:1]]


def _said_beside(columns: TableColumns, headed: Sequence[ValueColumn]) -> list[ValueColumn]:
    """Return the columns named for offences, and those that were said to count beside them."""
    others = {*columns.said_counts} - {value.at for value in headed}
    is_total = any(count_names.is_total_name(columns.header[at]) for at in others)
    if not headed or not others or is_total:
        return []
    names = columns.table.header
    return [*headed, *(ValueColumn(at, names[at], category=names[at]) for at in sorted(others))]


def _return(
    columns: TableColumns, period: Sequence[int], numbers: Sequence[int], fields: Mapping[str, int]
) -> list[ValueColumn]:
    """Take every number of a quarterly or yearly return: no record is of a quarter."""
    spans = [span for row in columns.rows if (span := span_of(row, period, columns.header))]
    is_coarse = bool(spans) and all(len(span.months) > 1 for span in spans)
    counts = _counting(columns, numbers)
    if not is_coarse or (_has_category(fields) and len(counts) > 1):
        return []
    by_heading = not _has_category(fields)
    heading = columns.table.header
    return [
        ValueColumn(at, heading[at], category=columns.header[at] if by_heading else "")
        for at in counts
    ]


def _has_category(fields: Mapping[str, int]) -> bool:
    return any(field in fields for field in CATEGORIES)


def _counting(columns: TableColumns, numbers: Sequence[int]) -> list[int]:
    """Return the columns of numbers that may count: no total, no rate, no difference."""
    return [
        at
        for at in numbers
        if not count_names.is_total_name(columns.header[at])
        and not count_names.is_difference_name(columns.header[at])
        and not count_names.is_other_number(columns.header[at])
    ]


def _values(columns: TableColumns, numbers: Sequence[int]) -> list[int]:
    """Return columns headed "Value", which say of what in another column."""
    return [at for at in numbers if count_names.is_value_name(columns.header[at])]


def _unnamed(
    columns: TableColumns, period: tuple[int, ...], numbers: Sequence[int], fields: dict[str, int]
) -> TableShape | None:
    """Doubt a table whose rows differ in place, category and month, and that has numbers."""
    keys = {*period, *fields.values(), *columns.texts}
    rows = {tuple(row[at] for at in keys) for row in columns.rows}
    are_days = columns.are_days(period[0])
    counts = _counting(columns, numbers) or ([] if are_days else _values(columns, numbers))
    fewest = FEW_ROWS if are_days else 2
    if not counts or not fewest <= len(columns.rows) == len(rows):
        return None
    if are_days or columns.are_ones(counts):
        return None
    heading = columns.table.header[counts[0]]
    shape = shape_of(columns, period, [ValueColumn(counts[0], heading)], fields)
    doubts = (NOT_NAMED.format(shown(heading)),)
    # A total of the others may be what is wanted.
    may_count = [
        at for at in numbers if at in counts or count_names.is_total_name(columns.header[at])
    ]
    if len(may_count) == 1:
        return replace(shape, doubts=doubts)
    return replace(shape, doubts=doubts, questions=(_which_counts(columns, may_count),))


def _which_counts(columns: TableColumns, counts: Sequence[int]) -> FileQuestion:
    headings = [columns.table.header[at] for at in counts]
    return FileQuestion(
        "columns",
        f"Which column says how many there were: {in_quotes(headings)}? The others are left out. "
        "If each counts something of its own, set them all to a count.",
        tuple((f"{heading}={COUNT}", f"'{shown(heading)}': {IT_COUNTS}") for heading in headings),
        "--column",
    )


def _doubts(columns: TableColumns, period: Sequence[int], values: Sequence[int]) -> Iterator[str]:
    if columns.are_ones(values):
        yield ALL_ONE
    if columns.are_days(period[0]):
        yield ALL_DAYS


def _period(columns: TableColumns) -> tuple[int, ...]:
    """Return the columns that say when: a year and its quarter or month, or one of periods."""
    year = columns.named(count_names.YEAR_NAMES)
    parts = columns.named(count_names.QUARTER_NAMES | count_names.MONTH_NAMES)
    parts = parts or columns.named(count_names.NUMBERED_NAMES)
    if year and parts and any(not read_span(cell) for cell in columns.cells(parts[0])):
        return year[0], parts[0]
    named = [at for at in columns.free if count_names.is_period_name(columns.header[at])]
    finest = sorted([*columns.dates, *named], key=lambda at: at in year)
    if period := next(((at,) for at in finest if columns.are_spans(at)), ()):
        return period
    # Whatever it is called, a column of months or quarters is no day of a record.
    rest = [at for at in columns.free if columns.are_spans(at) and not columns.are_days(at)]
    return next(((at,) for at in rest if at not in columns.numbers), ())
