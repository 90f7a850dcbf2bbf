"""Tables whose names say that their records do not count are left out beside others, and told."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import CURRENT, stored

HEADER = ("Ref", "Date", "Offence", "District")
TABLES: list[tuple[str, str, bool]] = [
    ("Crimes", "Deleted crimes", False),
    ("Crimes", "No crimed", False),
    ("Crimes", "no-crimed", False),
    ("Crimes", "Cancelled crimes", False),
    ("Crimes", "Withdrawn records to remove", False),
    ("Crimes", "Outstanding suspects", False),
    ("Crimes", "Detections", False),
    ("Recorded", "Detected", False),
    ("Undetected", "Detected", True),
    ("Crimes", "Old data", False),
    ("Crimes", "Crimes (old)", False),
    ("Crimes", "Superseded", False),
    ("Crimes", "Previous version", False),
    ("Crimes", "DO NOT USE", False),
    ("Crimes", "Old Town", True),
    ("This year", "Previous year", True),
    ("Crimes", "Non-crime incidents", True),
    ("January", "February excl cancelled", True),
    ("January", "February not deleted", True),
    ("Cancelled", "Deleted", True),
]


def _rows(name: str, n: int) -> list[tuple[str, ...]]:
    return [
        (f"{name[:4]}{name[-1]}{i:03}", f"{1 + i % 28:02}/01/2025", "Burglary", "Luton")
        for i in range(n)
    ]


def _zipped(folder: Path, one: str, other: str) -> Path:
    path = folder / "upload.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, n in ((one, 60), (other, 25)):
            archive.write(write_csv(folder / "part.csv", _rows(name, n), HEADER), f"{name}.csv")
    return path


def _workbook(folder: Path, one: str, other: str) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, n in ((one, 60), (other, 25)):
        sheet = book.create_sheet(name)
        for row in (HEADER, *_rows(name, n)):
            sheet.append(row)
    path = folder / "upload.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("made", [_zipped, _workbook])
@pytest.mark.parametrize(("one", "other", "counts"), TABLES)
def test_what_does_not_count_by_its_name_is_left_out(
    workspace: Workspace, tmp_path: Path, one: str, other: str, counts: bool, made: object
) -> None:
    assert callable(made)
    report = load(workspace, made(tmp_path, one, other), source="beds")
    assert len(stored(workspace, CURRENT)) == (85 if counts else 60)
    told = [problem for problem in report.problems if "no records to count" in problem]
    assert len(told) == (not counts)


def test_it_is_read_where_that_was_said(workspace: Workspace, tmp_path: Path) -> None:
    path = _zipped(tmp_path, "Crimes", "Cancelled crimes")
    load(workspace, path, source="beds", choices=FileChoices(tables=("all",)))
    assert len(stored(workspace, CURRENT)) == 85


@pytest.mark.parametrize(
    ("name", "said", "counted"),
    [
        ("Superseded", (), 36),
        ("Old counts", (), 36),
        ("Old counts", ("all",), 72),
        ("Robbery", (), 72),
    ],
)
def test_a_table_of_counts_that_is_old_is_left_out(
    workspace: Workspace, tmp_path: Path, name: str, said: tuple[str, ...], counted: int
) -> None:
    book = openpyxl.Workbook()
    for sheet, offence in ((book.worksheets[0], "Burglary"), (book.create_sheet(name), "Robbery")):
        sheet.append(("Month", "District", "Offence", "Number"))
        for month in range(1, 4):
            sheet.append((f"{month:02}/2025", "Luton", offence, 10 + month))
    path = tmp_path / "counts.xlsx"
    book.save(path)
    report = load(workspace, path, source="police", choices=FileChoices(tables=said))
    assert sum(n for _, n in report.measures) == counted
    told = any(f"'{name}' was left out (3 rows)" in problem for problem in report.problems)
    assert told is (counted == 36)
