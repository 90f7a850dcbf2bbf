"""Workbooks: every sheet with a table in it is read.

What is in a workbook is read by a library in another language, which a file made to harm can bring
down, or have fill the memory: one cell in the last row and column of an empty sheet is enough. So
it is read by a program of its own (sheet_writer.py), and if that dies, the upload is refused.
"""

import csv
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from assessment.intake.files import sheet_writer
from assessment.intake.files.archive import Unpacking, opened, unpacked
from assessment.intake.files.file_kinds import PROTECTED
from assessment.intake.files.file_tables import (
    NO_ROWS,
    FileTable,
    FoundTables,
    HeaderRules,
    Upload,
    in_quotes,
    shown,
)
from assessment.intake.files.header_row import SEARCHED_ROWS, filled, titles_left_out
from assessment.intake.files.quotable import headings_in_quotes, titles_in_words
from assessment.numbers import count_of
from assessment.store.scratch import scratch_folder

# A full sheet of Excel takes less than a minute.
MOST_SECONDS = 600
REFUSALS = {
    "password": PROTECTED,
    "damaged": "is a damaged workbook. Open it in Excel and save it again as .xlsx.",
}
TOO_MUCH = "cannot be read: it is damaged or far larger than it seems. Save its table as CSV."
ERROR_CELL = b' t="e"'


@dataclass(frozen=True)
class WorkbookSheet:
    """A sheet written as CSV: its first rows, how many rows hold anything, what stood below."""

    name: str
    path: Path
    rows: int
    below: list[str]
    headers: HeaderRules

    @cached_property
    def head(self) -> list[list[str]]:
        """The first rows, blank ones included."""
        with self.path.open(encoding="utf-8", newline="") as file:
            return list(islice(csv.reader(file), SEARCHED_ROWS))

    @cached_property
    def header_at(self) -> int | None:
        """Which row names the columns; None where the sheet holds no table."""
        at = self.headers.find(self.head)
        return at if at is not None and self.headers.is_known(self.head[at]) else None

    def data_rows(self) -> int:
        """How many rows below the header hold anything."""
        at = self.header_at or 0
        return self.rows - sum(1 for row in self.head[: at + 1] if filled(row))


def read_workbook(upload: Upload) -> FoundTables:
    """Return the tables of a workbook; raises UploadRefused where it holds none."""
    left_out = list(_error_cells(upload))
    tables = []
    with scratch_folder(upload.incoming) as folder:
        visible = []
        for about in _written(upload, folder):
            if about["hidden"]:
                left_out.append(_hidden(upload, about["sheet"]))
            else:
                path = folder / about["file"]
                visible.append(
                    WorkbookSheet(
                        about["sheet"], path, about["rows"], about["below"], upload.headers
                    )
                )
        for sheet in visible:
            left_out += _left_out(upload, sheet)
            if sheet.header_at is not None and sheet.data_rows():
                tables.append(_table(upload, sheet))
        if all(sheet.header_at is None for sheet in visible):
            raise upload.refused(_no_table(visible))
    return FoundTables(tuple(tables), tuple(left_out))


def _error_cells(upload: Upload) -> Iterator[str]:
    """Unpack a workbook without keeping it, as an archive would be, and count errors on the way."""
    errors = 0
    if zipfile.is_zipfile(upload.path):
        budget = Unpacking(upload)
        with opened(upload) as archive:
            for member in archive.infolist():
                pieces = unpacked(archive, member, budget)
                in_sheet = member.filename.startswith("xl/worksheets/")
                errors += sum(piece.count(ERROR_CELL) * in_sheet for piece in pieces)
    if errors:
        cells = count_of(errors, "cell")
        yield f"{cells} of {upload.label} with an error such as #REF! read as empty."


def _written(upload: Upload, folder: Path) -> list[dict[str, Any]]:
    """Have the sheets written into the folder; return what the program says of each."""
    command = [sys.executable, "-P", sheet_writer.__file__, str(upload.path), str(folder)]
    try:
        finished = subprocess.run(command, capture_output=True, timeout=MOST_SECONDS, check=True)  # noqa: S603 (our own program, on paths of our own)
        report = json.loads(finished.stdout)
    except (subprocess.SubprocessError, ValueError):
        raise upload.refused(TOO_MUCH) from None
    if isinstance(report, str):
        raise upload.refused(REFUSALS[report])
    return list(report)


def _hidden(upload: Upload, name: str) -> str:
    return (
        f"Hidden sheet '{shown(name)}' of {upload.label} was left out. "
        "If it is wanted, unhide it and upload the file again."
    )


def _left_out(upload: Upload, sheet: WorkbookSheet) -> Iterator[str]:
    where = f"sheet '{shown(sheet.name)}' of {upload.label}"
    subject = f"S{where[1:]}"
    if sheet.header_at is None:
        what = "holds no table with known columns" if sheet.rows else "is empty"
        yield f"{subject} was left out: it {what}."
        return
    if not sheet.data_rows():
        yield f"{subject} {NO_ROWS}"
    yield from titles_left_out(where, sheet.head[: sheet.header_at])
    if sheet.below:
        below = in_quotes(titles_in_words([[line] for line in sheet.below]), most=4)
        quoted = f": {below}" if below else ""
        yield f"What stands below the table of {where} was left out{quoted}."


def _table(upload: Upload, sheet: WorkbookSheet) -> FileTable:
    header_at = sheet.header_at or 0
    header = tuple(cell.strip() for cell in sheet.head[header_at])
    path = sheet.path.rename(upload.place_for(".csv"))
    rows = sheet.data_rows()
    return FileTable(upload.file, upload.name, shown(sheet.name), path, header, header_at + 1, rows)


def _no_table(visible: list[WorkbookSheet]) -> str:
    beginnings = [
        f"sheet '{shown(sheet.name)}' begins with {headings_in_quotes(sheet.head[at]) or 'data'}"
        for sheet in visible
        if (at := sheet.headers.find(sheet.head)) is not None
    ]
    return (
        "holds no table: expected a row of column names and below it a row for each record. Found: "
        f"{'; '.join(beginnings) or 'no visible sheet with anything in it'}."
    )
