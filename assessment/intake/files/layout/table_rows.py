"""Which rows below a header are records, and which are totals, notes or the header once more.

The table is written anew only where something is left out of it or filled in; what is left out
leaves a blank line, so that every row keeps its number.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assessment.intake.files.file_tables import HeaderLines, HeaderRules, TotalRow
from assessment.intake.files.layout.grouped_columns import GroupedColumns
from assessment.intake.files.layout.merged_cells import MergedRanges
from assessment.intake.files.layout.total_words import is_sparse_total, is_total_row, records_said
from assessment.intake.files.layout.unit_words import are_units

NOT_MERGED = MergedRanges(())


@dataclass
class TableRows:
    """What stands below a header: `rows` records, and what is none of them, as a row of `units`.

    `filled` says of each column how many of its cells were filled from above.
    """

    path: Path
    rows: int = 0
    totals: list[TotalRow] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    units: str = ""
    headers_again: int = 0
    filled: Mapping[str, int] = field(default_factory=dict)


@dataclass
class _Survey:
    """The first reading of a table, which finds what is to be changed."""

    header: HeaderLines
    rules: HeaderRules
    merged: MergedRanges
    found: TableRows
    groups: GroupedColumns
    left_out: set[int] = field(default_factory=set)
    waiting: list[tuple[int, list[str]]] = field(default_factory=list)
    notes: int = 0

    def look_at(self, at: int, row: list[str]) -> None:
        if at < self.header.first:
            self._above(at, row)
        elif at == self.header.last + 1 and self.rules.groups is not None and are_units(row):
            self.found.units = " ".join(filter(None, map(str.strip, row)))
            self.left_out.add(at)
        elif at > self.header.last and (filled := sum(map(bool, map(str.strip, row)))):
            if not self._is_full(row, filled) and self._is_left_out(row):
                self.waiting.append((at, row))
            else:
                self._record(at, row)

    def _is_full(self, row: Sequence[str], filled: int) -> bool:
        """Tell quickly of most rows that they are neither totals nor notes nor a header."""
        return filled > 2 and 2 * filled > len(row) and row[0].strip() != self.header.names[0]

    def _record(self, at: int, row: Sequence[str]) -> None:
        if self.waiting:
            self._end_waiting(is_below=False)
        self.found.rows += 1
        if self.groups.columns:
            self.groups.look_at(row, lambda column: self.merged.covers_below(at, column))

    def end(self) -> None:
        self._end_waiting(is_below=True)

    def _is_left_out(self, row: Sequence[str]) -> bool:
        return stands_below(row, len(self.header.names)) or self._is_left_out_anywhere(row)

    def _is_left_out_anywhere(self, row: Sequence[str]) -> bool:
        """Tell a total, or the header again as at the top of each printed page."""
        return self.rules.groups is not None and (is_total_row(row) or self._is_header(row))

    def _is_header(self, row: Sequence[str]) -> bool:
        return tuple(cell.strip() for cell in row) == self.header.names

    def _above(self, at: int, row: list[str]) -> None:
        if self.rules.groups is not None and _says_records(row):
            self._keep_total(at, row)

    def _end_waiting(self, *, is_below: bool) -> None:
        """Decide on rows that may be notes: they are, if no record comes below them."""
        for at, row in self.waiting:
            if self._is_header(row):
                self.found.headers_again += 1
            elif is_below or self._is_left_out_anywhere(row):
                (self.found.below if is_below else self.found.within).append(
                    " ".join(filter(None, map(str.strip, row)))
                )
                if self.rules.groups is not None and (is_total_row(row) or _says_records(row)):
                    self._keep_total(at, row)
            else:
                self.found.rows += 1
                self.notes += 1
                continue
            self.left_out.add(at)
        self.waiting.clear()

    def _keep_total(self, at: int, row: list[str]) -> None:
        cells = tuple(map(str.strip, row))
        self.found.totals.append(TotalRow(at + 1, cells, self.found.rows, self.notes))


def stands_below(row: Sequence[str], width: int) -> bool:
    """Tell whether a row may be a total or a note: it says too little to be a record."""
    filled = sum(1 for cell in row if cell.strip())
    return is_sparse_total(row) or (filled == 1 and width > 2)


def read_rows(
    path: Path,
    header: HeaderLines,
    rules: HeaderRules,
    new_path: Path,
    merged: MergedRanges = NOT_MERGED,
) -> TableRows:
    """Read a CSV with commas and one line for each row; return what its rows are.

    Where anything is left out or filled in, the table is at `new_path` then.
    """
    groups = GroupedColumns(header.names if rules.groups else (), rules.groups or bool)
    survey = _Survey(header, rules, merged, TableRows(path), groups)
    for at, row in enumerate(_rows(path)):
        survey.look_at(at, row)
    survey.end()
    to_be_filled = groups.to_be_filled()
    if to_be_filled or survey.left_out:
        filled = _write(path, new_path, header.last, survey.left_out, to_be_filled)
        survey.found.filled = {header.names[column]: n for column, n in filled.items()}
        survey.found.path = new_path
    return survey.found


def _write(
    path: Path, new_path: Path, header_at: int, left_out: set[int], columns: Sequence[int]
) -> Counter[int]:
    filled: Counter[int] = Counter()
    above = dict.fromkeys(columns, "")
    with new_path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for at, row in enumerate(_rows(path)):
            if at > header_at and row and at not in left_out:
                for column in (column for column in columns if column < len(row)):
                    filled[column] += not row[column].strip()
                    above[column] = row[column].strip() or above[column]
                    row[column] = above[column]
            writer.writerow([] if at in left_out else row)
    return filled


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def _says_records(row: Sequence[str]) -> bool:
    return records_said(" ".join(filter(None, map(str.strip, row)))) is not None
