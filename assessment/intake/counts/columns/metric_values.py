"""Columns of numbers of which another column says, row by row, what they are a number of."""

from collections import defaultdict
from collections.abc import Iterator

from assessment.intake.counts.columns.table_columns import TableColumns
from assessment.intake.counts.count_cells import read_cell
from assessment.intake.files.layout.total_words import is_number
from assessment.intake.headings.count_names import is_count_name, is_metric_name, is_value_name

# A column of more different words than these names no metrics.
MOST_METRICS = 20


def metric_values(columns: TableColumns) -> Iterator[int]:
    """Yield columns of numbers, not all whole, in which some metric has whole ones alone."""
    for at in columns.free:
        if _may_be_values(columns, at) and any(_tells(columns, name, at) for name in columns.texts):
            yield at


def _may_be_values(columns: TableColumns, at: int) -> bool:
    heading, cells = columns.header[at], columns.cells(at)
    is_named = is_value_name(heading) or is_count_name(heading)
    return is_named and bool(cells) and all(is_number(cell) or read_cell(cell) for cell in cells)


def _tells(columns: TableColumns, name: int, at: int) -> bool:
    """Tell whether a column of words names metrics: some of whole numbers, others perhaps not."""
    numbers: dict[str, list[bool]] = defaultdict(list)
    for row in columns.rows:
        numbers[row[name].strip()].append(bool(read_cell(row[at])))
    are_counts = [all(whole) for whole in numbers.values()]
    is_named = is_metric_name(columns.header[name]) or not all(are_counts)
    return 1 < len(numbers) <= MOST_METRICS and any(are_counts) and is_named
