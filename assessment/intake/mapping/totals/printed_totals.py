"""The totals that a file of records prints, compared with the records that were read from it.

A number in a total is how many records stand above it, or what its own column adds up to. One that
is neither says that rows are missing or were added, and the file is not loaded.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assessment.errors import UploadRefused
from assessment.intake.file_choices import RowIs
from assessment.intake.files.file_tables import FileTable, TotalRow, shown
from assessment.intake.files.layout.total_words import (
    is_total_label,
    names_records,
    records_said,
    whole_number,
)
from assessment.intake.load_report import PrintedTotal
from assessment.intake.mapping.totals.column_sums import (
    NOTHING,
    ColumnSums,
    amount,
    is_amount,
    sums_at_totals,
)
from assessment.numbers import count_of

MOST_FAULTS = 5
# A total of these is no total of records, and nothing of it is read.
OTHER_THINGS = re.compile(
    r"\b(?:victims?|suspects?|offenders?|persons?|people|children|cost|value|loss|hours|days)\b",
    re.IGNORECASE,
)
UNNAMED = re.compile(r"(?:grand|sub|overall|running)?[\s-]*(?:totals?|counts?)\W*", re.IGNORECASE)
OVERALL = re.compile(r"(?:grand|overall)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Number:
    """A number of a total, and what there is that it may be: rows first, then cells."""

    where: str
    text: str
    rows: Sequence[int]
    cells: Sequence[float] = ()

    @property
    def agrees(self) -> bool:
        return whole_number(self.text) in self.rows or round(amount(self.text), 2) in self.cells

    @property
    def agreed(self) -> PrintedTotal:
        return PrintedTotal(self.where, round(amount(self.text)), round(amount(self.text)))

    @property
    def fault(self) -> str:
        sums = f" and {self.cells[0]:,g} in its column" if self.cells else ""
        return (
            f"{self.where}: expected {self.text} by the total that is printed there, found "
            f"{count_of(self.rows[0], 'row')}{sums}. Rows may be missing, or were added or taken "
            "out. Make the extract again; or, if it is not a total of these rows, delete it and "
            "upload the file again."
        )


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
    numbers = [number for table in tables for number in _TotalsOfTable(table, all_rows).numbers()]
    faults = [number.fault for number in numbers if not number.agrees]
    if faults and row_is is not RowIs.VICTIM:
        raise UploadRefused(file, faults[:MOST_FAULTS])
    return tuple(number.agreed for number in numbers if number.agrees)


@dataclass(frozen=True)
class _TotalsOfTable:
    table: FileTable
    all_rows: int

    def numbers(self) -> Iterator[_Number]:
        for at, total in enumerate(self.table.totals):
            text = " ".join(filter(None, total.cells))
            if OTHER_THINGS.search(text):
                continue
            label = self.table.label
            where = f"{label[0].upper()}{label[1:]}, row {total.number:,} ('{shown(text)}')"
            earlier = self.table.totals[:at]
            base = _base(total, earlier)
            rows = self._rows(total, base, earlier)
            if (said := _records(total, text)) is not None:
                yield _Number(where, str(said), rows)
                continue
            for column, cell in _amounts(total):
                is_count = whole_number(cell) in rows
                cells = () if is_count else self._cells(total, base, column)
                yield _Number(where, cell, rows, cells)

    def _rows(
        self, total: TotalRow, base: TotalRow | None, earlier: Sequence[TotalRow]
    ) -> list[int]:
        """Return how many rows the total may sum up, the likeliest first.

        A total right below another sums up what that one does and more.
        """
        if total.number <= self.table.skip:
            return [self.table.rows, self.all_rows]
        since = total.rows_above - (base.rows_above if base else 0)
        notes = total.notes_above - (base.notes_above if base else 0)
        outer = [total.rows_above - other.rows_above for other in earlier] if not since else []
        return [since or total.rows_above, since - notes, total.rows_above, self.all_rows, *outer]

    def _cells(self, total: TotalRow, base: TotalRow | None, column: int) -> tuple[float, ...]:
        here = self._sums[total.number].get(column, NOTHING)
        before = self._sums[base.number].get(column, NOTHING) if base else NOTHING
        return (*here.since(before), *here.since(NOTHING))

    @cached_property
    def _sums(self) -> dict[int, dict[int, ColumnSums]]:
        columns = sorted({at for total in self.table.totals for at, _ in _amounts(total)})
        return sums_at_totals(self.table, columns)


def _records(total: TotalRow, text: str) -> int | None:
    """Return how many records a total says there are, where it is a line or names them."""
    is_line = len(list(filter(None, total.cells))) == 1
    return records_said(text) if is_line or names_records(text) else None


def _amounts(total: TotalRow) -> list[tuple[int, str]]:
    return [(at, cell) for at, cell in enumerate(total.cells) if is_amount(cell)]


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
