"""Dates of other events, and numbers beside a reference, are asked about and never taken."""

from pathlib import Path

import pytest

from assessment.definitions import POLICE
from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices, RowIs
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import CURRENT, stored

KINDS = ("Burglary", "Criminal damage")
COUNTED = "SELECT sum(value)::INTEGER AS n FROM observation WHERE last_extract IS NULL"


def crimes(path: Path, heading: str, beside: tuple[str, list[str]] = ("Ward", ["Dallow"])) -> Path:
    """Write a month of crimes whose only dates are under a heading."""
    name, cells = beside
    rows = [
        [f"r{day}", KINDS[day % 2], f"{day:02d}/10/2025", "Luton", cells[day % len(cells)]]
        for day in range(1, 29)
    ]
    return write_csv(path, rows, ["Crime ref", "Offence", heading, "District", name])


def asked(report: LoadReport) -> list[str]:
    return [question.about for question in report.questions]


OTHER = [
    *("Last updated", "Arrest date", "Date finalised", "Date charged", "Next review date"),
    *("Modified", "Report run date", "Date completed", "Due by", "Outcome date", "Court hearing"),
]


@pytest.mark.parametrize("heading", OTHER)
def test_the_date_of_another_event_is_asked_about(
    workspace: Workspace, tmp_path: Path, heading: str
) -> None:
    path = crimes(tmp_path / "crimes.csv", heading)
    report = load(workspace, path)
    assert asked(report) == ["columns"]
    assert "is the date of something else" in report.questions[0].text
    assert f"{heading}=date_from" in dict(report.questions[0].options)
    said = FileChoices({heading: "date_from"}, measure_set="police")
    assert load(workspace, path, choices=said).rows.loaded == 28


@pytest.mark.parametrize("heading", ["Date committed", "Reported on", "Happened"])
def test_the_date_of_the_record_is_not(workspace: Workspace, tmp_path: Path, heading: str) -> None:
    assert load(workspace, crimes(tmp_path / "crimes.csv", heading)).status is LoadStatus.LOADED


@pytest.mark.parametrize(
    ("heading", "numbers", "total"),
    [
        ("Number of offences", ["1", "1", "1", "4"], 49),
        ("No of crimes", ["1", "1", "1", "4"], 49),
        ("Count", ["1", "1", "1", "4"], 49),
        ("Crime Count", ["1", "0", "1", "1"], 21),
    ],
)
def test_a_number_beside_a_reference_is_asked_about(
    workspace: Workspace, tmp_path: Path, heading: str, numbers: list[str], total: int
) -> None:
    path = crimes(tmp_path / "crimes.csv", "Date committed", (heading, numbers))
    report = load(workspace, path)
    assert asked(report) == ["row_is"]
    counts = load(workspace, path, source="a", choices=FileChoices(row_is=RowIs.COUNT))
    assert (counts.row_is, stored(workspace, COUNTED).n[0]) == (RowIs.COUNT, total)
    again = FileChoices(row_is=RowIs.RECORD, recipe="none", measure_set=POLICE)
    load(workspace, path, source="b", choices=again)
    assert len(stored(workspace, CURRENT)) == 28


NO_NUMBERS = [
    ("Number of offences", ["1"], "each row is one"),
    ("Number of offences", ["1", "see note", "see note"], "they are no numbers"),
    ("Number of victims", ["1", "3"], "it counts something else"),
    ("House number", ["1", "3"], "an address"),
]


@pytest.mark.parametrize(("heading", "cells", "why"), NO_NUMBERS)
def test_other_columns_beside_a_reference_are_not(
    workspace: Workspace, tmp_path: Path, heading: str, cells: list[str], why: str
) -> None:
    report = load(workspace, crimes(tmp_path / "crimes.csv", "Date committed", (heading, cells)))
    assert report.status is LoadStatus.LOADED, why


