"""Text files: used as they are where they can be, rewritten as UTF-8 with commas where not."""

import csv
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

from assessment.intake.headers import SEARCHED_ROWS, filled, find_header, known_columns
from assessment.intake.parts import Contents, Part, Upload, shown
from assessment.intake.scanning import Scan

HEAD = 1 << 18
TAIL = 1 << 16
DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright bars"}
SAVE_AGAIN = "Open it in Excel, check it, and save it as 'CSV UTF-8 (comma delimited)'."
# A line break inside a cell, and a NUL that UTF-16 let through, mean no more than a space.
BREAKS = str.maketrans({"\n": " ", "\r": " ", "\0": " "})


@dataclass(frozen=True)
class _Layout:
    """How a text file is written: its encoding, what parts its cells, and where its header is."""

    encoding: str
    delimiter: str
    rows: Sequence[Sequence[str]]
    header_at: int
    header_end: int  # lines up to and including the header; more than rows where a cell has breaks

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(cell.translate(BREAKS).strip().lstrip("\ufeff") for cell in self.rows[self.header_at])

    @property
    def titles(self) -> tuple[str, ...]:
        above = self.rows[: self.header_at]
        return tuple(" ".join(filter(None, map(str.strip, row))) for row in above if filled(row))


def read_text(upload: Upload, scan: Scan) -> Contents:
    """Return the table of a text file; raises UploadRefused where it holds none."""
    if scan.has_nul and not scan.is_utf16:
        raise upload.refused(f"holds bytes that are not text, so it is not a CSV file. {SAVE_AGAIN}")
    layout = _layout(upload, scan)
    try:
        path, rows = _use(upload, scan, layout)
    except UnicodeError:
        raise upload.refused(f"is in an encoding that cannot be read. {SAVE_AGAIN}") from None
    if not rows:
        raise upload.refused("has a header but no rows. Check that the extract was made for the right dates.")
    skip = layout.header_end if path.suffix == ".csv" else layout.header_at + 1
    return Contents((Part(upload.file, upload.name, None, path, layout.header, skip, rows),), _titles(upload, layout))


def _titles(upload: Upload, layout: _Layout) -> tuple[str, ...]:
    if not layout.titles:
        return ()
    text = shown("; ".join(layout.titles))
    return (f"What stands above the header of {upload.label} was left out: '{text}'.",)
