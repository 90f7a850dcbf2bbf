"""Writes the sheets of a workbook as CSV files. Runs by itself: see workbook_reader.py.

    python sheet_writer.py WORKBOOK FOLDER      prints what it wrote, as JSON

It imports nothing of the product, so that it starts quickly, and nothing is lost if a workbook
made to harm brings it down.
"""

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import python_calamine as calamine

# A full sheet of Excel (a million rows of twenty columns) needs about half of it.
MOST_MEMORY = 4 << 30
TOTAL = re.compile(r"\s*(?:grand|sub|overall)?[\s-]*totals?\b", re.IGNORECASE)
BREAKS = str.maketrans({"\n": " ", "\r": " ", "\0": " "})
ROUNDING = timedelta(milliseconds=500)


def main(workbook: Path, folder: Path) -> None:
    """Write every visible sheet into the folder and print what became of each."""
    _limit_memory()
    try:
        with workbook.open("rb") as file:
            report: object = list(_sheets(calamine.load_workbook(file), folder))
    except calamine.PasswordError:
        report = "password"
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError, ValueError):
        report = "damaged"
    json.dump(report, sys.stdout)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; there the program ends when memory does
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _sheets(book: calamine.CalamineWorkbook, folder: Path) -> Iterator[dict[str, Any]]:
    for number, about in enumerate(book.sheets_metadata, start=1):
        if about.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        if about.visible != calamine.SheetVisibleEnum.Visible:
            yield {"sheet": about.name, "hidden": True}
            continue
        path = folder / f"sheet-{number}.csv"
        rows, below = _write(book.get_sheet_by_name(about.name).iter_rows(), path)
        written = {"file": path.name, "rows": rows, "below": below}
        yield {"sheet": about.name, "hidden": False, **written}


def _write(sheet: Iterable[Sequence[object]], path: Path) -> tuple[int, list[str]]:
    """Write rows so that each keeps its number; return how many hold anything, and what was not.

    Totals and notes are rows like any other until it is seen that nothing else comes below them.
    """
    waiting: list[list[str]] = []
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for cells in sheet:
            row = [as_text(cell) for cell in cells]
            waiting.append(row if any(map(str.strip, row)) else [])
            if waiting[-1] and not stands_below(row):
                writer.writerows(waiting)
                rows += sum(1 for row in waiting if row)
                waiting.clear()
    return rows, [" ".join(filter(None, row)) for row in waiting if row]


def stands_below(row: Sequence[str]) -> bool:
    """Tell whether a row may be a total or a note: it says too little to be a record."""
    cells = [cell.strip() for cell in row if cell.strip()]
    is_total = bool(TOTAL.match(cells[0])) and 2 * len(cells) <= len(row)
    return is_total or (len(cells) == 1 and len(row) > 2)


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
    main(Path(sys.argv[1]), Path(sys.argv[2]))
