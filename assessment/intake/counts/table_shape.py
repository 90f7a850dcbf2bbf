"""How a table of counts is laid out: long, with periods across, or with categories across."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessment.intake.counts.column_roles import IT_COUNTS, shape_of
from assessment.intake.counts.heading_lines import HeadingLines, tables_side_by_side
from assessment.intake.counts.periods_across import periods_across
from assessment.intake.counts.row_fields import across_fields, headed_values, is_measure
from assessment.intake.counts.table_columns import COUNT, TableColumns
from assessment.intake.counts.table_layout import (
    CATEGORIES,
    TableShape,
    ValueColumn,
    span_of,
    without_category,
)
from assessment.intake.file_choices import DateOrder, FileChoices, FileQuestion, RowIs
from assessment.intake.files.file_tables import FileTable, in_quotes, shown
from assessment.intake.headings import count_names
from assessment.intake.headings.period_words import read_span
from assessment.intake.headings.week_words import is_week

# Fewer rows of single days say nothing of whether a column of whole numbers counts.
FEW_ROWS = 5
ALL_ONE = "every number that was looked at is 1 or 0"
ALL_DAYS = "its dates are single days"
NOT_NAMED = "nothing says that the column '{}' is a count"
WEEKS = (
    "{} counts by week ({}). A week lies in two months, so that no month can be made of weeks: ask "
    "for the same by day or by month, and load that."
)


def find_shapes(table: FileTable, choices: FileChoices) -> list[TableShape]:
    """Return how a table lays out its counts; none where its rows are no counts.

    Headings decide, and the first rows whether the values are what they say; what could be either
    has doubts. Tables that stand side by side have a shape each.
    """
    blocks = tables_side_by_side(table.header)
    shapes = [_find_shape(table, choices, columns) for columns in blocks]
    if len(blocks) > 1 and not all(shapes):
        shapes = [_find_shape(table, choices, range(len(table.header)))]
    return [shape for shape in shapes if shape]


def _find_shape(table: FileTable, choices: FileChoices, block: range) -> TableShape | None:
    columns = TableColumns(table, choices, block)
    is_said = choices.row_is is RowIs.COUNT
    has_references = "reference" in columns.match.columns and not is_said
    if choices.row_is not in (None, RowIs.COUNT) or has_references:
        return None
    above = HeadingLines.of(table, block)
    shape = periods_across(columns, above) or _long(columns)
    if not shape:
        return _weekly(columns)
    shape = replace(
        shape,
        place=above.district,
        is_month_first=choices.date_order is DateOrder.MONTH_FIRST,
        faults=(*shape.faults, *_weeks(columns, shape)),
    )
    return replace(shape, doubts=()) if is_said else shape


def _weekly(columns: TableColumns) -> TableShape | None:
    """Return a table that counts by week, of which nothing can be read."""
    weeks = list(columns.weeks())
    counting = [at for at in columns.numbers if at not in weeks and _is_counting(columns, at)]
    across = [at for at in weeks if is_week(columns.header[at]) and columns.counts_any(at)]
    if not weeks or not (counting or across):
        return None
    fault = WEEKS.format(columns.table.label, in_quotes(_headings(columns, weeks), most=3))
    return TableShape(columns.table, columns.fields, (), (), faults=(fault,))


def _is_counting(columns: TableColumns, at: int) -> bool:
    heading = columns.header[at]
    return count_names.is_count_name(heading) or is_measure(heading)


def _headings(columns: TableColumns, places: Sequence[int]) -> list[str]:
    return [columns.table.header[at] for at in places]


def _weeks(columns: TableColumns, shape: TableShape) -> Iterator[str]:
    """Say that counts are of weeks, where no month stands beside them."""
    weeks = list(columns.weeks())
    spans = [read_span(cell) for at in shape.period for cell in columns.cells(at)]
    by_month = shape.period and not {*shape.period} & {*weeks}
    if weeks and not (by_month and all(span and len(span.months) == 1 for span in spans if span)):
        names = in_quotes(_headings(columns, weeks), most=3)
        yield WEEKS.format(columns.table.label, names)


def _long(columns: TableColumns) -> TableShape | None:
    """Find counts below headings that say so, or that say what is counted."""
    period = _period(columns)
    numbers = [at for at in columns.numbers if at not in period]
    if not period or not numbers:
        return None
    fields = across_fields(columns, [*period, *numbers])
    values = _named_values(columns, numbers) or headed_values(columns, numbers, fields)
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


def _return(
    columns: TableColumns, period: Sequence[int], numbers: Sequence[int], fields: object
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


def _has_category(fields: object) -> bool:
    return isinstance(fields, dict) and any(field in fields for field in CATEGORIES)


def _counting(columns: TableColumns, numbers: Sequence[int]) -> list[int]:
    """Return the columns of numbers that may count: no total, no rate, no difference."""
    return [
        at
        for at in numbers
        if not count_names.is_total_name(columns.header[at])
        and not count_names.is_difference_name(columns.header[at])
        and not count_names.is_other_number(columns.header[at])
    ]


def _unnamed(
    columns: TableColumns, period: tuple[int, ...], numbers: Sequence[int], fields: dict[str, int]
) -> TableShape | None:
    """Doubt a table whose rows differ in place, category and month, and that has numbers."""
    keys = [*period, *fields.values()]
    rows = {tuple(row[at] for at in keys) for row in columns.rows}
    counts = _counting(columns, numbers)
    are_days = columns.are_days(period[0])
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
    if year and parts and any(not read_span(cell) for cell in columns.cells(parts[0])):
        return year[0], parts[0]
    named = [at for at in columns.free if count_names.is_period_name(columns.header[at])]
    finest = sorted([*columns.dates, *named], key=lambda at: at in year)
    if period := next(((at,) for at in finest if columns.are_spans(at)), ()):
        return period
    # Whatever it is called, a column of months or quarters is no day of a record.
    rest = [at for at in columns.free if columns.are_spans(at) and not columns.are_days(at)]
    return next(((at,) for at in rest if at not in columns.numbers), ())
