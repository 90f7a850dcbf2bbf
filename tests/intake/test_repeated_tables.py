"""The same table twice in one upload is read once; what may be chance is read and told."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.stored import assert_sound

HEADER = "Date,Offence,District"
JANUARY = [f"{day:02d}/01/2024,Arson,Luton" for day in range(1, 32)]
FEBRUARY = [f"{day:02d}/02/2024,Arson,Luton" for day in range(1, 30)]


def as_csv(rows: list[str], end: str = "\n") -> str:
    return end.join([HEADER, *rows, ""])


def zipped(path: Path, members: list[str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for number, content in enumerate(members, start=1):
            archive.writestr(f"{number}.csv", content)
    return path


def told(report: LoadReport) -> list[str]:
    return [problem for problem in report.problems if "is the same" in problem]


READ_ONCE = "is the same, row for row, as '1.csv' in 'all.zip'"
CHANCE = "With so few rows that may be chance, so both were read"
TWICE = [
    # members, rows read, what is said of each pair, why
    ([as_csv(JANUARY), as_csv(JANUARY)], 31, [READ_ONCE], "one month under two names"),
    ([as_csv(JANUARY)] * 3, 31, [READ_ONCE] * 2, "or three"),
    ([as_csv(JANUARY), as_csv(FEBRUARY)], 60, [], "two months"),
    ([as_csv(JANUARY), as_csv(JANUARY, "\r\n")], 31, [READ_ONCE], "saved again on Windows"),
    ([as_csv(JANUARY), "\ufeff" + as_csv(JANUARY)], 31, [READ_ONCE], "or by Excel as UTF-8"),
    ([as_csv(JANUARY), as_csv(JANUARY).replace("Date", "Recorded date")], 62, [],
     "the same cells under another header say something else"),
    ([as_csv(JANUARY[:1])] * 2, 2, [CHANCE], "one row alike may be two fires of one day"),
    ([as_csv(JANUARY), as_csv([]), as_csv([])], 31, [], "empty files hold nothing to count"),
    ([as_csv(JANUARY[:4])] * 2, 8, [CHANCE], "the most that may be chance"),
    ([as_csv(JANUARY[:5])] * 2, 5, [READ_ONCE], "the fewest that are a copy"),
]  # fmt: skip


@pytest.mark.parametrize(("members", "rows", "said", "why"), TWICE)
def test_files_of_an_archive(
    workspace: Workspace, tmp_path: Path, members: list[str], rows: int, said: list[str], why: str
) -> None:
    report = load(workspace, zipped(tmp_path / "all.zip", members))
    assert report.rows.read == report.rows.loaded == rows, why
    assert len(told(report)) == len(said)
    assert all(part in problem for part, problem in zip(said, told(report), strict=True)), why
    assert_sound(workspace)


ASKED = [
    ([as_csv(JANUARY), as_csv(JANUARY[::-1])], "the same rows in another order"),
    (["North\n" + as_csv(JANUARY), "South\n" + as_csv(JANUARY)], "two beats, or one twice"),
]


@pytest.mark.parametrize(("members", "why"), ASKED)
def test_what_may_be_two_tables_is_asked_about(
    workspace: Workspace, tmp_path: Path, members: list[str], why: str
) -> None:
    path = zipped(tmp_path / "all.zip", members)
    assert load(workspace, path).status is LoadStatus.ASKS, why
    assert load(workspace, path, choices=FileChoices(tables=("all",))).rows.loaded == 62, why


def test_a_sheet_twice(workspace: Workspace, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name in ("January", "January (2)"):
        sheet = book.create_sheet(name)
        for row in (HEADER, *JANUARY):
            sheet.append(row.split(","))
    book.save(tmp_path / "all.xlsx")
    report = load(workspace, tmp_path / "all.xlsx")
    assert report.rows.read == 31
    (said,) = told(report)
    assert said.startswith(
        "Sheet 'January (2)' of 'all.xlsx' is the same, row for row, as sheet 'January' of"
    )
