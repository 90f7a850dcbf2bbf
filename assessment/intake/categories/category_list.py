"""A list of what categories mean, as CSV: written to be filled in elsewhere, and read back."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from assessment.definitions import LEFT_OUT, measure_sets
from assessment.definitions.spelling import plain
from assessment.errors import UploadRefused
from assessment.intake.categories.category_meanings import (
    MeaningSaid,
    UnmappedCategory,
    meant_in,
)
from assessment.intake.categories.category_suggestions import suggestions
from assessment.intake.files.quotable import NOT_SHOWN, as_quotable
from assessment.intake.mapping.categories.category_mapping import LEFT_OUT_LABEL
from assessment.intake.mapping.categories.said_meanings import ANY_SOURCE, CategoryMeaning

COLUMNS = ("source", "category", "records", "measure", "suggested", "reason")
NEEDED = ("category", "measure")
# A list is small; what is larger is something else.
MOST_BYTES = 5_000_000
# As assessment/outputs writes a cell that a spreadsheet would reckon with.
GUARDED = re.compile(r"'[=+\-@\t\r]")
FORGET = "as if nothing had been said"

Row = tuple[str, str, int, str, str, str]


def category_rows(
    unmapped: Sequence[UnmappedCategory], said: Sequence[MeaningSaid]
) -> Iterator[Row]:
    """Yield the rows of the list: categories without a meaning first, then what has been said.

    What may be somebody's details is not written out: its meaning is said on Upload data.
    """
    for category in unmapped:
        first, *_ = (*suggestions(category, said), None)
        suggested = (first.measure, first.reason) if first else ("", "")
        named = as_quotable(category.category, category.records)
        yield category.source, named, category.records, "", *suggested
    for kept in said:
        meaning = kept.meaning
        named = as_quotable(meaning.category, kept.records)
        yield meaning.source, named, kept.records, meaning.measure or "", "", ""


def read_category_list(
    path: Path, name: str, source: str | None = None
) -> tuple[CategoryMeaning, ...]:
    """Read what a list says; a row without a measure says nothing.

    `source` is whose categories they are where the list does not say. A measure may be written as
    its id or its label. Raises UploadRefused with every fault.
    """
    lines = _lines(path, name)
    columns = [plain(column) for column in next(lines, [])]
    if missing := [column for column in NEEDED if column not in columns]:
        needed = " and ".join(f"'{column}'" for column in missing)
        raise UploadRefused(name, [f"It has no column {needed}; expected {', '.join(COLUMNS)}."])
    faults: list[str] = []
    rows = [
        dict(zip(columns, map(_unguarded, line), strict=False)) | {"": str(number)}
        for number, line in enumerate(lines, 2)
        if any(cell.strip() for cell in line)
    ]
    meanings = [_read_row(row, source, faults) for row in rows]
    if faults:
        raise UploadRefused(name, faults)
    return tuple(meaning for meaning in meanings if meaning)


def _lines(path: Path, name: str) -> Iterator[list[str]]:
    content = path.read_bytes()
    if len(content) > MOST_BYTES or b"\0" in content:
        raise UploadRefused(name, ["It is no list of categories: expected a small CSV."])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    try:
        yield from csv.reader(io.StringIO(text))
    except csv.Error:
        raise UploadRefused(name, ["It is no list of categories: expected a small CSV."]) from None


def _read_row(
    row: Mapping[str, str], source: str | None, faults: list[str]
) -> CategoryMeaning | None:
    written = row.get("measure", "").strip()
    whose = row.get("source", "").strip() or source
    if not written:
        return None
    measure = _measures_by_name().get(plain(written))
    if measure is None:
        faults.append(f"Row {row['']}: '{written}' is no measure that a category can mean.")
    if row.get("category") == NOT_SHOWN:
        faults.append(f"Row {row['']}: say on Upload data what this means: the list hides it.")
    if not whose:
        faults.append(
            f"Row {row['']}: it says no source. Name one, or '{ANY_SOURCE}' for every source."
        )
    return CategoryMeaning(whose or "", row.get("category", ""), measure or None)


def _unguarded(cell: str) -> str:
    """Return a cell as it was before a list kept Excel from taking it for a formula."""
    return cell[1:] if GUARDED.match(cell) else cell


def _measures_by_name() -> Mapping[str, str]:
    """Return every measure that a category can mean, by its id and its label in plain words."""
    named = {
        plain(name): measure
        for measures in measure_sets().values()
        for label, measure in meant_in(measures).items()
        for name in (label, measure)
    }
    return {**named, plain(LEFT_OUT): LEFT_OUT, plain(LEFT_OUT_LABEL): LEFT_OUT, plain(FORGET): ""}
