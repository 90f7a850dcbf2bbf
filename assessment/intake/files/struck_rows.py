"""Rows of a workbook that somebody has struck through: they are left out, and that is said.

A line through a row says that it no longer holds, to whoever looks at the sheet; its cells are as
full as any other's. A format that only a rule gives (conditional formatting) is not seen.
"""

import csv
import html
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath

from assessment.intake.files.archive import opened
from assessment.intake.files.file_tables import Upload
from assessment.numbers import count_of, listed

STYLES, WORKBOOK, LINKS = "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
FONT = re.compile(rb"<font\b[^>]*/>|<font\b.*?</font>", re.DOTALL)
STRUCK = re.compile(rb'<strike\s*(?:val="(?:1|true)"\s*)?/>')
ROW = re.compile(rb'<row\b[^>]*?\sr="(\d+)".*?</row>', re.DOTALL)
CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
PIECE = 1 << 20
# A row of Excel has 16,384 cells; what is longer is no row.
LONGEST_ROW = 1 << 23
MOST_NAMED = 6


@dataclass(frozen=True)
class StruckRows:
    """The rows of a sheet, by number, of which most filled cells are struck through, and others."""

    whole: frozenset[int]
    partly: frozenset[int]

    def in_words(self, where: str) -> Iterator[str]:
        """Say what was left out, and which rows were read though some of their cells are struck."""
        if self.whole:
            yield (
                f"{count_of(len(self.whole), 'row is', 'rows are')} struck through in {where} and "
                f"left out: {_named(self.whole)}. If they count, take the line off them and "
                "upload the file again."
            )
        if self.partly:
            yield (
                f"Some cells of {count_of(len(self.partly), 'row')} in {where} are struck through "
                f"and were read like the others: {_named(self.partly)}. If they do not hold, "
                "delete or correct them, and upload the file again."
            )


def struck_rows(upload: Upload) -> Mapping[str, StruckRows]:
    """Return the rows that are struck through, by the name of their sheet; none of an .xls."""
    if not zipfile.is_zipfile(upload.path):
        return {}
    with opened(upload) as archive:
        parts = archive.namelist()
        if not {STYLES, WORKBOOK, LINKS} <= {*parts}:
            return {}
        styles = _struck_styles(archive.read(STYLES))
        sheets = _sheets(archive.read(WORKBOOK), archive.read(LINKS)) if styles else {}
        found = {
            name: _of_sheet(archive, part, styles) for name, part in sheets.items() if part in parts
        }
    return {name: rows for name, rows in found.items() if rows.whole or rows.partly}


def without_rows(path: Path, rows: Collection[int]) -> None:
    """Empty some rows of a sheet that is written as CSV; every other keeps its number."""
    new_path = path.with_suffix(".kept.csv")
    with (
        path.open(encoding="utf-8", newline="") as file,
        new_path.open("w", encoding="utf-8", newline="") as kept,
    ):
        writer = csv.writer(kept, lineterminator="\n")
        for number, row in enumerate(csv.reader(file), 1):
            writer.writerow([] if number in rows else row)
    new_path.replace(path)


def _named(rows: Collection[int]) -> str:
    word = "row" if len(rows) == 1 else "rows"
    return f"{word} {listed([f'{number:,}' for number in sorted(rows)], MOST_NAMED)}"


def _struck_styles(styles: bytes) -> frozenset[bytes]:
    """Return the numbers of the styles of cells whose letters are struck through."""
    fonts = FONT.findall(_part(styles, b"fonts"))
    struck = {b"%d" % at for at, font in enumerate(fonts) if STRUCK.search(font)}
    formats = re.findall(rb"<xf\b[^>]*", _part(styles, b"cellXfs"))
    return frozenset(
        b"%d" % at for at, form in enumerate(formats) if _said(form, rb"fontId") in struck
    )


def _sheets(workbook: bytes, links: bytes) -> dict[str, str]:
    """Return in which part of the workbook each sheet is, by its name."""
    parts = {
        _said(link, rb"Id"): normpath(join("/xl", _said(link, rb"Target").decode())).lstrip("/")
        for link in re.findall(rb"<Relationship\b[^>]*", links)
    }
    sheets = re.findall(rb"<sheet\b[^>]*", workbook)
    named = {
        html.unescape(_said(sheet, rb"name").decode()): _said(sheet, rb"\w+:id") for sheet in sheets
    }
    return {name: parts[link] for name, link in named.items() if link in parts}


def _of_sheet(archive: zipfile.ZipFile, part: str, styles: Collection[bytes]) -> StruckRows:
    in_style = re.compile(rb'\ss="(?:%s)"' % b"|".join(sorted(styles)))
    whole, partly = set[int](), set[int]()
    for row in _rows(archive, part):
        if in_style.search(row[0]):
            filled = [attributes for attributes, held in CELL.findall(row[0]) if held]
            struck = sum(bool(in_style.search(attributes)) for attributes in filled)
            if struck:
                (whole if 2 * struck > len(filled) else partly).add(int(row[1]))
    return StruckRows(frozenset(whole), frozenset(partly))


def _rows(archive: zipfile.ZipFile, part: str) -> Iterator[re.Match[bytes]]:
    rest = b""
    with archive.open(part) as file:
        while piece := file.read(PIECE):
            rest += piece
            end = 0
            for row in ROW.finditer(rest):
                yield row
                end = row.end()
            rest = rest[end:][-LONGEST_ROW:]


def _part(text: bytes, name: bytes) -> bytes:
    found = re.search(rb"<%s\b.*?</%s>" % (name, name), text, re.DOTALL)
    return found[0] if found else b""


def _said(element: bytes, attribute: bytes) -> bytes:
    found = re.search(rb'\s%s="([^"]*)"' % attribute, element)
    return found[1] if found else b""
