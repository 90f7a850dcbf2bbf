"""Layouts that tables of counts really come in, and what they come to. All are invented."""

from collections import Counter
from pathlib import Path

from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.stored import assert_sound, stored

FILES = Path(__file__).parent / "files"
BY_QUARTER = """
SELECT period_start::VARCHAR AS start, category, status,
    sum(value)::INT AS value, sum(low)::INT AS low,
    sum(high)::INT AS high
FROM observation GROUP BY ALL ORDER BY ALL
"""


def loaded(workspace: Workspace, name: str, choices: FileChoices | None = None) -> LoadReport:
    report = load(workspace, FILES / name, choices=choices)
    assert_sound(workspace)
    return report


def counted(workspace: Workspace, where: str) -> int:
    """Add up monthly counts, which figures are made of."""
    total = stored(workspace, f"SELECT sum(n)::INT AS n FROM monthly_count WHERE {where}")  # noqa: S608
    return int(total.n[0])


def test_month_district_offence_and_number(workspace: Workspace) -> None:
    report = loaded(workspace, "table-of-counts.csv")
    assert report.rows.loaded == 144
    assert counted(workspace, "district = 'Luton' AND year(month) = 2022") == 1646
    assert counted(workspace, "district = 'Luton' AND year(month) = 2023") == 1937


def test_counts_that_are_headed_incidents(workspace: Workspace) -> None:
    report = loaded(workspace, "counts-headed-incidents.csv")
    assert report.status is LoadStatus.LOADED
    assert (report.rows.loaded, dict(report.districts)) == (144, {"Luton": 2301, "Bedford": 2127})


MONTHS = {"2025-10-01": 418, "2025-11-01": 395, "2025-12-01": 387}


def assert_twelve_hundred(workspace: Workspace, report: LoadReport) -> None:
    assert sum(n for _, n in report.districts) == 1200
    assert dict(report.districts)["Rochford"] == 175
    for month, n in MONTHS.items():
        assert counted(workspace, f"month = '{month}'") == n


def test_long(workspace: Workspace) -> None:
    assert_twelve_hundred(workspace, loaded(workspace, "counts-long.csv"))


def test_months_across_with_totals_in_both_directions(workspace: Workspace) -> None:
    report = loaded(workspace, "counts-months-across.xlsx")
    assert_twelve_hundred(workspace, report)
    # A total for each of 72 rows, and of four districts one for each month and one of those.
    assert len(report.totals_checked) == 72 + 4 * 4
    assert all(total.printed == total.counted for total in report.totals_checked)


def test_home_office_quarters(workspace: Workspace) -> None:
    report = loaded(workspace, "home-office-csp-quarters.csv")
    assert sum(n for _, n in report.districts) == 7711
    starts = Counter[str]()
    for start, *_, value, _, _ in stored(workspace, BY_QUARTER).itertuples(index=False):
        starts[start] += value
    assert starts == {
        "2024-04-01": 1761,
        "2024-07-01": 2196,
        "2024-10-01": 1948,
        "2025-01-01": 1806,  # the fourth quarter of 2024/25
    }


def test_home_office_layout_with_other_names(workspace: Workspace) -> None:
    report = loaded(workspace, "home-office-csp-layout.csv")
    assert dict(report.measures) == {"Residential burglary": 953}
    forces = stored(workspace, "SELECT DISTINCT area FROM coverage WHERE area_kind = 'force'")
    assert forces.area.tolist() == ["Bedfordshire Police"]  # all its districts are in the table


def test_summary_of_two_periods(workspace: Workspace) -> None:
    asked = loaded(workspace, "two-period-summary.xlsx")
    assert [question.about for question in asked.questions] == ["place"]
    report = loaded(workspace, "two-period-summary.xlsx", FileChoices(place="Rochford"))
    assert report.status is LoadStatus.LOADED
    measures = stored(
        workspace,
        "SELECT measure, list(value ORDER BY period_start) AS n FROM observation GROUP BY measure",
    )
    assert {measure: list(n) for measure, n in zip(measures.measure, measures.n, strict=True)} == {
        "all-crime": [3021, 3110],
        "violence-with-injury": [410, 402],
        "residential-burglary": [120, 98],
        "anti-social-behaviour": [1261, 1488],
        "hate-crime": [55, 76],
    }


def test_quarterly_return_of_a_service(workspace: Workspace) -> None:
    asked = loaded(workspace, "service-quarterly-return.xlsx")
    assert [question.about for question in asked.questions] == ["measure_set"]
    choices = FileChoices(measure_set="home-office")
    report = loaded(workspace, "service-quarterly-return.xlsx", choices)
    assert dict(report.unmapped).keys() == {
        "New referrals",
        "Repeat referrals",
        "MARAC cases",
        "Children",
    }
    by_quarter = stored(workspace, BY_QUARTER).groupby(["category", "start"])[["low", "high"]].sum()
    assert by_quarter.loc["New referrals"].low.tolist() == [246, 228, 268]
    # Seven, eight and six cells say "<5": each is between none and four, and no number.
    assert by_quarter.loc["MARAC cases"].low.tolist() == [15, 24, 26]
    assert by_quarter.loc["MARAC cases"].high.tolist() == [15 + 28, 24 + 32, 26 + 24]
    assert any("11 counts are withheld" in problem for problem in report.problems)
    assert counted(workspace, "measure = 'unmapped'") == 742 + 161 + 332 + 65