def test_a_table_of_counts_with_one_bad_cell_is_not_taken_for_records(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [["2025-10", "Luton", "Burglary", "12"], ["2025-10", "Luton", "Robbery", "-1"]]
    header = ["Month", "District", "Offence", "Number of offences"]
    assert asked(load(workspace, write_csv(tmp_path / "counts.csv", rows, header))) == ["row_is"]


STAGES = [
    (["Month", "District", "Offence", "Arrests"], "crimes.csv"),
    (["Month", "District", "Main offence at conviction", "Number"], "crimes.csv"),
    (["Month", "District", "Offence", "People on probation"], "crimes.csv"),
    (["Month", "District", "Offence", "Number"], "custody_2025.csv"),
]


@pytest.mark.parametrize(("header", "name"), STAGES)
def test_counts_of_arrests_and_the_like_are_asked_about(
    workspace: Workspace, tmp_path: Path, header: list[str], name: str
) -> None:
    rows = [["2025-10", "Luton", "Burglary", "12"], ["2025-10", "Luton", "Robbery", "5"]]
    path = write_csv(tmp_path / name, rows, header)
    told = {header[2]: "category", header[3]: "count"}
    assert "numbers" in asked(load(workspace, path, choices=FileChoices(told, RowIs.COUNT)))


def test_a_partners_own_counts_are_not_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    rows = [["Q1 2025/26", "Luton", "12"], ["Q2 2025/26", "Luton", "15"]]
    path = write_csv(tmp_path / "offenders.csv", rows, ["Quarter", "District", "Cohort"])
    said = FileChoices(measure_set="reoffending", row_is=RowIs.COUNT)
    assert "numbers" not in asked(load(workspace, path, choices=said))


FIRES = (
    ("I1", "2024-03-01T03:10:00Z", "Primary fire", "Deliberate - others property", "Luton"),
    ("I2", "2024-03-02T03:10:00Z", "Primary fire", "Accidental", "Luton"),
    ("I3", "2024-03-02T03:10:00Z", "Secondary fire", "Deliberate - unknown owner", "Luton"),
)


@pytest.mark.parametrize("dated", ["Date of call", "Mobilised at", "When"])
def test_what_marks_a_layout_is_read_whatever_its_date_is_called(
    workspace: Workspace, tmp_path: Path, dated: str
) -> None:
    """Read as any file, it would have no fire that was deliberate, and no word of why."""
    header = ("IRS number", dated, "Incident type", "Motive", "District")
    report = load(workspace, write_csv(tmp_path / "a.csv", FIRES, header))
    assert (report.data_set, report.source) == ("fire", "fire")
    kinds = stored(workspace, CURRENT)["measure"].tolist()
    assert sorted(kinds) == [
        "accidental-primary-fires",
        "deliberate-primary-fires",
        "deliberate-secondary-fires",
    ]


def test_numbers_that_a_known_layout_has_are_no_counts(
    workspace: Workspace, tmp_path: Path
) -> None:
    header = ("accident_index", "date", "local_authority_ons_district", "accident_severity")
    more = ("number_of_vehicles", "number_of_casualties")
    rows = [(f"2024{n:09}", "04/03/2024", "E06000032", "3", "2", "3") for n in range(30)]
    report = load(workspace, write_csv(tmp_path / "a.csv", rows, (*header, *more)))
    assert (report.data_set, report.rows.loaded) == ("road-collisions", 30)


def test_a_record_where_column_names_belong_is_not_lost(
    workspace: Workspace, tmp_path: Path
) -> None:
    first, *others = [(f"r{n}", f"{n:02}/03/2024", "Burglary", "Luton") for n in range(1, 29)]
    with pytest.raises(UploadRefused, match="no row of column names"):
        load(workspace, write_csv(tmp_path / "a.csv", others, first))
    advised = ("Reference", "Date", "Offence", "District")
    report = load(workspace, write_csv(tmp_path / "b.csv", [first, *others], advised))
    assert report.rows.loaded == 28
