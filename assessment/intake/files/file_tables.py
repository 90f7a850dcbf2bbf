"""What a file is read into: tables as plain CSV, and what was left out of it."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from uuid import uuid4

from assessment.errors import UploadRefused
from assessment.numbers import listed

LONGEST_NAME = 120
NO_ROWS = "has a header but no rows. Check the dates that were asked for."


@dataclass(frozen=True)
class TotalRow:
    """A row that sums up others, or a line above or below a table that says how many there are.

    `number` is its row in the file; `rows_above` counts the data rows of its table above it, of
    which `notes_above` have one filled cell, as notes have and damaged records too.
    """

    number: int
    cells: tuple[str, ...]
    rows_above: int
    notes_above: int = 0


@dataclass(frozen=True)
class FileTable:
    """One table of a file, as UTF-8 with commas.

    `name` is the member of a ZIP archive, or the file itself. `skip` counts the lines before the
    first data row, header included; `rows` counts the data rows independently of what reads them.
    `totals` are the rows and lines that sum up, in their order: none of them is a data row.
    `notes` are the titles above it and what is written below it.
    """

    file: str
    name: str
    sheet: str | None
    path: Path
    header: tuple[str, ...]
    skip: int
    rows: int
    totals: tuple[TotalRow, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Where an analyst finds this table."""
        where = label_of(self.file, self.name)
        return f"sheet '{self.sheet}' of {where}" if self.sheet is not None else where


@dataclass(frozen=True)
class ArrivedFile:
    """A file whose content is known to be readable tables."""

    file: str
    sha256: str
    tables: tuple[FileTable, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class FoundTables:
    """The tables of one file or member, and sentences on what was not used."""

    tables: tuple[FileTable, ...]
    left_out: tuple[str, ...] = ()


# The first rows of a table, as cells.
Rows = Sequence[Sequence[str]]
# The cells (row, column) of the first rows that a merged cell to their left covers.
MergedCells = Set[tuple[int, int]]


@dataclass(frozen=True)
class HeaderLines:
    """The header of a table: its first and last row, and a name for each column."""

    first: int
    last: int
    names: tuple[str, ...]


def _one_line(rows: Rows, header_at: int, _merged: MergedCells | None) -> HeaderLines:
    return HeaderLines(header_at, header_at, tuple(cell.strip() for cell in rows[header_at]))


@dataclass(frozen=True)
class HeaderRules:
    """How the row that names the columns is told from others in a kind of file.

    `find` says which of the first rows it is, None for none; `worth` compares ways of reading the
    same text; `is_known` tells whether a row of a sheet names columns at all; `lines` says which
    lines make up the header, and names the columns. `groups` tells whether a column may be one
    whose cell stands for the rows below it as well; None where totals and groups are not looked
    for, because a row may say anything.
    """

    find: Callable[[Rows], int | None]
    worth: Callable[[Rows, int], tuple[int, int]]
    is_known: Callable[[Sequence[str]], bool]
    lines: Callable[[Rows, int, MergedCells | None], HeaderLines] = _one_line
    groups: Callable[[str], bool] | None = None
    line_break: str = " "  # what is written for one inside a cell


@dataclass(frozen=True)
class Upload:
    """A file being read: where it is, what its owner calls it, and where its tables go."""

    path: Path
    file: str
    name: str
    incoming: Path
    headers: HeaderRules

    @property
    def label(self) -> str:
        """Where an analyst finds this file."""
        return label_of(self.file, self.name)

    def place_for(self, suffix: str) -> Path:
        """Return a new path in `incoming`; what a file calls itself is never part of one."""
        return self.incoming / f"{uuid4().hex}{suffix}"

    def refused(self, *faults: str) -> UploadRefused:
        """Return the error to raise, each fault beginning with where it is."""
        return UploadRefused(self.file, [f"{self.label} {fault}" for fault in faults])


class NoTable(UploadRefused):
    """A text file that is no table, such as a note that lies beside the data in an archive."""

    @classmethod
    def of(cls, upload: Upload, head: str) -> "NoTable":
        """Say of an upload that it is one, and how it begins."""
        expected = "Expected columns parted by commas"
        found = f"{upload.label} holds no table. {expected}, found '{shown(head)}'."
        return cls(upload.file, [found])


def rows_of(table: FileTable) -> Iterator[tuple[int, list[str]]]:
    """Yield the data rows of a table with their line numbers, blank lines left out.

    Raises UploadRefused at a line that cannot be read.
    """
    with table.path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(islice(file, table.skip, None))
        try:
            yield from ((table.skip + reader.line_num, row) for row in reader if row)
        except csv.Error as error:
            line = table.skip + reader.line_num
            raise UploadRefused(
                table.file,
                [f"{table.label} cannot be read at line {line:,} ({error}): correct that line."],
            ) from error


def as_line(cells: Iterable[str]) -> str:
    """Write cells as a line of CSV, without its end."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def label_of(file: str, name: str) -> str:
    """Name a file, or a member and the archive that holds it."""
    return f"'{name}'" if name == file else f"'{name}' in '{file}'"


def shown(text: str) -> str:
    """Return text from a file in a form fit for a message: printable, and not too long."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    words = " ".join(printable.split())
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1] + "…"


def in_quotes(items: Iterable[str], most: int = 8) -> str:
    """Name some things in quotation marks, the first few by name and the others by number."""
    names = [f"'{shown(item)}'" for item in items]
    # Names out of a file, in quotation marks, are a list and no sentence.
    return listed(names, most) if len(names) > most else ", ".join(names)
