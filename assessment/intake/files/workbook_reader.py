"""Workbooks: every sheet with a table in it is read.

What is in a workbook is read by a library in another language, which a file made to harm can bring
down, or have fill the memory: one cell in the last row and column of an empty sheet is enough. So
it is read by a program of its own (sheet_writer.py), and if that dies, the upload is refused.
"""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from assessment.intake.files import sheet_writer
from assessment.intake.files.archive import Unpacking
from assessment.intake.files.file_kinds import PROTECTED
from assessment.intake.files.file_tables import (
    NO_ROWS,
    FileTable,
    FoundTables,
    HeaderLines,
    Upload,
    shown,
)
from assessment.intake.files.header_row import SEARCHED_ROWS, filled, titles_left_out
from assessment.intake.files.layout.left_out import rows_left_out, titles_and_notes
from assessment.intake.files.layout.merged_cells import MergedRanges
from assessment.intake.files.layout.table_rows import TableRows, read_rows
from assessment.intake.files.layout.weekday_words import BY_WEEKDAY, is_by_weekday
from assessment.intake.files.quotable import headings_in_quotes
from assessment.intake.files.struck_rows import struck_rows, without_rows
from assessment.intake.files.table_limits import refuse_far_cells, refuse_many_columns
from assessment.intake.files.workbook_scan import counts_from_1904, scan_workbook
from assessment.store.beside.scratch import scratch_folder

# A full sheet of Excel takes less than a minute.
MOST_SECONDS = 600
REFUSALS = {
    "password": PROTECTED,
    "damaged": "is a damaged workbook. Open it in Excel and save it again as .xlsx.",
}
TOO_MUCH = "cannot be read: it is damaged or far larger than it seems. Save its table as CSV."

SHOWN_AS_PERCENTAGES = "cells are shown as percentages"
COUNTED_FROM_1904 = "days are counted from 1904"


@dataclass(frozen=True)
class WorkbookSheet:
    """A sheet written as CSV, a line for each row, and which of its cells are merged."""

    name: str
    path: Path
    merged: MergedRanges
    upload: Upload
    has_percentages: bool = False
    from_1904: bool = False

    @cached_property
    def head(self) -> list[list[str]]:
        """The first rows, blank ones included."""
        with self.path.open(encoding="utf-8", newline="") as file:
            return list(islice(csv.reader(file), SEARCHED_ROWS + 1))

    @cached_property
    def header_at(self) -> int | None:
        """Which row names most columns, known or not."""
        return self.upload.headers.find(self.head[:SEARCHED_ROWS])

    @cached_property
    def header(self) -> HeaderLines | None:
        """The lines that name the columns; None where the sheet holds no table."""
        rules = self.upload.headers
        if self.header_at is None:
            return None
        lines = rules.lines(self.head, self.header_at, self.merged.beside)
        return lines if rules.is_known(lines.names) else None

    @cached_property
    def rows(self) -> TableRows:
        """What stands below the header."""
        if self.header is None:
            return TableRows(self.path)
        new_path = self.path.with_suffix(".rows.csv")
        return read_rows(self.path, self.header, self.upload.headers, new_path, self.merged)


def read_workbook(upload: Upload) -> FoundTables:
    """Return the tables of a workbook; raises UploadRefused where it holds none."""
    budget = Unpacking(upload)
    left_out = list(scan_workbook(upload, budget))
    tables = []
    from_1904 = counts_from_1904(upload)
    struck = struck_rows(upload)
    with scratch_folder(upload.incoming) as folder:
        visible = []
        for about in _written(upload, folder, budget):
            if about["hidden"]:
                left_out.append(_hidden(upload, about["sheet"]))
            else:
                path, merged = folder / about["file"], MergedRanges(about["merged"])
                if rows := struck.get(about["sheet"]):
                    without_rows(path, rows.whole)
                    left_out += rows.in_words(f"sheet '{shown(about['sheet'])}' of {upload.label}")
                percentages = about.get("percentages", False)
                named = (about["sheet"], path, merged, upload)
                visible.append(WorkbookSheet(*named, percentages, from_1904))
        for sheet in visible:
            left_out += _left_out(upload, sheet)
            if sheet.header and sheet.rows.rows:
                tables.append(_table(upload, sheet, sheet.header))
        if not any(sheet.header for sheet in visible):
            raise upload.refused(_no_table(visible))
    return FoundTables(tuple(tables), tuple(left_out))


def _written(upload: Upload, folder: Path, budget: Unpacking) -> list[dict[str, Any]]:
    """Have the sheets written into the folder; return what the program says of each."""
    size = str(max(budget.packed, budget.unpacked))
    command = [sys.executable, "-P", sheet_writer.__file__, str(upload.path), str(folder), size]
    command.append(upload.headers.line_break)
    try:
        finished = subprocess.run(command, capture_output=True, timeout=MOST_SECONDS, check=True)  # noqa: S603 (our own program, on paths of our own)
        report = json.loads(finished.stdout)
    except (subprocess.SubprocessError, ValueError):
        raise upload.refused(TOO_MUCH) from None
    if isinstance(report, str):
        raise upload.refused(REFUSALS[report])
    for about in report:
        refuse_far_cells(upload, shown(about["sheet"]), *about.get("reaches", (0, 0)))
    return list(report)


def _hidden(upload: Upload, name: str) -> str:
    return (
        f"Hidden sheet '{shown(name)}' of {upload.label} was left out. "
        "If it is wanted, unhide it and upload the file again."
    )


def _left_out(upload: Upload, sheet: WorkbookSheet) -> Iterator[str]:
    where = f"sheet '{shown(sheet.name)}' of {upload.label}"
    subject = f"S{where[1:]}"
    if sheet.header is None:
        what = "holds no table with known columns" if any(map(filled, sheet.head)) else "is empty"
        yield f"{subject} was left out: it {what}."
        return
    if not sheet.rows.rows:
        yield f"{subject} {NO_ROWS}"
    yield from titles_left_out(where, sheet.head[: sheet.header.first])
    yield from rows_left_out(where, sheet.rows)


def _table(upload: Upload, sheet: WorkbookSheet, header: HeaderLines) -> FileTable:
    refuse_many_columns(upload, header.names)
    path, rows = sheet.rows.path.rename(upload.place_for(".csv")), sheet.rows
    where = (upload.file, upload.name, shown(sheet.name), path)
    notes = titles_and_notes(sheet.head[: header.first], rows)
    notes += (SHOWN_AS_PERCENTAGES,) * sheet.has_percentages
    notes += (COUNTED_FROM_1904,) * sheet.from_1904
    return FileTable(*where, header.names, header.last + 1, rows.rows, tuple(rows.totals), notes)


def _no_table(visible: list[WorkbookSheet]) -> str:
    beginnings = [
        f"sheet '{shown(sheet.name)}' begins with {headings_in_quotes(sheet.head[at]) or 'data'}"
        for sheet in visible
        if (at := sheet.header_at) is not None
    ]
    by_weekday = f" {BY_WEEKDAY}" if any(is_by_weekday(sheet.head) for sheet in visible) else ""
    return (
        "holds no table: expected a row of column names and below it a row for each record. Found: "
        f"{'; '.join(beginnings) or 'no visible sheet with anything in it'}.{by_weekday}"
    )
