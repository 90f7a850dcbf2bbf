"""Text files: used as they are where they can be, rewritten as UTF-8 with commas where not."""

import csv
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

from assessment.intake.files.file_tables import NO_ROWS, FileTable, FoundTables, Rows, Upload, shown
from assessment.intake.files.header_row import SEARCHED_ROWS, filled, titles_left_out
from assessment.intake.files.text_scan import Scan

HEAD = 1 << 18
TAIL = 1 << 16
DELIMITERS = (",", ";", "\t", "|")
SAVE_AGAIN = "Open it in Excel, check it, and save it as 'CSV UTF-8 (comma delimited)'."
# A line break inside a cell, and a NUL that UTF-16 let through, mean no more than a space.
BREAKS = str.maketrans({"\n": " ", "\r": " ", "\0": " "})


@dataclass(frozen=True)
class _Layout:
    """How a text file is written: its encoding, what parts its cells, and where its header is."""

    encoding: str
    delimiter: str
    rows: Rows
    header_at: int
    header_end: int  # lines up to and including the header: more than rows if a cell has breaks

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(cell.translate(BREAKS).strip() for cell in self.rows[self.header_at])


def read_text(upload: Upload, scanned: Scan) -> FoundTables:
    """Return the table of a text file; raises UploadRefused where it holds none."""
    if scanned.has_nul and not scanned.is_utf16:
        raise upload.refused(
            f"holds bytes that are not text, so it is not a CSV file. {SAVE_AGAIN}"
        )
    try:
        layout = _layout(upload, scanned)
        as_it_is = _usable_as_it_is(upload, scanned, layout)
        path, rows = _link(upload, scanned, layout) if as_it_is else _rewrite(upload, layout)
    except UnicodeError:
        raise upload.refused(f"is in an encoding that cannot be read. {SAVE_AGAIN}") from None
    except csv.Error as error:
        raise upload.refused(f"cannot be read as a table: {error}. {SAVE_AGAIN}") from None
    if not rows:
        return FoundTables((), (f"{upload.label} {NO_ROWS}",))
    skip = layout.header_end if as_it_is else layout.header_at + 1
    titles = titles_left_out(upload.label, layout.rows[: layout.header_at])
    table = FileTable(upload.file, upload.name, None, path, layout.header, skip, rows)
    return FoundTables((table,), tuple(titles))


def _encoding(scanned: Scan) -> str:
    if scanned.is_utf16:
        return "utf-16"
    # What Excel writes as plain CSV on a British computer is Windows-1252.
    return "utf-8-sig" if scanned.is_utf8 else "cp1252"


def _layout(upload: Upload, scanned: Scan) -> _Layout:
    head = _head(upload.path, _encoding(scanned))
    if not head.strip():
        raise upload.refused("holds only blank lines. Make the extract again.")
    parted = (_parted_by(mark, head, scanned, upload.headers.find) for mark in DELIMITERS)
    layouts = [layout for layout in parted if layout]
    if not layouts:
        raise upload.refused(
            f"holds no table. Expected columns parted by commas, found '{shown(head)}'."
        )
    return max(layouts, key=lambda layout: upload.headers.worth(layout.rows, layout.header_at))


def _head(path: Path, encoding: str) -> str:
    """Read the beginning of a file, up to the end of a line."""
    with path.open(encoding=encoding, newline="") as file:
        text = file.read(HEAD)
        return text + file.readline(HEAD) if len(text) == HEAD else text


def _parted_by(
    delimiter: str, head: str, scanned: Scan, find: Callable[[Rows], int | None]
) -> _Layout | None:
    reader = csv.reader(StringIO(head, newline=""), delimiter=delimiter)
    rows, ends = [], []
    for row in islice(reader, SEARCHED_ROWS):
        rows.append(row)
        ends.append(reader.line_num)
    header_at = find(rows)
    if header_at is None or filled(rows[header_at]) < 2:
        return None
    return _Layout(_encoding(scanned), delimiter, rows, header_at, ends[header_at])


def _usable_as_it_is(upload: Upload, scanned: Scan, layout: _Layout) -> bool:
    return (
        scanned.is_utf8
        and scanned.ends_alike
        and not scanned.has_spaced_quotes
        and layout.delimiter == ","
        and layout.header_end == layout.header_at + 1
        and not _ends_in_empty_rows(upload.path)
    )


def _ends_in_empty_rows(path: Path) -> bool:
    """Say whether rows of nothing but commas stand at the end, as Excel leaves of cleared cells."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        last_line = file.read().rstrip().rpartition(b"\n")[2]
    return b"," in last_line and not last_line.strip(b", \t")


def _link(upload: Upload, scanned: Scan, layout: _Layout) -> tuple[Path, int]:
    """Take the file as it is, and count its rows without whatever will read them."""
    path = upload.place_for(".csv")
    try:
        os.link(upload.path, path)
    except OSError:  # another disk, or one without links
        shutil.copyfile(upload.path, path)
    if scanned.has_quotes or scanned.has_blank_lines:
        rows = sum(1 for row in islice(_records(path, layout), layout.header_at + 1, None) if row)
    else:
        rows = scanned.lines - layout.header_end
    return path, rows


def _rewrite(upload: Upload, layout: _Layout) -> tuple[Path, int]:
    """Write the file anew, row for row, so that row numbers stay those of the file."""
    path = upload.place_for(".csv")
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for number, row in enumerate(_records(upload.path, layout)):
            kept = row if filled(row) else []
            writer.writerow([cell.translate(BREAKS) for cell in kept])
            rows += bool(kept) and number > layout.header_at
    return path, rows


def _records(path: Path, layout: _Layout) -> Iterator[list[str]]:
    with path.open(encoding=layout.encoding, newline="") as file:
        reader = csv.reader(file, delimiter=layout.delimiter, strict=True, skipinitialspace=True)
        try:
            yield from reader
        except csv.Error as error:
            raise csv.Error(f"line {reader.line_num}: {error}") from None
