"""How many people there are of each age, sex or ward: what answers are weighted to."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from assessment.definitions.spelling import plain
from assessment.errors import UploadRefused
from assessment.intake.files.file_tables import shown
from assessment.intake.mapping.people_counted import EXPECTED, people_counted
from assessment.people import Permission
from assessment.permissions import needs
from assessment.survey.reading.labels import as_key
from assessment.workspace import Workspace

COLUMNS = ("variable", "category", "people", "source", "as_at")
EXAMPLE = "e.g. age,16-24,31200,Census 2021,2021-03-21"


@needs(Permission.LOAD_EXTRACTS, of="survey")
def load_margins(workspace: Workspace, path: Path, survey: str, name: str | None = None) -> int:
    """Load a CSV of variable,category,people,source,as_at; return how many categories it gave.

    The variables that it gives replace those of the survey. Raises UploadRefused with every fault.
    """
    file = name or path.name
    rows = _rows(path, file)
    if faults := [fault for number, row in rows for fault in _faults(number, row)]:
        raise UploadRefused(file, faults)
    if twice := list(_twice(rows)):
        raise UploadRefused(file, twice)
    margins = [row for _, row in rows]
    variables = sorted({row["variable"].strip().casefold() for row in margins})
    with workspace.store.writing() as writer:
        writer.run("clear_population_margins", survey=survey, variables=variables)
        writer.run(
            "insert_population_margins",
            survey=survey,
            variable=[row["variable"].strip().casefold() for row in margins],
            category=[row["category"].strip() for row in margins],
            people=[people_counted(row["people"]) for row in margins],
            source=[row["source"].strip() for row in margins],
            as_at=[date.fromisoformat(row["as_at"].strip()) for row in margins],
        )
        workspace.audit(writer, "loaded population margins", f"{survey}: {', '.join(variables)}")
    return len(margins)


def _rows(path: Path, file: str) -> Sequence[tuple[int, Mapping[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened, restval="")
            columns = [plain(header).replace(" ", "_") for header in reader.fieldnames or ()]
            reader.fieldnames = columns
            rows = [(number, row) for number, row in enumerate(reader, start=2)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UploadRefused(file, [f"It cannot be read as CSV in UTF-8: {error}."]) from None
    if missing := [column for column in COLUMNS if column not in columns]:
        fault = f"It has no column {', '.join(missing)}: expected {', '.join(COLUMNS)}, {EXAMPLE}."
        raise UploadRefused(file, [fault])
    if not rows:
        raise UploadRefused(file, [f"It has a header but no rows: expected one each, {EXAMPLE}."])
    return rows


def _faults(number: int, row: Mapping[str, str]) -> Iterator[str]:
    for column in COLUMNS:
        if not (row[column] or "").strip():
            yield f"Row {number}: {column} is empty."
    if (row["people"] or "").strip() and people_counted(row["people"]) is None:
        yield (
            f"Row {number}: people is '{shown(row['people'])}', expected {EXPECTED}: correct it, "
            "and load the file again."
        )
    try:
        date.fromisoformat((row["as_at"] or "").strip() or "2000-01-01")
    except ValueError:
        yield f"Row {number}: as_at is '{shown(row['as_at'])}', expected a date such as 2021-03-21."


def _twice(rows: Sequence[tuple[int, Mapping[str, str]]]) -> Iterator[str]:
    first: dict[tuple[str, str], int] = {}
    for number, row in rows:
        before = first.setdefault((plain(row["variable"]), as_key(row["category"])), number)
        if before != number:
            yield (
                f"Row {number}: {row['variable']}, {row['category']} is there twice (row {before})."
            )
