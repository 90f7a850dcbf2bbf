"""The cells of tables of counts, however they are laid out: one for each thing, place and time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assessment.intake.counts.cell_keys import (
    CATEGORY,
    OTHERS,
    SPAN,
    TEXTS,
    CellKey,
    TableCell,
    TotalCell,
)
from assessment.intake.counts.count_cells import read_cell
from assessment.intake.counts.printed_changes import ChangeCells
from assessment.intake.counts.table_layout import TableShape, ValueColumn, span_of
from assessment.intake.files.file_tables import rows_of, shown
from assessment.intake.headings.count_names import is_total, total_of
from assessment.intake.headings.period_words import day_of

COUNT_EXPECTED = "a whole number, or a sign for one that is withheld or missing (<5, *, c, –, n/a)"
PERIOD_EXPECTED = "a month, quarter or year such as 2025-10, Oct-25, Q1 2025/26 or 2024/25"


# What notes below a table begin with; anything else in one cell is a row whose counts are missing.
NOTE = re.compile(r"(?:source|notes?|produced|extracted|data|please|caveat|©|\*)\b", re.IGNORECASE)
LONGEST_NAME = 60


@dataclass
class ReadCells:
    """Every cell of a file's tables, its totals and its changes apart, and what is wrong."""

    rows: int = 0
    cells: list[TableCell] = field(default_factory=list)
    totals: list[TotalCell] = field(default_factory=list)
    changes: list[ChangeCells] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read_cells(shapes: Sequence[TableShape], place: str | None) -> ReadCells:
    """Read every table; `place` is the district that every row belongs to, where it was said."""
    read = ReadCells()
    seen: dict[int, str] = {}
    for shape in shapes:
        label = shape.table.label
        for number, row in rows_of(shape.table):
            where = f"{label}, row {number:,}"
            if _is_note(shape, row):
                read.notes.append(shown(" ".join(filter(None, row))))
            elif len(row) != len(shape.table.header):
                cells = f"expected {len(shape.table.header)} cells, found {len(row)}"
                read.faults.append(f"{where}: {cells}.")
            else:
                read.rows += 1
                _read_row(read, seen, _Row(shape, row, where, place))
    return read


def _is_note(shape: TableShape, row: Sequence[str]) -> bool:
    """Tell a remark below or in a table: a sentence in one cell, or one where no column is."""
    filled = [at for at, cell in enumerate(row) if cell.strip()]
    if len(filled) > 1 or any(value.at in filled for value in shape.values):
        return False
    text = "".join(row).strip()
    is_named = any(at in shape.fields.values() for at in filled)
    return not is_named or len(text) > LONGEST_NAME or bool(NOTE.match(text))


class _Row:
    """One row: what its texts say, and which of them say that it adds up others."""

    def __init__(
        self, shape: TableShape, row: Sequence[str], where: str, place: str | None
    ) -> None:
        self.shape, self.row, self.where = shape, row, where
        texts = {name: row[at].strip() for name, at in shape.fields.items()}
        category = [texts[name] for name in ("category", "subcategory") if texts.get(name)]
        self.texts: Mapping[str, str] = {
            **texts,
            "category": " - ".join(category),
            "place": place or texts.get("district", ""),
        }
        self.others = tuple(row[at].strip() for at in shape.others)
        # Counts of single days are of one month, and add up.
        self.day = day_of(row[shape.period[0]]) if len(shape.period) == 1 else None
        said = [*texts.values(), *self.others, *(row[at].strip() for at in shape.period)]
        self.is_total = any(is_total(text) or total_of(text) for text in said)

    def key(self, value: ValueColumn) -> CellKey:
        """Return what a cell of the row counts; raises ValueError where its time is not known."""
        span = value.span or span_of(self.row, self.shape.period, self.shape.table.header)
        category = value.heading if self.shape.has_categories_across else self.texts["category"]
        text = self.texts.get
        return CellKey(
            category,
            text("force", ""),
            self.texts["place"],
            text("ward", ""),
            text("lsoa", ""),
            (*self.others, self.day.isoformat()) if self.day else self.others,
            span,
        )


def _read_row(read: ReadCells, seen: dict[int, str], row: _Row) -> None:
    keys = {value: row.key(value) for value in row.shape.values}
    counts = {value: read_cell(row.row[value.at]) for value in keys}
    for value in keys:
        if counts[value] is None:
            read.faults.append(_not_a_count(row, value.at))
    if None in counts.values():
        return
    cells = [
        TableCell(key, count, f"{row.where}, {value.label}")
        for value, key in keys.items()
        if (count := counts[value])
    ]
    if row.is_total:
        totals = [_total(cell, row) for cell in cells]
        read.totals += [*totals, *_across_totals(read, row, totals[0].key, totals[0].over)]
    else:
        _keep(read, seen, row, cells)
    if row.shape.difference is not None or row.shape.percent is not None:
        read.changes.append(_changes(row, cells))


def _keep(read: ReadCells, seen: dict[int, str], row: _Row, cells: Sequence[TableCell]) -> None:
    for cell in cells:
        if cell.key.span is None:
            read.faults.append(_no_period(row))
            return
        earlier = seen.setdefault(hash(cell.key), cell.where)
        if earlier is not cell.where:
            read.faults.append(
                f"{earlier} and {cell.where} count the same thing. Delete one of the rows, or "
                "add a column that tells them apart."
            )
            return
        read.cells.append(cell)
    read.totals += list(_across_totals(read, row, cells[0].key, frozenset()))


def _across_totals(
    read: ReadCells, row: _Row, key: CellKey, over: frozenset[int]
) -> Iterator[TotalCell]:
    """Yield the totals at the end of a row: over its periods, or over what its headings name.

    `over` is what the row itself adds up.
    """
    for at in row.shape.totals:
        count = read_cell(row.row[at])
        if count is None:
            read.faults.append(_not_a_count(row, at))
            continue
        where = f"{row.where}, column '{shown(row.shape.table.header[at])}'"
        if row.shape.has_categories_across and row.shape.period:
            yield TotalCell(key, over | {CATEGORY}, count, where)
        else:
            yield TotalCell(key._replace(span=None), over | {SPAN}, count, where)


def _total(cell: TableCell, row: _Row) -> TotalCell:
    """Read what a total adds up: whatever its row leaves blank, or says that it is all of."""
    said = cell.key._asdict()
    over = {SPAN} if cell.key.span is None else set()
    for at, name in enumerate(TEXTS):
        text = said[name]
        if not text or is_total(text):
            over.add(at)
        elif of := total_of(text):
            said[name] = of
    if all(not text or is_total(text) for text in row.others):
        over.add(OTHERS)
    return TotalCell(CellKey(**said), frozenset(over), cell.counted, cell.where)


def _changes(row: _Row, cells: Sequence[TableCell]) -> ChangeCells:
    shape = row.shape
    counts = sorted((cell.key.span, cell.counted) for cell in cells if cell.key.span)
    return ChangeCells(
        row.where,
        tuple(count for _, count in counts),
        row.row[shape.difference] if shape.difference is not None else "",
        row.row[shape.percent] if shape.percent is not None else "",
    )


def _not_a_count(row: _Row, at: int) -> str:
    heading, cell = row.shape.table.header[at], row.row[at]
    return (
        f"{row.where}, column '{shown(heading)}': expected {COUNT_EXPECTED}, found '{shown(cell)}'."
    )


def _no_period(row: _Row) -> str:
    cells = " ".join(row.row[at] for at in row.shape.period)
    return f"{row.where}: expected {PERIOD_EXPECTED}, found '{shown(cells)}'."
