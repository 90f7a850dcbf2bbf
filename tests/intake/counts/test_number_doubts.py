"""What a title, a note or a sheet's name says of the numbers is heard. All tables are invented."""

from pathlib import Path

import openpyxl
import pytest

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices, NumbersAre
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.intake import hostile

Cells = list[list[object]]
HEADER: list[object] = ["Offence", "District", "Apr-24", "May-24", "Jun-24"]
RISING: Cells = [HEADER, ["Burglary", "Luton", 4, 6, 9]]
FALLING: Cells = [HEADER, ["Burglary", "Luton", 9, 6, 4]]


def sheet(path: Path, rows: Cells, *, title: str = "", note: str = "", name: str = "Data") -> Path:
    below: Cells = [[], [note]] if note else []
    path.write_bytes(hostile.workbook({name: [*([[title]] if title else []), *rows, *below]}))
    return path


DOUBTFUL = [
    "Burglary rate per 100,000 population",
    "Figures are per 1,000 households",
    "Percentage of all crime",
    "Average daily offences",
    "Offences recorded (thousands)",
    "Change on same month of previous year",
    "Burglary - cumulative offences, year to date",
    "Rolling 12 month totals",
    "12 months to each month",
    "Number of arrests by offence",
    "Hate crimes by offence type",
    "Domestic abuse related offences",
    "Applied filters: Domestic Abuse is Yes",
    "Each month includes those before it",
    "Burglary: running totals",
    "Open cases at month end",
    "Caseload at the end of the month",
]


@pytest.mark.parametrize("words", DOUBTFUL)
def test_words_by_which_numbers_are_no_counts_are_asked_about(
    workspace: Workspace, tmp_path: Path, words: str
) -> None:
    places = ({"title": words}, {"note": words}, {"name": words[:31]})
    for place in places[: 2 if len(words) > 31 else 3]:
        name = place.get("name", "Data").replace(":", "")
        path = sheet(tmp_path / "t.xlsx", RISING, **{**place, "name": name})
        report = load(workspace, path)
        assert report.status is LoadStatus.ASKS, place
        (question,) = report.questions
        assert question.about == "numbers"
        assert words.replace(":", "")[:20] in question.text.replace(":", "")


def test_who_says_that_they_are_counts_has_them_loaded(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "t.xlsx", RISING, title=DOUBTFUL[0])
    report = load(workspace, path, choices=FileChoices(numbers=NumbersAre.COUNTS))
    assert report.status is LoadStatus.LOADED
    later = sheet(tmp_path / "later.xlsx", FALLING, title=DOUBTFUL[0])
    assert load(workspace, later).status is LoadStatus.ASKS, "another file is another title"


GOOD = [
    "Recorded crime, Bedfordshire",
    "Recorded crime, year to date",  # they fall, so that nothing was added up
    "Do not share this document. Figures may change; updated daily.",
    "Number of offences by district",
    "Figures correct at month end",
    "Each month includes those before it",  # they fall: it is said of something else
]


@pytest.mark.parametrize("title", GOOD)
def test_a_title_of_counts_asks_nothing(workspace: Workspace, tmp_path: Path, title: str) -> None:
    assert load(workspace, sheet(tmp_path / "t.xlsx", FALLING, title=title)).status is (
        LoadStatus.LOADED
    )


def test_a_title_that_speaks_of_a_column_beside_asks_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows: Cells = [
        ["Month", "District", "Offence", "Number of offences", "Rate per 1,000"],
        ["Apr-24", "Luton", "Burglary", 12, 1.5],
    ]
    title = "Number of offences and rate per 1,000 population"
    assert load(workspace, sheet(tmp_path / "t.xlsx", rows, title=title)).status is (
        LoadStatus.LOADED
    )


def test_twelve_months_to_a_month_are_no_sums(workspace: Workspace, tmp_path: Path) -> None:
    months = [f"2024-{month:02}" for month in range(1, 13)]
    rows: Cells = [["Offence", "District", *months], ["Burglary", "Luton", *range(12)]]
    path = sheet(tmp_path / "t.xlsx", rows, title="Burglary, 12 months to December 2024")
    assert load(workspace, path).status is LoadStatus.LOADED


