"""What the totals of a table add up: the rows above them, or the columns beside them."""

from collections.abc import Sequence

from assessment.definitions.spelling import plain
from assessment.intake.counts.cell_keys import (
    CATEGORY,
    OTHERS,
    PLACE,
    SPAN,
    TEXTS,
    CellKey,
    TableCell,
    TotalCell,
)
from assessment.intake.counts.cells.row_labels import RowLabels
from assessment.intake.counts.columns.table_layout import TableShape
from assessment.intake.counts.count_cells import CellCount
from assessment.intake.headings.count_names import is_total, total_of
from assessment.intake.headings.month_span import Span


def total_cell(cell: TableCell, row: RowLabels) -> TotalCell:
    """Read what a total adds up: whatever its row leaves blank, or says that it is all of."""
    said = cell.key._asdict()
    over = {SPAN} if cell.key.span is None else set()
    for at, name in enumerate(TEXTS):
        text = said[name]
        if not text or is_total(text):
            over.add(at)
        elif of := total_of(text):
            if _is_said_of_another(of, name, cell.key):
                over.add(at)
            else:
                said[name] = of
    if all(not text or is_total(text) for text in row.others):
        over.add(OTHERS)
    return TotalCell(CellKey(**said), frozenset(over), cell.counted, cell.where)


def _is_said_of_another(of: str, name: str, key: CellKey) -> bool:
    """Tell a "Rochford total" among the wards of Rochford: it is of all of them."""
    texts = key._asdict()
    return any(plain(of) == plain(texts[other]) for other in TEXTS if other != name)


def across_totals(
    shape: TableShape, first: TotalCell, counted: CellCount, where: str, year: Span | None
) -> TotalCell:
    """Return the total at the end of a row: over whatever its columns of counts differ in.

    `first` is the first of these as a total: what the row itself adds up, it adds up as well.
    `year` is that of the row, where its headings are months or quarters of it.
    """
    over = {*first.over}
    key = first.key
    if _differ([(value.span, value.part) for value in shape.values]):
        over, key = over | {SPAN}, key._replace(span=year)
    if _differ([value.category for value in shape.values]):
        over |= {CATEGORY}
    if _differ([value.place for value in shape.values]):
        over |= {PLACE}
    return TotalCell(key, frozenset(over), counted, where)


def _differ(said: Sequence[object]) -> bool:
    return len({*said}) > 1
