"""How a table of counts is laid out: long, with periods across, or with categories across."""

from dataclasses import replace

from assessment.intake.counts.columns.heading_lines import HeadingLines, tables_side_by_side
from assessment.intake.counts.columns.long_tables import long_table
from assessment.intake.counts.columns.periods_across import periods_across
from assessment.intake.counts.columns.table_columns import TableColumns
from assessment.intake.counts.columns.table_layout import TableShape
from assessment.intake.counts.columns.weekly_counts import weekly_table, weeks_counted
from assessment.intake.file_choices import DateOrder, FileChoices, RowIs
from assessment.intake.files.file_tables import FileTable


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
    shape = periods_across(columns, above) or long_table(columns)
    if not shape:
        return weekly_table(columns)
    shape = replace(
        shape,
        place=above.district,
        is_month_first=choices.standing_date_order is DateOrder.MONTH_FIRST,
        faults=(*shape.faults, *weeks_counted(columns, shape)),
    )
    return replace(shape, doubts=()) if is_said else shape
