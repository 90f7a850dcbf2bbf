"""Writes the sheets of a workbook as CSV files. Runs by itself: see workbook_reader.py.

    python sheet_writer.py WORKBOOK FOLDER BYTES [BREAK]      prints what it wrote, as JSON

BREAK is what is written for a line break inside a cell, else a space.

It imports nothing of the product, so that it starts quickly, and nothing is lost if a workbook
made to harm brings it down.
"""

import csv
import json
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import python_calamine as calamine

# A full sheet of Excel (a million rows of twenty columns) needs about half of it. A small file that
# needs much is made to harm: two cells at the ends of a sheet are seventeen thousand million.
MOST_MEMORY = 4 << 30
LEAST_MEMORY = 1 << 30
MEMORY_FACTOR = 8
LEAST_SECONDS = 8
BYTES_A_SECOND = 2 << 20
MOST_CELLS = 30_000_000
MOST_MERGED = 100_000
# So many rows of a sheet are looked at to see how Excel shows its numbers.
FORMAT_ROWS = 40
# What that needs to read whole: more would take too long.
MOST_READ_WHOLE = 8 << 20
BREAKS = str.maketrans({"\n": " ", "\r": " ", "\0": " "})
ROUNDING = timedelta(milliseconds=500)


def main(workbook: Path, folder: Path, unpacked: int, line_break: str = " ") -> None:
    """Write every visible sheet into the folder and print what became of each.

    `unpacked` is the size of the workbook's content in bytes, by which it is told how much memory
    and time it can need.
    """
    _limit(unpacked)
    BREAKS[ord("\n")] = line_break
    try:
        with workbook.open("rb") as file:
            report: object = list(_sheets(calamine.load_workbook(file), folder))
        _add_percentages(workbook, report)
    except calamine.PasswordError:
        report = "password"
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError, ValueError):
        report = "damaged"
    json.dump(report, sys.stdout)


def _limit(unpacked: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the program ends when memory does
        return
    memory = min(MOST_MEMORY, LEAST_MEMORY + MEMORY_FACTOR * unpacked)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    seconds = LEAST_SECONDS + unpacked // BYTES_A_SECOND
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def _sheets(book: calamine.CalamineWorkbook, folder: Path) -> Iterator[dict[str, Any]]:
    for number, about in enumerate(book.sheets_metadata, start=1):
        if about.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        if about.visible != calamine.SheetVisibleEnum.Visible:
            yield {"sheet": about.name, "hidden": True}
            continue
        path = folder / f"sheet-{number}.csv"
        sheet = book.get_sheet_by_name(about.name)
        reaches = (sheet.total_height, sheet.total_width)
        if reaches[0] * reaches[1] > MOST_CELLS:
            yield {"sheet": about.name, "hidden": False, "reaches": reaches}
            return
        merged = [[*first, *last] for first, last in (sheet.merged_cell_ranges or [])[:MOST_MERGED]]
        _write(sheet.iter_rows(), path)
        yield {"sheet": about.name, "hidden": False, "file": path.name, "merged": merged}


def _add_percentages(workbook: Path, report: object) -> None:
    """Say of each sheet whether Excel shows whole numbers of it as percentages.

    The other library does not tell formats: this one is asked where the styles have such a format.
    """
    if not isinstance(report, list) or not _has_percentages(workbook):
        return
    import openpyxl  # slow to load, and seldom needed

    try:
        book = openpyxl.load_workbook(workbook, read_only=True)
        for about in report:
            if "file" in about:
                rows = book[about["sheet"]].iter_rows(max_row=FORMAT_ROWS)
                about["percentages"] = are_percentages(rows)
    except Exception:  # what this library cannot read, the other has read
        return


def _has_percentages(workbook: Path) -> bool:
    if not zipfile.is_zipfile(workbook):
        return False
    with zipfile.ZipFile(workbook) as parts:
        sizes = {part.filename: part.file_size for part in parts.infolist()}
        read_whole = [sizes.get("xl/styles.xml", 0), sizes.get("xl/sharedStrings.xml", 0)]
        if not read_whole[0] or max(read_whole) > MOST_READ_WHOLE:
            return False
        styles = parts.read("xl/styles.xml")
    return any(sign in styles for sign in (b'numFmtId="9"', b'numFmtId="10"', b"%"))


def are_percentages(rows: Iterable[Sequence[Any]]) -> bool:
    """Tell whether most numbers are whole and shown as percentages: 1 is shown as 100%."""
    numbers = [
        cell
        for row in rows
        for cell in row
        if isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    ]
    percentages = [cell for cell in numbers if "%" in cell.number_format]
    whole = [cell for cell in percentages if float(cell.value).is_integer()]
    return 2 * len(whole) > len(numbers)


def _write(sheet: Iterable[Sequence[object]], path: Path) -> None:
    """Write rows so that each keeps its number."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for cells in sheet:
            row = [as_text(cell) for cell in cells]
            writer.writerow(row if any(map(str.strip, row)) else [])


def as_text(cell: object) -> str:
    """Write a cell as text that means the same on any machine."""
    if isinstance(cell, str):
        return cell.translate(BREAKS)
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        # Excel keeps times as fractions of a day: 13:05 may come out as 13:04:59.999997.
        return (cell + ROUNDING).replace(microsecond=0).isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
