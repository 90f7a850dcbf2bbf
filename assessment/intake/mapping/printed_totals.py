"""The totals that a file of records prints, compared with the records that were read from it.

A number in a total is how many records stand above it, or what its own column adds up to. One that
is neither says that rows are missing or were added, and the file is not loaded.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.errors import UploadRefused
from assessment.intake.file_choices import RowIs
from assessment.intake.files.file_tables import FileTable, TotalRow, rows_of, shown
from assessment.intake.files.layout.total_words import (
    is_number,
    is_total_label,
    names_records,
    records_said,
    whole_number,
)
from assessment.intake.load_report import PrintedTotal

MOST_FAULTS = 5
YES = frozenset({"y", "yes", "true", "1", "x"})
# A total of these is no total of records, and nothing of it is read.
OTHER_THINGS = re.compile(
    r"\b(?:victims?|suspects?|offenders?|persons?|people|children|cost|value|loss|hours|days)\b",
    re.IGNORECASE,
)
UNNAMED = re.compile(r"(?:grand|sub|overall|running)?[\s-]*(?:totals?|counts?)\W*", re.IGNORECASE)
OVERALL = re.compile(r"(?:grand|overall)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ColumnSoFar:
    """What a column comes to, from the first row down: the sum, how many cells, how many yes."""

    total: float = 0.0
    filled: int = 0
    yes: int = 0

    def with_cell(self, cell: str) -> "ColumnSoFar":
        """Return what it comes to with one cell more."""
        text = cell.strip()
        number = float(text.replace(",", "").strip("£ ")) if _is_amount(text) else 0.0
        return ColumnSoFar(
            self.total + number, self.filled + bool(text), self.yes + (text.lower() in YES)
        )

    def since(self, earlier: "ColumnSoFar") -> tuple[float, int, int]:
        """Return what the cells below an earlier row come to."""
        return (
            round(self.total - earlier.total, 2),
            self.filled - earlier.filled,
            self.yes - earlier.yes,
        )


# By a total's row, then by column.
Columns = dict[int, dict[int, ColumnSoFar]]


def checked_totals(
    file: str, tables: Sequence[FileTable], row_is: RowIs | None
) -> tuple[PrintedTotal, ...]:
    """Return the totals that agree; raises UploadRefused with every one that does not.

    Of rows that are counts, whoever reads the counts compares the totals. A row for each victim may
    have a total of crimes: that is no fault of the rows.
    """
    if row_is is RowIs.COUNT:
        return ()
    all_rows = sum(table.rows for table in tables)
    totals = [total for table in tables for total in _of_table(table, all_rows)]
    faults = [_fault(total) for total in totals if total.printed != total.counted]
    if faults and row_is is not RowIs.VICTIM:
        raise UploadRefused(file, faults[:MOST_FAULTS])
    return tuple(total for total in totals if total.printed == total.counted)


def _fault(total: PrintedTotal) -> str:
    return (
        f"{total.where}: expected {total.printed:,} by the total that is printed there, found "
        f"{total.counted:,}. Rows may be missing, or were added or taken out. Make the extract "
        "again; or, if it is not a total of these rows, delete it and upload the file again."
    )


def _of_table(table: FileTable, all_rows: int) -> Iterator[PrintedTotal]:
    columns: Columns = {}
    for at, total in enumerate(table.totals):
        text = " ".join(filter(None, total.cells))
        if OTHER_THINGS.search(text):
            continue
        base = _base(total, table.totals[:at])
        rows = _rows_meant(table, total, base, table.totals[:at])
        where = f"{table.label[0].upper()}{table.label[1:]}, row {total.number:,} ('{shown(text)}')"
        is_line = len(list(filter(None, total.cells))) == 1
        said = records_said(text) if is_line or names_records(text) else None
        numbers = [(0, str(said))] if said is not None else _numbers(total)
        for column, number in numbers:
            whole = whole_number(number)
            if whole in {*rows, all_rows}:
                yield PrintedTotal(where, whole or 0, whole or 0)
                continue
            columns = columns or _columns_so_far(table)
            yield _of_column(where, number, rows[0], _of_cells(columns, total, base, column))


def _numbers(total: TotalRow) -> list[tuple[int, str]]:
    return [(at, cell) for at, cell in enumerate(total.cells) if _is_amount(cell)]


def _is_amount(text: str) -> bool:
    return is_number(text) and not text.endswith("%")


def _of_cells(
    columns: Columns, total: TotalRow, base: TotalRow | None, column: int
) -> tuple[float, ...]:
    nothing = ColumnSoFar()
    here = columns[total.number].get(column, nothing)
    before = columns[base.number].get(column, nothing) if base else nothing
    return (*here.since(before), *here.since(nothing))


def _of_column(where: str, number: str, rows: int, cells: tuple[float, ...]) -> PrintedTotal:
    printed = float(number.replace(",", "").replace(" ", "").strip("£"))
    agrees = round(printed, 2) in cells
    return PrintedTotal(where, round(printed), round(printed) if agrees else _other(printed, rows))


def _other(printed: float, rows: int) -> int:
    """Return how many rows there are, never the number that is printed and was not found."""
    return rows if rows != round(printed) else rows - 1


def _base(total: TotalRow, earlier: Sequence[TotalRow]) -> TotalRow | None:
    """Return the total below which the rows begin that this one sums up; None for all rows."""
    label_at, label = _label(total)
    if OVERALL.match(label):
        return None
    alike = (
        other
        for other in reversed(earlier)
        if _label(other)[0] <= label_at
        and bool(UNNAMED.fullmatch(_label(other)[1])) == bool(UNNAMED.fullmatch(label))
    )
    return next(alike, None)


def _label(total: TotalRow) -> tuple[int, str]:
    labels = ((at, cell) for at, cell in enumerate(total.cells) if is_total_label(cell))
    return next(labels, (0, " ".join(filter(None, total.cells))))


def _rows_meant(
    table: FileTable, total: TotalRow, base: TotalRow | None, earlier: Sequence[TotalRow]
) -> list[int]:
    """Return how many rows the total may sum up, the likeliest first.

    A total right below another sums up what that one does and more.
    """
    if total.number <= table.skip:
        return [table.rows]
    since = total.rows_above - (base.rows_above if base else 0)
    outer = [total.rows_above - other.rows_above for other in earlier] if not since else []
    notes = total.notes_above - (base.notes_above if base else 0)
    return [since or total.rows_above, since - notes, total.rows_above, *outer]


def _columns_so_far(table: FileTable) -> Columns:
    """Add up every column of the table once, and note at each total how far it has come."""
    wanted = sorted({at for total in table.totals for at, _ in _numbers(total)})
    waiting = list(table.totals)
    so_far = dict.fromkeys(wanted, ColumnSoFar())
    noted: Columns = {}
    for number, row in rows_of(table):
        while waiting and waiting[0].number < number:
            noted[waiting.pop(0).number] = dict(so_far)
        for at in (at for at in wanted if at < len(row)):
            so_far[at] = so_far[at].with_cell(row[at])
    noted.update((total.number, dict(so_far)) for total in waiting)
    return noted
