"""The cells of tables of counts, however they are laid out: one for each thing, place and time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assessment.intake.counts.cell_keys import TableCell, TotalCell
from assessment.intake.counts.cells.row_labels import RowLabels, Sections
from assessment.intake.counts.cells.total_cells import across_totals, total_cell
from assessment.intake.counts.columns.table_layout import TableShape, rows_to_count
from assessment.intake.counts.count_cells import read_cell
from assessment.intake.counts.totals.printed_changes import ChangeCells
from assessment.intake.files.file_tables import shown

COUNT_EXPECTED = "a whole number, or a sign for one that is withheld or missing (<5, *, c, –, n/a)"
# What was counted before and is no longer: only whoever made the table knows of which number.
NEGATIVE = re.compile(r"[-–−]\s?\d[\d, ]*(?:\.0+)?|\(\d[\d, ]*\)")
TAKEN_BACK = (
    "A number below 0 takes back what another row has too many: take it off that row, delete this "
    "one where it is then of no use, and load the file again."
)
PERIOD_EXPECTED = (
    "a month, quarter or year such as 2025-10, Oct-25, P7 2025/26, Q1 2025/26 or 2024/25"
)


# What notes below a table begin with; anything else in one cell is a row whose counts are missing.
NOTE = re.compile(r"(?:source|notes?|produced|extracted|data|please|caveat|©|\*)\b", re.IGNORECASE)
LONGEST_NAME = 60


@dataclass
class ReadCells:
    """Every cell of a file's tables, its totals and its changes apart, and what is wrong.

    `marked` are the numbers with a mark behind them, as they stand, and where.
    """

    rows: int = 0
    cells: list[TableCell] = field(default_factory=list)
    totals: list[TotalCell] = field(default_factory=list)
    changes: list[ChangeCells] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read_cells(shapes: Sequence[TableShape], place: str | None) -> ReadCells:
    """Read every table; `place` is the district that every row belongs to, where it was said."""
    read = ReadCells()
    seen: dict[int, str] = {}
    for shape in shapes:
        label = shape.table.label
        sections = Sections(shape)
        for number, row in _rows_and_totals(shape):
            where = f"{label}, row {number:,}"
            if len(row) != len(shape.table.header):
                cells = f"expected {len(shape.table.header)} cells, found {len(row)}"
                read.faults.append(f"{where}: {cells}.")
            elif _is_note(shape, row):
                read.notes.append(shown(" ".join(row[at] for at in shape.columns if row[at])))
            elif shape.is_read(row) and any(row[at].strip() for at in shape.columns):
                read.rows += 1
                if not sections.begins(row):
                    _read_row(read, seen, RowLabels.of(shape, row, where, place, sections))
    return read


def _rows_and_totals(shape: TableShape) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows, then those that sum up and were left out because little of them is filled."""
    yield from rows_to_count(shape.table, is_month_first=shape.is_month_first)
    width = len(shape.table.header)
    for total in shape.table.totals:
        if len(total.cells) == width and any(total.cells[value.at] for value in shape.values):
            yield total.number, total.cells


def _is_note(shape: TableShape, row: Sequence[str]) -> bool:
    """Tell a remark below or in a table: a sentence in one cell, or one where no column is."""
    filled = [at for at, cell in enumerate(row) if cell.strip()]
    if len(filled) != 1 or any(value.at in filled for value in shape.values):
        return False
    text = "".join(row).strip()
    is_named = any(at in shape.fields.values() for at in filled)
    return not is_named or len(text) > LONGEST_NAME or bool(NOTE.match(text))


def _read_row(read: ReadCells, seen: dict[int, str], row: RowLabels) -> None:
    keys = {value: row.key(value) for value in row.shape.values}
    counts = {value: read_cell(row.row[value.at]) for value in keys}
    for value in keys:
        if counts[value] is None:
            read.faults.append(_not_a_count(row, value.at))
    read.marked += [
        f"'{shown(row.row[value.at])}' ({row.where}, {value.label})"
        for value, count in counts.items()
        if count and count.mark
    ]
    if None in counts.values():
        return
    cells = [
        TableCell(key, count, f"{row.where}, {value.label}")
        for value, key in keys.items()
        if (count := counts[value])
    ]
    if row.is_total:
        totals = [total_cell(cell, row) for cell in cells]
        read.totals += [*totals, *_at_the_end(read, row, totals[0])]
    else:
        _keep(read, seen, row, cells)
    if row.shape.difference is not None or row.shape.percent is not None:
        read.changes.append(_changes(row, cells))


def _keep(
    read: ReadCells, seen: dict[int, str], row: RowLabels, cells: Sequence[TableCell]
) -> None:
    for cell in cells:
        if cell.key.span is None:
            read.faults.append(_no_period(row))
            return
        earlier = seen.setdefault(hash(cell.key), cell.where)
        if earlier is not cell.where:
            read.faults.append(
                f"{earlier} and {cell.where} count the same thing. If one is a copy of the other, "
                "delete it; if not, write in each row what it is of, such as its district."
            )
            return
        read.cells.append(cell)
    first = TotalCell(cells[0].key, frozenset(), cells[0].counted, cells[0].where)
    read.totals += list(_at_the_end(read, row, first))


def _at_the_end(read: ReadCells, row: RowLabels, first: TotalCell) -> Iterator[TotalCell]:
    """Yield the totals at the end of a row, whose first cell is given as a total."""
    for at in row.shape.totals:
        count = read_cell(row.row[at])
        if count is None:
            read.faults.append(_not_a_count(row, at))
            continue
        where = f"{row.where}, column '{shown(row.shape.table.header[at])}'"
        yield across_totals(row.shape, first, count, where, row.year)


def _changes(row: RowLabels, cells: Sequence[TableCell]) -> ChangeCells:
    shape = row.shape
    counts = sorted((cell.key.span, cell.counted) for cell in cells if cell.key.span)
    return ChangeCells(
        row.where,
        tuple(count for _, count in counts),
        row.row[shape.difference] if shape.difference is not None else "",
        row.row[shape.percent] if shape.percent is not None else "",
    )


def _not_a_count(row: RowLabels, at: int) -> str:
    heading, cell = row.shape.table.header[at], row.row[at]
    taken_back = f" {TAKEN_BACK}" if NEGATIVE.fullmatch(cell.strip()) else ""
    return (
        f"{row.where}, column '{shown(heading)}': expected {COUNT_EXPECTED}, found "
        f"'{shown(cell)}'.{taken_back}"
    )


def _no_period(row: RowLabels) -> str:
    cells = " ".join(row.row[at] for at in row.shape.period)
    return f"{row.where}: expected {PERIOD_EXPECTED}, found '{shown(cells)}'."
