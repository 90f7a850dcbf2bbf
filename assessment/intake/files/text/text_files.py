"""Text files: used as they are where they can be, rewritten as UTF-8 with commas where not."""

import csv
import os
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from assessment.intake.files.file_tables import NO_ROWS, FileTable, FoundTables, Upload
from assessment.intake.files.header_row import titles_left_out
from assessment.intake.files.layout.left_out import rows_left_out, titles_and_notes
from assessment.intake.files.layout.table_rows import TableRows, read_rows
from assessment.intake.files.table_limits import refuse_long_lines, refuse_many_columns
from assessment.intake.files.text.text_layout import (
    BREAK,
    BREAKS,
    TextLayout,
    needs_rewriting,
    text_layout,
)
from assessment.intake.files.text.text_scan import Scan

SAVE_AGAIN = "Open it in Excel, check it, and save it as 'CSV UTF-8 (comma delimited)'."


def read_text(upload: Upload, scanned: Scan) -> FoundTables:
    """Return the table of a text file; raises UploadRefused where it holds none."""
    if scanned.has_nul and not scanned.is_utf16:
        raise upload.refused(
            f"holds bytes that are not text, so it is not a CSV file. {SAVE_AGAIN}"
        )
    refuse_long_lines(upload, scanned.longest_line)
    try:
        layout = text_layout(upload, scanned)
        refuse_many_columns(upload, layout.header.names)
        is_rewritten = needs_rewriting(upload, scanned, layout)
        rows = _rewritten(upload, layout) if is_rewritten else _linked(upload, scanned, layout)
    except UnicodeError:
        raise upload.refused(f"is in an encoding that cannot be read. {SAVE_AGAIN}") from None
    except csv.Error as error:
        raise upload.refused(f"cannot be read as a table: {error}. {SAVE_AGAIN}") from None
    if not rows.rows:
        return FoundTables((), (f"{upload.label} {NO_ROWS}",))
    skip = layout.header.last + 1 if is_rewritten else layout.header_end
    notices = (
        *titles_left_out(upload.label, layout.titles),
        *rows_left_out(upload.label, rows),
    )
    table = FileTable(
        upload.file,
        upload.name,
        None,
        rows.path,
        layout.header.names,
        skip,
        rows.rows,
        tuple(rows.totals),
        titles_and_notes(layout.titles, rows),
    )
    return FoundTables((table,), notices)


def _linked(upload: Upload, scanned: Scan, layout: TextLayout) -> TableRows:
    """Take the file as it is, and count its rows without whatever will read them."""
    path = upload.place_for(".csv")
    try:
        os.link(upload.path, path)
    except OSError:  # another disk, or one without links
        shutil.copyfile(upload.path, path)
    if scanned.has_quotes or scanned.has_blank_lines:
        below = islice(_records(path, layout), layout.header.last + 1, None)
        return TableRows(path, sum(1 for row in below if row))
    return TableRows(path, scanned.lines - layout.header_end)


def _rewritten(upload: Upload, layout: TextLayout) -> TableRows:
    """Write the file anew, row for row, so that row numbers stay those of the file."""
    path = upload.place_for(".csv")
    breaks = BREAKS | {ord("\n"): upload.headers.line_break}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for row in _records(upload.path, layout):
            kept = row if any(map(str.strip, row)) else []
            text = "".join(kept)
            has_breaks = any(letter in text for letter in BREAK)
            writer.writerow([cell.translate(breaks) for cell in kept] if has_breaks else kept)
    return read_rows(path, layout.header, upload.headers, upload.place_for(".csv"))


def _records(path: Path, layout: TextLayout) -> Iterator[list[str]]:
    with path.open(encoding=layout.encoding, newline="") as file:
        reader = csv.reader(file, delimiter=layout.delimiter, strict=True, skipinitialspace=True)
        try:
            yield from reader
        except csv.Error as error:
            raise csv.Error(f"line {reader.line_num}: {error}") from None
