"""Reading data/reference/districts.csv, every fault said at once."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from assessment.definitions.places import Districts, ListedDistrict
from assessment.definitions.spelling import plain
from assessment.definitions.toml_reader import Faults, twice

COLUMNS = ("code", "name", "force", "successor", "also")
CODE = re.compile(r"(?:E0[6-9]|W06)\d{6}")


def read_districts(path: Path) -> Districts:
    """Read the file; raises DefinitionFault with all that is wrong in it."""
    faults = Faults()
    rows = list(_read_rows(path, faults))
    _check_repeats(path.name, rows, faults)
    _check_successors(path.name, rows, faults)
    faults.raise_any()
    return Districts(rows)


def _read_rows(path: Path, faults: Faults) -> Iterator[ListedDistrict]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(line for line in file if not line.startswith("#"))
        if tuple(lines.fieldnames or ()) != COLUMNS:
            faults.add(path.name, "header", "columns", ",".join(COLUMNS), lines.fieldnames)
            return
        for line in lines:
            if row := _read_row(path.name, line, faults):
                yield row


def _read_row(
    file: str, line: Mapping[str | None, str | None], faults: Faults
) -> ListedDistrict | None:
    code, name, force, successor, also = (line[column] for column in COLUMNS)
    if None in line or also is None:
        faults.add(file, str(code), "row", f"{len(COLUMNS)} columns", list(line.values()))
        return None
    if not CODE.fullmatch(code or ""):
        faults.add(file, str(code), "code", "an ONS code such as E07000069", code)
    for column, value in (("name", name), ("force", force)):
        if not value:
            faults.add(file, str(code), column, "a text", value)
    other_names = tuple(filter(None, also.split(";")))
    return ListedDistrict(code or "", name or "", force or "", successor or "", other_names)


def _check_repeats(file: str, rows: Sequence[ListedDistrict], faults: Faults) -> None:
    for code in twice(row.code for row in rows):
        faults.add(file, code, "code", "each code once", code)
    claimed: dict[str, str] = {}
    for row in rows:
        for words in {plain(name) for name in (row.name, *row.also)}:
            meant = row.successor or row.code
            if (other := claimed.setdefault(words, meant)) != meant:
                faults.add(file, row.code, "name", f"what does not already mean {other}", words)


def _check_successors(file: str, rows: Sequence[ListedDistrict], faults: Faults) -> None:
    today = {row.code: row for row in rows if not row.successor}
    for row in rows:
        if not row.successor:
            continue
        if row.successor not in today:
            faults.add(
                file, row.code, "successor", "the code of a district of today", row.successor
            )
        elif today[row.successor].force != row.force:
            faults.add(file, row.code, "force", today[row.successor].force, row.force)
