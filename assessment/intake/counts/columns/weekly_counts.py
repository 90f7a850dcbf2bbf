"""Tables that count by week, of which no month can be made."""

from collections.abc import Iterator, Sequence

from assessment.intake.counts.columns.row_fields import is_measure
from assessment.intake.counts.columns.table_columns import TableColumns
from assessment.intake.counts.columns.table_layout import TableShape
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.headings import count_names
from assessment.intake.headings.period_words import read_span
from assessment.intake.headings.week_words import is_week

WEEKS = (
    "{} counts by week ({}). A week lies in two months, so that no month can be made of weeks: ask "
    "for the same by day or by month, and load that."
)


def weekly_table(columns: TableColumns) -> TableShape | None:
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


def weeks_counted(columns: TableColumns, shape: TableShape) -> Iterator[str]:
    """Say that counts are of weeks, where no month stands beside them."""
    weeks = list(columns.weeks())
    spans = [read_span(cell) for at in shape.period for cell in columns.cells(at)]
    by_month = shape.period and not {*shape.period} & {*weeks}
    if weeks and not (by_month and all(span and len(span.months) == 1 for span in spans if span)):
        names = in_quotes(_headings(columns, weeks), most=3)
        yield WEEKS.format(columns.table.label, names)
