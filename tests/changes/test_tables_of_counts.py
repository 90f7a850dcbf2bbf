"""Figures that are taken from tables of counts: their totals, their months, and what is refused."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assessment.changes.answer import Change, Verdict, YearOnYear
from assessment.changes.comparison import year_on_year
from assessment.changes.question import Place, Question
from assessment.changes.variation.dispersion import EstimatedFrom
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices, RowIs
from assessment.people import Person, Role
from assessment.periods import Period, PeriodKind, period_ending, period_of_days
from assessment.workspace import Workspace
from tests.extracts import write_csv

ROCHFORD = Place("Rochford", ("Rochford",))
COUNTED = FileChoices(row_is=RowIs.COUNT)
LONG = ["Month", "District", "Offence", "Number of offences"]
MONTHS = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)]
YEAR = period_ending(PeriodKind.CALENDAR_YEAR, date(2024, 12, 1))

Ask = Callable[..., YearOnYear]


@pytest.fixture
def ask(workspace: Workspace, tmp_path: Path) -> Ask:
    """Load a table and compare a period with the year before."""

    def asked(
        rows: list[list[object]],
        period: Period = YEAR,
        header: list[str] = LONG,
        place: str | None = None,
        before: Period | None = None,
    ) -> YearOnYear:
        path = write_csv(tmp_path / "table.csv", rows, header)
        load(workspace, path, choices=FileChoices(row_is=RowIs.COUNT, place=place))
        comparison = before or period.year_before()
        return year_on_year(workspace, Question(ROCHFORD, period, comparison, "home-office"))

    return asked


def row(answer: YearOnYear, measure: str) -> Change:
    return next(change for change in answer.changes if change.measure.id == measure)


def monthly(**cells: object) -> list[list[object]]:
    """Write ten arsons a month in the first year and twenty in the second, but for some months."""
    numbers = {month: 10 if month < "2024" else 20 for month in MONTHS} | {
        name.replace("m", "").replace("_", "-"): cell for name, cell in cells.items()
    }
    rows: list[list[object]] = [[month, "Rochford", "Arson", n] for month, n in numbers.items()]
    return [*rows, *([month, "Rochford", "Shoplifting", 50] for month in MONTHS)]


def test_months_of_a_table_are_months_of_a_figure(ask: Ask) -> None:
    answer = ask(monthly())
    arson = row(answer, "arson")
    assert (arson.previous, arson.current, arson.verdict) == (120, 240, Verdict.RISE)
    assert arson.previous_months == (10,) * 12
    assert (row(answer, "all-crime").previous, row(answer, "all-crime").current) == (720, 840)
    assert any("taken from a table of counts" in caveat for caveat in answer.caveats)
    assert [extract.file_name for extract in answer.working.extracts] == ["table.csv"]


@pytest.mark.parametrize(
    ("cell", "bounds"),
    [("<5", "between 220 and 224"), ("*", "at least 220"), ("", "at least 220")],
)
def test_what_is_withheld_or_missing_gives_bounds_and_no_verdict(
    ask: Ask, cell: str, bounds: str
) -> None:
    answer = ask(monthly(m2024_05=cell))
    arson = row(answer, "arson")
    assert (arson.previous, arson.current) == (120, None)
    assert arson.verdict is Verdict.NOT_COMPARABLE
    assert f"the figure is {bounds}" in arson.reason
    assert row(answer, "all-crime").current is None
    # What does not rest on it is compared.
    assert row(answer, "shoplifting").verdict is Verdict.NO_CLEAR_CHANGE


@pytest.mark.parametrize(
    ("cells", "bounds"),
    [
        (("20", "<5"), "between 240 and 244"),
        (("<5", "<5"), "between 220 and 228"),
        (("20", "*"), "at least 240"),
    ],
)
def test_rows_of_one_count_are_bounded_once(ask: Ask, cells: tuple[str, str], bounds: str) -> None:
    """What one row of a month tells is not counted again beside what the other may be."""
    rows = [[*each[:3], "Shop", each[3]] for each in monthly(m2024_05=cells[0])]
    rows.append(["2024-05", "Rochford", "Arson", "Street", cells[1]])
    answer = ask(rows, header=[*LONG[:3], "Premises", LONG[3]])
    assert f"the figure is {bounds}" in row(answer, "arson").reason


QUARTERLY = ["Financial Year", "Financial Quarter", "CSP Name", "Offence Subgroup", "Offence Count"]
QUARTERS: list[list[object]] = [
    [year, quarter, "Rochford", "Arson", 30 if year == "2023/24" else 60]
    for year in ("2023/24", "2024/25")
    for quarter in (1, 2, 3, 4)
]


def test_quarters_are_compared_where_periods_hold_them_whole(ask: Ask) -> None:
    year = period_ending(PeriodKind.FINANCIAL_YEAR, date(2025, 3, 1))
    arson = row(ask(QUARTERS, year, QUARTERLY), "arson")
    assert (arson.previous, arson.current, arson.verdict) == (120, 240, Verdict.RISE)
    assert arson.previous_months == arson.current_months == ()  # a quarter is no month
    assert arson.dispersion_from is EstimatedFrom.USUAL


def test_the_fourth_quarter_is_january_to_march(ask: Ask) -> None:
    quarter = period_ending(PeriodKind.QUARTER, date(2025, 3, 1))
    arson = row(ask(QUARTERS, quarter, QUARTERLY), "arson")
    assert (arson.previous, arson.current) == (30, 60)


@pytest.mark.parametrize(
    "period",
    [
        period_ending(PeriodKind.FYTD, date(2024, 8, 1)),
        period_ending(PeriodKind.ROLLING_12, date(2025, 2, 1)),
        period_of_days(date(2024, 5, 1), date(2024, 5, 31)),
    ],
)
def test_a_period_that_cuts_a_quarter_is_not_compared(ask: Ask, period: Period) -> None:
    arson = row(ask(QUARTERS, period, QUARTERLY), "arson")
    assert (arson.current, arson.verdict) == (None, Verdict.NOT_COMPARABLE)
    assert "which a table counts only together" in arson.reason


def test_days_cannot_be_asked_of_a_table(ask: Ask) -> None:
    period = period_of_days(date(2024, 3, 10), date(2024, 6, 9))
    arson = row(ask(monthly(), period), "arson")
    assert (arson.previous, arson.current) == (None, None)
    assert set(arson.current_months) == {None}
    assert arson.verdict is Verdict.NOT_COMPARABLE


def test_a_summary_answers_for_what_it_lists(ask: Ask) -> None:
    header = ["Crime type", "Oct 22 - Sep 23", "Oct 23 - Sep 24", "+/-"]
    rows: list[list[object]] = [["All crime", 3000, 3600, 600], ["Arson", 20, 80, 60]]
    rows.append(["ASB", 500, 510, 10])
    year = period_ending(PeriodKind.DATA_YEAR, date(2024, 9, 1))
    answer = ask(rows, year, header, "Rochford")
    assert (row(answer, "all-crime").previous, row(answer, "all-crime").current) == (3000, 3600)
    assert row(answer, "all-crime").verdict is Verdict.RISE
    assert (row(answer, "arson").previous, row(answer, "arson").current) == (20, 80)
    assert row(answer, "anti-social-behaviour").current == 510
    for measure in ("shoplifting", "homicide", "criminal-damage-and-arson", "all-records"):
        change = row(answer, measure)
        assert (change.previous, change.current) == (None, None), measure
        assert change.verdict is Verdict.NOT_COMPARABLE


def test_partners_are_told_that_counts_are_withheld_and_no_bounds(
    workspace: Workspace, ask: Ask
) -> None:
    ask(monthly(m2024_05="<5"))
    partner = Workspace(workspace.store, Person("Partner", Role.PARTNER))
    question = Question(ROCHFORD, YEAR, YEAR.year_before(), "home-office")
    arson = row(year_on_year(partner, question), "arson")
    assert arson.current is None
    assert "22" not in arson.reason
