"""How a text file is written: its encoding, what parts its cells, and where its header is."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

from assessment.intake.files.file_tables import HeaderLines, HeaderRules, NoTable, Rows, Upload
from assessment.intake.files.header_row import SEARCHED_ROWS, filled
from assessment.intake.files.layout.table_rows import stands_below
from assessment.intake.files.layout.unit_words import are_units
from assessment.intake.files.text.text_scan import Scan

HEAD = 1 << 18
TAIL = 1 << 14
# As many lines may stand at the foot of a table: totals, notes, who made it.
LAST_LINES = 8
DELIMITERS = (",", ";", "\t", "|")
# What Excel is told in a first line, by programs that do not part cells as it expects.
PARTED_BY = re.compile(r'"?sep=(\t|[^\w\s"])"?[,;\t|]*\s*', re.IGNORECASE)
# Subtotals are met near the beginning, or the file ends in a total: it need not be searched whole.
TOTAL = re.compile(
    r"""(?:^|[,;\t|"\r\n])\s*(?:grand|sub|overall|running)?[\s-]*totals?\b
    | \btotals?\s*:?["\s]*[,;\t|\r\n]""",
    re.IGNORECASE | re.VERBOSE,
)
# A line break inside a cell, and a NUL that UTF-16 let through, mean no more than a space.
BREAK = "\n\r\0"
BREAKS = str.maketrans(dict.fromkeys(BREAK, " "))


@dataclass(frozen=True)
class TextLayout:
    """What has to be known of a text file before its rows are read."""

    encoding: str
    delimiter: str
    rows: Rows
    header: HeaderLines
    header_end: int  # lines up to and including the header: more than rows if a cell has breaks
    has_totals: bool  # a cell near the beginning begins or ends with the word

    @property
    def titles(self) -> Rows:
        """The rows above the header, but for the one that says what parts cells."""
        above = self.rows[: self.header.first]
        return above[1:] if above and _parting(self.delimiter.join(above[0])) else above


def text_layout(upload: Upload, scanned: Scan) -> TextLayout:
    """Return the layout in which most columns are known; raises UploadRefused where none fits."""
    encoding = _encoding(scanned)
    head = _head(upload.path, encoding)
    if not head.strip():
        raise upload.refused("holds only blank lines. Make the extract again.")
    given = _parting(head.partition("\n")[0])
    marks = (given,) if given else DELIMITERS
    layouts = [
        layout for mark in marks if (layout := _parted_by(mark, head, encoding, upload.headers))
    ]
    if not layouts:
        raise NoTable.of(upload, head)
    return max(layouts, key=lambda layout: upload.headers.worth(layout.rows, layout.header.last))


def needs_rewriting(upload: Upload, scanned: Scan, layout: TextLayout) -> bool:
    """Tell whether the file cannot be used as it is.

    Its writing is not plain, or something among its rows may be no record, or stand for several.
    """
    is_plain = scanned.is_utf8 and scanned.ends_alike and not scanned.has_spaced_quotes
    is_usual = layout.delimiter == "," and layout.header_end == layout.header.last + 1
    return (
        not (is_plain and is_usual)
        or _ends_in_leftovers(upload, layout)
        or (upload.headers.groups is not None and _may_have_others(upload, layout))
    )


def _encoding(scanned: Scan) -> str:
    if scanned.is_utf16:
        return "utf-16"
    # What Excel writes as plain CSV on a British computer is Windows-1252.
    return "utf-8-sig" if scanned.is_utf8 else "cp1252"


def _head(path: Path, encoding: str) -> str:
    """Read the beginning of a file, up to the end of a line."""
    with path.open(encoding=encoding, newline="") as file:
        text = file.read(HEAD)
        return text + file.readline(HEAD) if len(text) == HEAD else text


def _parting(line: str) -> str | None:
    given = PARTED_BY.fullmatch(line)
    return given[1] if given else None


def _parted_by(delimiter: str, head: str, encoding: str, headers: HeaderRules) -> TextLayout | None:
    reader = csv.reader(StringIO(head, newline=""), delimiter=delimiter)
    rows, ends = [], []
    for row in islice(reader, SEARCHED_ROWS + 1):
        rows.append([cell.translate(BREAKS) for cell in row])
        ends.append(reader.line_num)
    header_at = headers.find(rows[:SEARCHED_ROWS])
    if header_at is None or filled(rows[header_at]) < 2:
        return None
    header = headers.lines(rows, header_at, None)
    has_totals = ("otal" in head or "OTAL" in head) and bool(TOTAL.search(head))
    return TextLayout(encoding, delimiter, rows, header, ends[header.last], has_totals)


def _may_have_others(upload: Upload, layout: TextLayout) -> bool:
    """Tell whether some rows may be totals, or units, or have cells that stand for others."""
    below = layout.rows[layout.header.last + 1 : layout.header.last + 2]
    return layout.has_totals or any(map(are_units, below)) or _may_group(upload, layout)


def _may_group(upload: Upload, layout: TextLayout) -> bool:
    """Tell from the first rows whether cells of a leading column stand for those below them."""
    first, *others = [row for row in layout.rows[layout.header.last + 1 :] if filled(row)] or [[]]
    may_group = upload.headers.groups or bool
    for name, *cells in zip(layout.header.names, first, *others, strict=False):
        if not may_group(name):
            return False
        if cells[0].strip() and not all(map(str.strip, cells)):
            return True
    return False


def _ends_in_leftovers(upload: Upload, layout: TextLayout) -> bool:
    """Tell whether totals or notes stand at the foot, or rows of nothing but commas.

    Excel leaves such rows where cells were cleared.
    """
    lines = list(_last_lines(upload.path, layout))
    is_blank = bool(lines) and not filled(lines[-1])
    width = len(layout.header.names)
    notes = upload.headers.groups is not None and any(stands_below(row, width) for row in lines)
    return is_blank or notes


def _last_lines(path: Path, layout: TextLayout) -> Iterator[Sequence[str]]:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        text = file.read().decode(layout.encoding, errors="replace")
    for line in text.rstrip().splitlines()[-LAST_LINES:]:
        if line.strip():
            yield next(csv.reader([line], delimiter=layout.delimiter))
