"""Layouts in which tables of counts are really sent, and what each comes to. All are invented."""

from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import DateOrder, FileChoices, RowIs
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.intake.hostile import workbook
from tests.stored import assert_sound, stored

OBSERVED = """
SELECT district, measure, strftime(period_start, '%Y-%m') AS first, value
FROM observation WHERE value IS NOT NULL ORDER BY ALL
"""
Observed = list[tuple[str, str, str, int]]


def written(path: Path, text: str) -> Path:
    """Write a table of which each line is a row, its cells parted by bars."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")]
    width = max(map(len, rows))
    header, *others = [row + [""] * (width - len(row)) for row in rows]
    return write_csv(path, others, header)


def loaded(
    workspace: Workspace, tmp_path: Path, text: str, choices: FileChoices | None = None
) -> LoadReport:
    report = load(workspace, written(tmp_path / "table.csv", text), choices=choices)
    assert_sound(workspace)
    return report


def observed(workspace: Workspace) -> Observed:
    return list(stored(workspace, OBSERVED).itertuples(index=False, name=None))


BURGLARY_IN_LUTON = [
    ("Luton", "burglary", "2024-10", 10),
    ("Luton", "burglary", "2024-11", 20),
]
IN_TWO_DISTRICTS = [
    ("Bedford", "burglary", "2024-10", 11),
    ("Bedford", "burglary", "2024-11", 21),
    *BURGLARY_IN_LUTON,
]

LAYOUTS = {
    "marks behind periods": (
        """
        District|Offence|Oct-24 (r)|Nov-24*
        Luton|Burglary|10|20
        """,
        BURGLARY_IN_LUTON,
    ),
    "marks behind names": (
        """
        District|Offence [note 1]|Oct 24|Nov 24 provisional
        Luton [note 2]|Burglary [note 3]|10|20
        """,
        BURGLARY_IN_LUTON,
    ),
    "some months of a year": (
        """
        District|Offence|2022|2023r|2024 (Jan-Sep)
        Luton|Burglary|50|60|40
        """,
        [
            ("Luton", "burglary", "2022-01", 50),
            ("Luton", "burglary", "2023-01", 60),
            ("Luton", "burglary", "2024-01", 40),
        ],
    ),
    "months of a financial year in the rows": (
        """
        Year|District|Offence|Oct|Nov|Jan|Total
        2024/25|Luton|Burglary|10|20|5|35
        """,
        [*BURGLARY_IN_LUTON, ("Luton", "burglary", "2025-01", 5)],
    ),
    "quarters of a financial year in the rows": (
        """
        Year|District|Offence|Q1|Q2|Q3|Q4
        2023/24|Luton|Burglary|1|2|3|4
        """,
        [
            ("Luton", "burglary", "2023-04", 1),
            ("Luton", "burglary", "2023-07", 2),
            ("Luton", "burglary", "2023-10", 3),
            ("Luton", "burglary", "2024-01", 4),
        ],
    ),
    "years above months": (
        """
        ||2024||2025
        District|Offence|Oct|Nov|Jan
        Luton|Burglary|10|20|5
        """,
        [*BURGLARY_IN_LUTON, ("Luton", "burglary", "2025-01", 5)],
    ),
    "months in words beside a year": (
        """
        Year|Month|District|Offence|Number
        2024|October|Luton|Burglary|10
        2024|Nov|Luton|Burglary|20
        """,
        BURGLARY_IN_LUTON,
    ),
    "months beside a financial year": (
        """
        Financial Year|Month|District|Offence|Number
        2024/25|October|Luton|Burglary|10
        2024/25|January|Luton|Burglary|5
        """,
        [BURGLARY_IN_LUTON[0], ("Luton", "burglary", "2025-01", 5)],
    ),
    "Welsh months": (
        """
        Mis|District|Offence|Number
        Hydref 2024|Luton|Burglary|10
        Tach 2024|Luton|Burglary|20
        """,
        BURGLARY_IN_LUTON,
    ),
    "a table beneath the name of each district": (
        """
        Luton
        Offence|Oct-24|Nov-24
        Burglary|10|20

        Bedford
        Offence|Oct-24|Nov-24
        Burglary|11|21
        """,
        IN_TWO_DISTRICTS,
    ),
    "names of districts between rows": (
        """
        Offence|Oct-24|Nov-24
        Luton||
        Burglary|10|20
        Bedford||
        Burglary|11|21
        """,
        IN_TWO_DISTRICTS,
    ),
    "districts above months": (
        """
        |Luton||Bedford|
        Offence|Oct-24|Nov-24|Oct-24|Nov-24
        Burglary|10|20|11|21
        """,
        IN_TWO_DISTRICTS,
    ),
    "tables side by side": (
        """
        Luton||||Bedford||
        Offence|Oct-24|Nov-24||Offence|Oct-24|Nov-24
        Burglary|10|20||Burglary|11|21
        """,
        IN_TWO_DISTRICTS,
    ),
    "a pivot table, districts first": (
        """
        Sum of Count|Column Labels
        Row Labels|2024-10|2024-11|Grand Total
        Luton|10|20|30
        Burglary|10|20|30
        Bedford|11|21|32
        Burglary|11|21|32
        Grand Total|21|41|62
        """,
        IN_TWO_DISTRICTS,
    ),
    "a pivot table, offences first": (
        """
        Row Labels|2024-10|2024-11|Grand Total
        Burglary|21|41|62
        Luton|10|20|30
        Bedford|11|21|32
        Grand Total|21|41|62
        """,
        IN_TWO_DISTRICTS,
    ),
    "districts across": (
        """
        Month|Offence|Luton|Bedford|Total
        Oct-24|Burglary|10|11|21
        Nov-24|Burglary|20|21|41
        """,
        IN_TWO_DISTRICTS,
    ),
    "an export with a period of another name": (
        """
        MonthYear|CSP|Crime Group|Sum of Offences
        October 2024|Luton|Burglary|10
        November 2024|Luton|Burglary|20
        """,
        BURGLARY_IN_LUTON,
    ),
    "indicators with a target and a light": (
        """
        District|KPI|Oct-24|Nov-24|Target|RAG|Direction
        Luton|Burglary|10|20|15|Red|Up
        """,
        BURGLARY_IN_LUTON,
    ),
    "rates and a rank beside counts": (
        """
        Area|Offence|Rate per 1,000 2024/25|Oct-24|Nov-24|Rank|% change
        Luton|Burglary|0.2|10|20|1|100%
        """,
        BURGLARY_IN_LUTON,
    ),
    "a heading with the word count": (
        """
        District|Offence|Count Oct-24|Nov-24 offences
        Luton|Burglary|10|20
        """,
        BURGLARY_IN_LUTON,
    ),
    "quarters by the day on which they end": (
        """
        Quarter ending|District|Offence|Count
        31/12/2024|Luton|Burglary|30
        31/03/2025|Luton|Burglary|40
        """,
        [("Luton", "burglary", "2024-10", 30), ("Luton", "burglary", "2025-01", 40)],
    ),
    "quarters across by the month in which they end": (
        """
        District|Offence|Quarter ending Dec 2024|3 months to Mar 2025
        Luton|Burglary|30|40
        """,
        [("Luton", "burglary", "2024-10", 30), ("Luton", "burglary", "2025-01", 40)],
    ),
    "months by their first day": (
        """
        Date|District|Offence|Count
        01/10/2024|Luton|Burglary|10
        01/11/2024|Luton|Burglary|20
        """,
        BURGLARY_IN_LUTON,
    ),
    "months by their last day": (
        """
        Month ending|District|Offence|Count
        31/10/2024|Luton|Burglary|10
        30/11/2024|Luton|Burglary|20
        """,
        BURGLARY_IN_LUTON,
    ),
    "of which": (
        """
        District|Offence|Oct-24|Nov-24
        Luton|Burglary|10|20
        Luton|of which: knife crime|3|4
        """,
        [
            *BURGLARY_IN_LUTON,
            ("Luton", "knife-crime", "2024-10", 3),
            ("Luton", "knife-crime", "2024-11", 4),
        ],
    ),
    "of which all, under the name of its group, and a total that is known by letters": (
        """
        District|Offence|Oct-24|Nov-24
        Luton|Public order offences|10|20
        Luton|    o/w Public Order Offences|10|20
        Luton|Robbery|3|4
        Luton|TNO|13|24
        """,
        [
            ("Luton", "all-crime", "2024-10", 13),
            ("Luton", "all-crime", "2024-11", 24),
            ("Luton", "public-order", "2024-10", 10),
            ("Luton", "public-order", "2024-11", 20),
            ("Luton", "robbery", "2024-10", 3),
            ("Luton", "robbery", "2024-11", 4),
        ],
    ),
    "what is flagged beside offences": (
        """
        Month|District|Burglary|Knife crime
        Oct-24|Luton|10|3
        Nov-24|Luton|20|4
        """,
        [
            *BURGLARY_IN_LUTON,
            ("Luton", "knife-crime", "2024-10", 3),
            ("Luton", "knife-crime", "2024-11", 4),
        ],
    ),
}


@pytest.mark.parametrize(("text", "counts"), LAYOUTS.values(), ids=[*LAYOUTS])
def test_layouts(workspace: Workspace, tmp_path: Path, text: str, counts: Observed) -> None:
    report = loaded(workspace, tmp_path, text)
    assert report.status is LoadStatus.LOADED
    assert observed(workspace) == sorted(counts)


ASKED = {
    "a band of counts beside one of rates": """
        ||Number||Rate per 1,000|
        District|Offence|Oct-24|Nov-24|Oct-24|Nov-24
        Luton|Burglary|10|20|0.2|0.3
        """,
    "people of several ages": """
        Month|District|Offence|Age group|Number of victims
        Oct-24|Luton|Burglary|Under 18|3
        Oct-24|Luton|Burglary|18+|7
        Nov-24|Luton|Burglary|18+|20
        """,
}


@pytest.mark.parametrize("text", ASKED.values(), ids=[*ASKED])
def test_what_may_be_no_counts_is_asked(workspace: Workspace, tmp_path: Path, text: str) -> None:
    report = loaded(workspace, tmp_path, text)
    assert report.status is LoadStatus.ASKS
    assert [question.option for question in report.questions] == ["--numbers"]
    assert observed(workspace) == []


REFUSED = {
    "weeks in rows": (
        """
        Week commencing|District|Offence|Number of offences
        06/10/2025|Luton|Burglary|5
        13/10/2025|Luton|Burglary|6
        """,
        r"counts by week \('Week commencing'\)",
    ),
    "weeks across": (
        """
        District|Offence|w/c 06/10/2025|w/c 13/10/2025
        Luton|Burglary|5|6
        """,
        "counts by week",
    ),
    "weeks of ISO": (
        """
        ISO week|District|Offence|Count
        2025-W41|Luton|Burglary|5
        """,
        "counts by week",
    ),
    "weeks beside a year": (
        """
        Year|Week|District|Offence|Number
        2025|41|Luton|Burglary|5
        """,
        "counts by week",
    ),
    "weeks by the name of dates": (
        """
        Date|District|Offence|Number of offences
        06/10/2025|Luton|Burglary|5
        13/10/2025|Luton|Burglary|6
        20/10/2025|Luton|Burglary|7
        """,
        "counts by week",
    ),
    "months of no year": (
        """
        District|Offence|Apr|May|Jun
        Luton|Burglary|10|20|30
        """,
        r"headings without a year \('Apr', 'May', 'Jun'\)",
    ),
    "months of a year that may be financial": (
        """
        Year|District|Offence|Apr|Dec|Jan
        2024|Luton|Burglary|10|20|30
        """,
        "may be the calendar's or the financial year",
    ),
    "columns headed alike": (
        """
        District|Offence|Oct-24|Oct-24
        Luton|Burglary|10|20
        """,
        "'Oct-24', 'Oct-24' are headed alike",
    ),
    "nothing says what is counted": (
        """
        District|Oct-24|Nov-24
        Luton|10|20
        """,
        "does not say what it counts",
    ),
    "a month that is no count": (
        """
        District|Offence|Oct-24|Nov-24
        Luton|Burglary|10|20.5
        """,
        "expected a whole number.*found '20.5'",
    ),
    "numbers without a heading": (
        """
        District|Offence|Oct-24|Nov-24|
        Luton|Burglary|10|20|7
        """,
        "Column 5 of 'table.csv' has numbers and no heading",
    ),
    "a total of some months of a year that is wrong": (
        """
        Year|District|Offence|Oct|Nov|Total
        2023/24|Luton|Burglary|10|20|30
        2024/25|Luton|Burglary|10|20|31
        """,
        "prints a total of 31, but the counts that it adds up come to 30",
    ),
    "a district's total that is wrong": (
        """
        District|Ward|Offence|Oct-24
        Rochford|Hockley|Burglary|1
        Rochford|Hawkwell East|Burglary|2
        Rochford|Rochford total|Burglary|4
        """,
        "prints a total of 4, but the counts that it adds up come to 3",
    ),
}


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=[*REFUSED])
def test_what_is_refused(workspace: Workspace, tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UploadRefused, match=said):
        loaded(workspace, tmp_path, text)


ODD = """
District|Offence|Oct-24|Nov-24|{}
Luton|Burglary|10|20|35
Luton|Robbery|1|2|7
"""


@pytest.mark.parametrize("heading", ["Gibberish", "P13 24/25", "YTD", "12 month total"])
def test_a_number_that_is_not_understood_is_asked_about(
    workspace: Workspace, tmp_path: Path, heading: str
) -> None:
    report = loaded(workspace, tmp_path, ODD.format(heading))
    assert report.status is LoadStatus.ASKS
    (question,) = report.questions
    assert f"What is the column '{heading}'?" in question.text
    answer = FileChoices().answered(question.about, question.options[0][0])
    report = loaded(workspace, tmp_path, ODD.format(heading), answer)
    assert dict(report.measures) == {"Burglary": 30, "Robbery": 3}
    assert f"Column '{heading}' was left out." in report.problems


def test_a_year_to_date_that_adds_up_the_months_is_checked(
    workspace: Workspace, tmp_path: Path
) -> None:
    text = ODD.format("Year to date").replace("35", "30").replace("|7", "|3")
    report = loaded(workspace, tmp_path, text)
    assert [total.printed for total in report.totals_checked] == [30, 3]


@pytest.mark.parametrize("total", ["", "All wards", "Rochford total"])
def test_a_total_among_wards_is_checked_and_not_added(
    workspace: Workspace, tmp_path: Path, total: str
) -> None:
    text = f"""
    District|Ward|Offence|Oct-24|Nov-24
    Rochford|Hockley|Burglary|1|2
    Rochford|Hawkwell East|Burglary|10|20
    Rochford|{total}|Burglary|11|22
    """
    report = loaded(workspace, tmp_path, text)
    assert dict(report.districts) == {"Rochford": 33}
    assert len(report.totals_checked) == 2


def test_counts_of_no_known_ward_are_counted(workspace: Workspace, tmp_path: Path) -> None:
    text = """
    District|Ward|Offence|Oct-24|Nov-24
    Rochford|Hockley|Burglary|10|20
    Rochford||Burglary|1|3
    """
    assert dict(loaded(workspace, tmp_path, text).districts) == {"Rochford": 34}


DAYS = """
Date|District|Offence|Number of offences
{}|Luton|Burglary|5
{}|Luton|Burglary|6
{}|Luton|Burglary|7
"""
COUNTS = FileChoices(row_is=RowIs.COUNT)


def test_days_are_added_up_to_months(workspace: Workspace, tmp_path: Path) -> None:
    loaded(workspace, tmp_path, DAYS.format("01/10/2025", "30/10/2025", "31/10/2025"), COUNTS)
    assert observed(workspace) == [("Luton", "burglary", "2025-10", 18)]


def test_a_month_of_which_days_are_missing_is_not_compared(
    workspace: Workspace, tmp_path: Path
) -> None:
    text = DAYS.format("14/10/2025", "15/10/2025", "30/11/2025")
    report = loaded(workspace, tmp_path, text, COUNTS)
    assert any("October 2025 is cut off" in problem for problem in report.problems)
    known = stored(workspace, "SELECT DISTINCT month::VARCHAR AS m, known FROM coverage")
    assert dict(zip(known.m, map(str, known.known), strict=True)).keys() == {
        "2025-10-01",
        "2025-11-01",
    }
    assert known[known.m == "2025-10-01"].known.iloc[0].tolist() == [""]


def test_the_order_of_dates_is_for_tables_too(workspace: Workspace, tmp_path: Path) -> None:
    choices = FileChoices(row_is=RowIs.COUNT, date_order=DateOrder.MONTH_FIRST)
    loaded(workspace, tmp_path, DAYS.format("10/01/2025", "10/02/2025", "10/31/2025"), choices)
    assert observed(workspace) == [("Luton", "burglary", "2025-10", 18)]


def test_a_sheet_is_of_the_district_that_it_is_named_for(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheets: dict[str, list[list[object]]] = {
        name: [["Offence", "Oct-24", "Nov-24"], ["Burglary", n, 10 + n]]
        for name, n in (("Luton", 10), ("Bedford", 11))
    }
    path = tmp_path / "sheets.xlsx"
    path.write_bytes(workbook(sheets))
    with pytest.raises(UploadRefused, match="It was said to be all of Luton, but its rows name"):
        load(workspace, path, choices=FileChoices(place="Luton"))
    report = load(workspace, path)
    assert observed(workspace) == IN_TWO_DISTRICTS
    said = [problem for problem in report.problems if "is of Luton, as its title" in problem]
    assert said[0].startswith("Sheet 'Luton' of 'sheets.xlsx'")


def test_an_offence_is_counted_though_its_name_has_a_word_for_other_numbers(
    workspace: Workspace, tmp_path: Path
) -> None:
    text = """
    Month|District|Robbery|Public order|Burglary
    2024-10|Luton|3|24|10
    2024-11|Luton|4|16|12
    """
    assert dict(loaded(workspace, tmp_path, text).measures)["Public order"] == 40


@pytest.mark.parametrize("heading", ["Breach of a restraining order", "Target shooting offence"])
def test_what_may_be_an_offence_among_offences_is_asked_about(
    workspace: Workspace, tmp_path: Path, heading: str
) -> None:
    text = f"""
    Month|District|Robbery|{heading}|Burglary
    2024-10|Luton|3|24|10
    2024-11|Luton|4|16|12
    """
    (question,) = loaded(workspace, tmp_path, text).questions
    assert heading in question.text
