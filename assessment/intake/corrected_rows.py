"""Refused rows that have been put right: added to the source that their extract is of.

They are downloaded with a column that names each of them, and come back with it. So each can come
in once, and nothing that was loaded beside them is replaced.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import compress
from pathlib import Path
from uuid import uuid4

from assessment.definitions.spelling import plain
from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import ArrivedFile, FileTable, in_quotes, rows_of, shown
from assessment.intake.rows_to_correct import REASON, REFUSED_ROW
from assessment.numbers import count_of, first_of
from assessment.store import Store

MOST_FAULTS = 10
NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True)
class Corrections:
    """A file of corrected rows: the extract that they were refused of, and which they are."""

    extract: int
    file: str
    source: str
    months: tuple[date, ...]
    numbers: tuple[int, ...]
    arrived: ArrivedFile

    @property
    def in_words(self) -> str:
        """Say what loading them does."""
        return (
            f"It puts right {count_of(len(self.numbers), 'refused row')} of extract {self.extract} "
            f"({self.file}): they are added, or stand in the place of what was there before under "
            "their references."
        )


def corrections_in(
    store: Store, arrived: ArrivedFile, source: str | None, folder: Path
) -> Corrections | None:
    """Return the corrected rows that a file holds; None for any other file.

    Raises UploadRefused with every row that names no refused row, or one that is right already.
    """
    tables = [table for table in arrived.tables if plain(REFUSED_ROW) in map(plain, table.header)]
    if not tables:
        return None
    named = [
        (table, number, text) for table in tables for number, text in _values(table, REFUSED_ROW)
    ]
    extracts = {text.partition("/")[0].strip() for _, _, text in named}
    if len(tables) < len(arrived.tables) or len(extracts) != 1 or not extracts < _numbers(extracts):
        raise UploadRefused(arrived.file, [_unclear(extracts)])
    extract = int(extracts.pop())
    rows = store.rows("extract_to_correct", extract=extract)
    if not rows or rows[0][2] == "undone" or rows[0][3]:
        raise UploadRefused(arrived.file, [f"There is no extract {extract} to add its rows to."])
    ((file, of_source, _, _, months, open_numbers),) = rows
    if source not in (None, of_source):
        said = f"Its rows are of extract {extract}, whose source is {of_source}, not {source}."
        raise UploadRefused(arrived.file, [said])
    numbers = _each_once(arrived.file, extract, named, set(open_numbers))
    stripped = tuple(_without_marks(table, folder) for table in tables)
    left = replace(arrived, tables=stripped)
    return Corrections(extract, file, of_source, tuple(months), numbers, left)


def _numbers(texts: set[str]) -> set[str]:
    return {text for text in texts if NUMBER.fullmatch(text)} | {""}


def _values(table: FileTable, heading: str) -> Iterator[tuple[int, str]]:
    at = [plain(name) for name in table.header].index(plain(heading))
    for number, row in rows_of(table):
        yield number, row[at].strip() if at < len(row) else ""


def _unclear(extracts: set[str]) -> str:
    found = in_quotes(sorted(extracts), 3) or "none"
    return (
        f"Its column '{REFUSED_ROW}' has to name, in every row, a refused row of one extract, as "
        f"3/12 does; found rows of {found}. Download the rows to put right again, and keep that "
        "column as it is."
    )


def _each_once(
    file: str,
    extract: int,
    named: Sequence[tuple[FileTable, int, str]],
    still_open: set[int],
) -> tuple[int, ...]:
    """Return the numbers of the refused rows; raises UploadRefused with every fault."""
    numbers: list[int] = []
    faults = []
    for table, row, text in named:
        number = text.partition("/")[2].strip()
        if not NUMBER.fullmatch(number) or int(number) not in still_open:
            faults.append(
                f"Row {row:,} of {table.label}: expected in '{REFUSED_ROW}' a row of extract "
                f"{extract} that is still to be put right, found '{shown(text)}'. Take it out if "
                "it has come in already."
            )
        elif int(number) in numbers:
            faults.append(f"Row {row:,} of {table.label}: '{shown(text)}' is there twice.")
        else:
            numbers.append(int(number))
    if faults:
        more = first_of(faults, MOST_FAULTS, lambda rest: f"{rest:,} more rows are like these.")
        raise UploadRefused(file, more)
    return tuple(numbers)


def _without_marks(table: FileTable, folder: Path) -> FileTable:
    """Write a table anew without the columns that are not of its file."""
    marks = {plain(REFUSED_ROW), plain(REASON)}
    kept = [plain(name) not in marks for name in table.header]
    path = folder / f"{uuid4().hex}.csv"
    header = tuple(compress(table.header, kept))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(compress(row, kept) for _, row in rows_of(table))
    return replace(table, path=path, header=header, skip=1)
