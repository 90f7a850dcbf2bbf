"""Tables of one upload that hold mostly the same rows: asked about, so that none counts twice."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import assert_sound

HEADER = ("Date", "Offence", "District")
OFFENCES = ("Burglary", "Robbery", "Shoplifting")
Row = tuple[str, ...]


def _crimes(first: int, last: int, month: int = 1) -> list[Row]:
    return [
        (f"{1 + n % 28:02}/{month:02}/2025 {n % 24:02}:{n % 60:02}", OFFENCES[n % 3], "Luton")
        for n in range(first, last)
    ]


def _zipped(folder: Path, tables: Mapping[str, Sequence[Row]]) -> Path:
    path = folder / "upload.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, rows in tables.items():
            archive.write(write_csv(folder / "part.csv", rows, HEADER), name)
    return path


REVISED = {"month.csv": _crimes(0, 40), "month revised.csv": _crimes(0, 43)}
TOGETHER = [
    # tables, the answer, rows read, why
    (REVISED, ("month revised.csv",), 43, "a revision beside what it revises"),
    (REVISED, ("month.csv",), 40, "the other is chosen"),
    (REVISED, ("all",), 83, "both are real"),
    (
        {"all.csv": _crimes(0, 60), "a.csv": _crimes(0, 30), "b.csv": _crimes(30, 60)},
        ("all.csv",),
        60,
        "one that holds the others",
    ),
    (
        {**REVISED, "x.csv": _crimes(0, 20, 2), "x revised.csv": _crimes(5, 25, 2)},
        ("month revised.csv", "x revised.csv"),
        63,
        "two months, each with its revision",
    ),
]


@pytest.mark.parametrize(("tables", "answer", "rows", "why"), TOGETHER)
def test_tables_that_hold_mostly_the_same_rows_are_asked_about(
    workspace: Workspace,
    tmp_path: Path,
    tables: Mapping[str, Sequence[Row]],
    answer: tuple[str, ...],
    rows: int,
    why: str,
) -> None:
    path = _zipped(tmp_path, tables)
    asked = load(workspace, path)
    assert asked.status is LoadStatus.ASKS, why
    assert {question.about for question in asked.questions} == {"tables"}
    choices = FileChoices()
    for value in answer:
        choices = choices.answered("tables", value)
    report = load(workspace, path, choices=choices)
    assert_sound(workspace)
    assert (report.status, report.rows.loaded) == (LoadStatus.LOADED, rows), why


APART = [
    ({"a.csv": _crimes(0, 40), "b.csv": _crimes(0, 40, 2)}, 80, "two months"),
    ({"a.csv": _crimes(0, 40), "b.csv": _crimes(36, 80)}, 84, "a few rows alike"),
]


@pytest.mark.parametrize(("tables", "rows", "why"), APART)
def test_tables_that_hold_other_rows_are_read_together(
    workspace: Workspace,
    tmp_path: Path,
    tables: Mapping[str, Sequence[Row]],
    rows: int,
    why: str,
) -> None:
    report = load(workspace, _zipped(tmp_path, tables))
    assert (report.status, report.rows.loaded) == (LoadStatus.LOADED, rows), why


def test_a_table_that_is_not_there_cannot_be_chosen(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UploadRefused, match=r"It has no table 'march\.csv'"):
        load(workspace, _zipped(tmp_path, REVISED), choices=FileChoices(tables=("march.csv",)))


def test_what_was_detected_beside_what_was_recorded_is_asked_about(
    workspace: Workspace, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    lists = {"Recorded": (1, range(40)), "Detected": (3, range(0, 40, 4))}
    for name, (month, numbers) in lists.items():
        sheet = book.create_sheet(name)
        sheet.append(("Crime ref", *HEADER))
        for n in numbers:
            sheet.append((f"c{n}", f"{1 + n % 28:02}/{month:02}/2025", OFFENCES[n % 3], "Luton"))
    path = tmp_path / "lists.xlsx"
    book.save(path)
    assert [question.about for question in load(workspace, path).questions] == ["tables"]
    report = load(workspace, path, choices=FileChoices(tables=("Recorded",)))
    assert (report.rows.loaded, report.months) == (40, ("2025-01",))