def test_financial_years_are_not_taken_for_calendar_years(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows: Cells = [["Offence", "District", 2023, 2024], ["Burglary", "Luton", 90, 80]]
    path = sheet(tmp_path / "t.xlsx", rows, title="Financial years ending 31 March")
    assert [question.about for question in load(workspace, path).questions] == ["numbers"]


def test_a_sheet_of_rates_beside_one_of_counts_is_left_out_by_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "t.xlsx"
    robbery: Cells = [HEADER, ["Robbery", "Luton", 4, 6, 9]]
    path.write_bytes(hostile.workbook({"Numbers": FALLING, "Rates": robbery}))
    report = load(workspace, path)
    assert (report.status, report.measures) == (LoadStatus.LOADED, (("Burglary", 19),))
    assert any("no counts: sheet 'Rates'" in problem for problem in report.problems)


def test_sheets_of_outcomes_and_victims_beside_one_of_offences_are_left_out(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "t.xlsx"
    sheets = {"Offences": FALLING, "Positive outcomes": RISING, "Victims": FALLING}
    path.write_bytes(hostile.workbook(sheets))
    report = load(workspace, path)
    assert (report.status, report.measures) == (LoadStatus.LOADED, (("Burglary", 19),))
    assert any("sheet 'Victims'" in problem for problem in report.problems)


def test_an_export_that_was_cut_off_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    note = "Exported data exceeded the allowed volume. Some data may have been omitted."
    with pytest.raises(UploadRefused, match="rows of it are missing"):
        load(workspace, sheet(tmp_path / "t.xlsx", FALLING, note=note))


def test_whole_numbers_that_excel_shows_as_percentages_are_asked_about(
    workspace: Workspace, tmp_path: Path
) -> None:
    """A cell that reads 100% holds a 1: no text of the file says that it is a share."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in [HEADER, ["Burglary", "Luton", 1, 0, 1]]:
        book.active.append(row)
    book.save(tmp_path / "counts.xlsx")
    assert load(workspace, tmp_path / "counts.xlsx", dry_run=True).status is not LoadStatus.ASKS
    for cell in book.active["C2:E2"][0]:
        cell.number_format = "0%"
    book.save(tmp_path / "shares.xlsx")
    report = load(workspace, tmp_path / "shares.xlsx")
    assert report.status is LoadStatus.ASKS
    assert "shown as percentages" in report.questions[0].text
    told = load(workspace, tmp_path / "shares.xlsx", choices=FileChoices(numbers=NumbersAre.COUNTS))
    assert told.status is LoadStatus.LOADED


HEADINGS = ["Suspects", "Positive outcomes", "Force Outcomes", "Number of victims"]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_column_of_people_or_outcomes_is_asked_about(
    workspace: Workspace, tmp_path: Path, heading: str
) -> None:
    rows: Cells = [
        ["Financial Year", "Quarter", "District", "Offence", heading],
        ["2024/25", 3, "Luton", "Robbery", 12],
        ["2024/25", 4, "Luton", "Robbery", 9],
    ]
    path = sheet(tmp_path / "t.xlsx", rows)
    (question,) = load(workspace, path).questions
    assert (question.about, f"'{heading}'" in question.text) == ("numbers", True)
    told = load(workspace, path, choices=FileChoices(numbers=NumbersAre.COUNTS))
    assert told.measures == (("Robbery", 21),)


MONTHS = [f"2025-{month:02}" for month in range(1, 13)]
# The first month, what its districts count from month to month, and whether that is asked about.
STEADY = [
    (3, [[5, 9, 14, 22, 30], [4, 6, 11, 13, 19], [2, 7, 8, 12, 17]], True),
    (0, [[5, 9, 14, 22, 30], [4, 6, 11, 13, 19], [2, 7, 8, 12, 17]], True),  # from January
    (3, [[5, 9, 14, 22, 30], [4, 6, 11, 13, 19], [2, 7, 8, 12, 11]], False),
    (3, [[50, 51, 54, 55, 60], [40, 41, 42, 44, 49], [20, 21, 22, 24, 25]], False),
    (3, [[5, 9, 14], [4, 6, 11], [2, 7, 8], [1, 5, 9], [2, 3, 6], [1, 2, 9], [3, 8, 9]], False),
    (3, [[0, 0, 0, 0, 0], [1, 1, 1, 2, 2], [0, 0, 0, 0, 1]], False),
]


@pytest.mark.parametrize(("first", "counts", "is_asked"), STEADY)
def test_months_that_only_rise_are_asked_about(
    workspace: Workspace, tmp_path: Path, first: int, counts: list[list[int]], is_asked: bool
) -> None:
    places = ["Luton", "Bedford", "Rochford", "Maldon", "Basildon", "Ipswich", "Medway"]
    rows: Cells = [["Offence", "District", *MONTHS[first : first + len(counts[0])]]]
    rows += [["Burglary", place, *row] for place, row in zip(places, counts, strict=False)]
    report = load(workspace, sheet(tmp_path / "t.xlsx", rows))
    assert [question.about for question in report.questions] == ["numbers"] * is_asked
    assert not is_asked or "only rise" in report.questions[0].text
