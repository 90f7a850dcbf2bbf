"""Totals that a file prints: never a record, always compared, and a difference stops the load."""

from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.files.layout.total_words import is_total_label, is_total_row, records_said
from assessment.intake.load_report import LoadReport
from assessment.workspace import Workspace
from tests.intake import hostile
from tests.intake.conftest import Arrives

LABELS = [
    ("Total", True),
    ("Grand total", True),
    ("Sub-total", True),
    ("Rochford Total", True),
    ("Rochford Count", True),
    ("Total records: 1,200", True),
    ("Totally", False),
    ("County lines", False),
    ("Essex County", False),
    ("Burglary", False),
]
SAID = [
    ("Total records: 1,200", 1200),
    ("Records: 12", 12),
    ("Number of crimes = 7", 7),
    ("1,200 rows", 1200),
    ("(1200 rows affected)", 1200),
    ("3 records selected.", 3),
    ("Total 1,200", 1200),
    ("Total victims: 1,508", None),
    ("Page 2 of 3", None),
    ("Crimes in 2025", None),
]
ROWS = [
    (["Total", "", "", "1200"], True),
    (["Rochford Total", "", "", "", "175"], True),
    (["Total", "1200", ""], True),
    (["Rochford", "Total", "11", "6", "17"], False),  # a total of counts, as full as they are
    (["Total", "", "11", "6", "17"], False),
    (["Total loss", "Burglary", "Luton", "01/01/2025"], False),
    (["", "", "", ""], False),
]
HEADER = ["Reference", "Offence", "Date", "District", "Ward", "Casualties"]


@pytest.mark.parametrize(("text", "is_label"), LABELS)
def test_words_that_make_a_row_a_total(text: str, is_label: bool) -> None:
    assert is_total_label(text) is is_label


@pytest.mark.parametrize(("text", "records"), SAID)
def test_lines_that_say_how_many_records_there_are(text: str, records: int | None) -> None:
    assert records_said(text) == records


@pytest.mark.parametrize(("cells", "is_total"), ROWS)
def test_rows_that_are_totals_of_records(cells: list[str], is_total: bool) -> None:
    assert is_total_row(cells) is is_total


def record(number: int, district: str = "Luton", casualties: str = "2") -> list[str]:
    return [f"42/{number}/25", "Shoplifting", "2025-10-09", district, "Castle", casualties]


def loaded(workspace: Workspace, folder: Path, rows: list[list[str]]) -> LoadReport:
    path = hostile.written(folder, "crime.xlsx", hostile.workbook({"Crime": rows}))
    return load(workspace, path)


def blank(**cells: str) -> list[str]:
    """Write a row of which only the columns named by their letters are filled."""
    return [cells.get(letter, "") for letter in "ABCDEF"]


AGREEING = [
    ([blank(A="Total", D="3")], ["Total 3"], "a total at the foot"),
    ([[], blank(A="Total records: 3"), blank(A="Provisional.")], ["3"], "and a note below it"),
    ([blank(A="3 rows")], ["3"], "as a database writes it"),
    ([blank(A="Total", D="3", F="6")], ["3", "6"], "the sum of a column beside it"),
    ([blank(A="Total", F="6")], ["6"], "the sum of a column alone"),
    ([blank(A="Total victims: 7")], [], "a total of something else is not compared"),
]


@pytest.mark.parametrize(("foot", "printed", "why"), AGREEING)
def test_a_total_that_agrees_is_reported(
    workspace: Workspace, tmp_path: Path, foot: list[list[str]], printed: list[str], why: str
) -> None:
    rows = [HEADER, *(record(number) for number in range(3)), *foot]
    report = loaded(workspace, tmp_path, rows)
    assert report.rows.read == 3, why
    assert [str(total.printed) for total in report.totals_checked] == [
        text.split()[-1] for text in printed
    ]
    assert all(total.printed == total.counted for total in report.totals_checked)


DIFFERING = [
    ([blank(A="Total", D="4")], "row 5", "a row is missing"),
    ([blank(A="Total records: 2")], "row 5", "a row was added"),
    ([blank(A="Total", D="3", F="7")], "row 5", "a cell was changed"),
]


@pytest.mark.parametrize(("foot", "where", "why"), DIFFERING)
def test_a_total_that_differs_stops_the_load(
    workspace: Workspace, tmp_path: Path, foot: list[list[str]], where: str, why: str
) -> None:
    rows = [HEADER, *(record(number) for number in range(3)), *foot]
    with pytest.raises(UploadRefused, match=where) as caught:
        loaded(workspace, tmp_path, rows)
    (fault,) = caught.value.faults
    assert "expected" in fault, why
    assert "Sheet 'Crime' of 'crime.xlsx'" in fault
    assert workspace.store.rows("extracts") == []


def test_subtotals_at_any_place_are_compared_and_are_no_records(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [
        ["Total records: 5", *[""] * 5],
        HEADER,
        *(record(number) for number in range(2)),
        blank(A="Luton Total", D="2"),
        *(record(number, "Bedford") for number in range(2, 5)),
        blank(A="Bedford Total", D="3"),
        blank(A="Grand Total", D="5"),
    ]
    report = loaded(workspace, tmp_path, rows)
    assert report.rows.read == report.rows.loaded == 5
    assert [total.printed for total in report.totals_checked] == [5, 2, 3, 5]
    assert any(problem.startswith("1 row sums up others") for problem in report.problems)
    rows[4][3] = "3"
    with pytest.raises(UploadRefused, match=r"row 5 .*expected 3 .*found 2"):
        loaded(workspace, tmp_path, rows)


def test_totals_and_the_header_again_within_a_text(arrives: Arrives) -> None:
    header, body = "Reference,Offence,Date,District", "1,Burglary,2025-10-09,Luton"
    text = f"{header}\n{body}\nLuton Total,,,1\n{header}\n{body}\nTotal,,,2\nProvisional\n"
    arrival = arrives(text.encode())
    (table,) = arrival.tables
    assert (table.rows, [(total.number, total.rows_above) for total in table.totals]) == (
        2,
        [(3, 1), (6, 2)],
    )
    assert any("stands 1 time more within it" in said for said in arrival.left_out)
    assert any("'Total 2', 'Provisional'" in said for said in arrival.left_out)


def test_the_total_of_all_sheets_on_the_last_one(workspace: Workspace, tmp_path: Path) -> None:
    sheets = {
        "Oct": [HEADER, record(1), record(2)],
        "Nov": [HEADER, record(3), blank(A="Total", D="3")],
    }
    path = hostile.written(tmp_path, "crime.xlsx", hostile.workbook(sheets))
    assert [total.printed for total in load(workspace, path).totals_checked] == [3]
