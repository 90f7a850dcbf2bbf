"""One extract after another: what each may replace, and what it must leave alone."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from assessment.changes import Place, Question, year_on_year
from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.categories.category_meanings import map_category
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import NO_RECIPE, FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.periods import PeriodKind, period_ending
from assessment.workspace import Workspace
from tests.extracts import street_row, write_csv
from tests.stored import COVERAGE, CURRENT, assert_sound, stored

HEADER = ["Crime ref", "Date", "Offence", "District", "Force"]
LUTON, BEDFORD = ("E01015700", "Luton 001A"), ("E01017440", "Bedford 001A")
Row = list[str]
Sends = Callable[..., LoadReport]


@pytest.fixture
def sends(workspace: Workspace, tmp_path: Path) -> Sends:
    """Send rows as a general extract and see that the store is sound afterwards."""
    numbers = iter(range(100))

    def send(rows: Sequence[Row], source: str | None = None, header: Row = HEADER) -> LoadReport:
        path = write_csv(tmp_path / f"{next(numbers)}.csv", rows, header)
        # Every source's files have the same columns here: none is read as another's.
        report = load(workspace, path, source=source, choices=FileChoices(recipe=NO_RECIPE))
        assert_sound(workspace)
        return report

    return send


def month_of(
    year: int, month: int, n: int = 18, offence: str = "Arson", district: str = "Luton"
) -> list[Row]:
    """Return n rows spread over a month."""
    return [
        [
            f"{district}-{offence}-{year}-{month}-{i}",
            f"{i % 28 + 1:02d}/{month:02d}/{year}",
            offence,
            district,
            "Bedfordshire Police",
        ]
        for i in range(n)
    ]


def year_of(year: int, **options: object) -> list[Row]:
    return [row for month in range(1, 13) for row in month_of(year, month, **options)]  # type: ignore[arg-type]


def current(workspace: Workspace) -> pd.DataFrame:
    return stored(workspace, CURRENT)


def cells(workspace: Workspace, subject: str, area: str) -> list[str]:
    held = stored(workspace, COVERAGE)
    chosen = held[(held.subject == subject) & (held.area == area)]
    return sorted({f"{month:%Y-%m}" for month in chosen.month})


def test_a_second_file_about_another_subject_leaves_the_first(
    sends: Sends, workspace: Workspace
) -> None:
    sends(year_of(2024))
    report = sends(year_of(2024, offence="ASB - nuisance"))
    assert report.rows.withdrawn == 0
    assert len(current(workspace)) == 2 * 12 * 18


def test_a_district_that_stops_is_a_hole_and_keeps_what_it_had(
    sends: Sends, workspace: Workspace
) -> None:
    sends(year_of(2024) + year_of(2024, district="Bedford"))
    shorter = year_of(2024, offence="Shoplifting") + month_of(2024, 1, district="Bedford")
    report = sends(shorter)
    assert any("no offences of Bedford for February to December" in p for p in report.problems)
    assert (current(workspace).district == "Bedford").sum() == 12 * 18
    assert cells(workspace, "offence", "Luton") == [f"2024-{month:02d}" for month in range(1, 13)]


def test_one_mistyped_date_replaces_nothing(sends: Sends, workspace: Workspace) -> None:
    sends(month_of(2024, 11))
    report = sends([*year_of(2023), ["typo", "30/11/2024", "Arson", "Luton", ""]])
    assert report.rows.withdrawn == 0
    assert any("apart from the rest (November 2024)" in p for p in report.problems)
    assert (current(workspace).counted_on.dt.year == 2024).sum() == 19


def test_numbers_that_start_again_are_not_references(sends: Sends, workspace: Workspace) -> None:
    def numbered(year: int, offence: str) -> list[Row]:
        rows = [row for month in range(1, 13) for row in month_of(year, month, offence=offence)]
        return [[str(number), *row[1:]] for number, row in enumerate(rows)]

    sends(numbered(2023, "Arson"))
    with pytest.raises(UploadRefused, match="numbers that start again in each file"):
        sends(numbered(2024, "Shoplifting"))
    assert len(current(workspace)) == 12 * 18


def test_rows_without_reference_or_place_do_not_pile_up(sends: Sends, workspace: Workspace) -> None:
    nowhere = [["", "15/01/2024", "Arson", "", "Bedfordshire Police"] for _ in range(10)]
    sends(month_of(2024, 1, district="Bedford"))
    for outcome in ("a", "b", "c"):
        sends([*month_of(2024, 1), *nowhere, [outcome, "16/01/2024", "Arson", "Luton", ""]])
    assert current(workspace).district.isna().sum() == 10


def test_the_first_days_of_a_month_do_not_withdraw_the_rest(
    sends: Sends, workspace: Workspace
) -> None:
    sends(month_of(2024, 1, 140) + month_of(2024, 2, 140) + month_of(2024, 3, 140))
    first_week = [row for row in month_of(2024, 3, 140) if int(row[1][:2]) <= 7]
    report = sends(first_week)
    assert report.rows.withdrawn == 0
    assert any("do not reach both ends" in p for p in report.problems)
    assert len(current(workspace)) == 3 * 140


def test_an_earlier_file_can_be_brought_back(workspace: Workspace, tmp_path: Path) -> None:
    first = write_csv(tmp_path / "a.csv", [street_row("a1"), street_row("a2")])
    second = write_csv(tmp_path / "b.csv", [street_row("a1")])
    load(workspace, first)
    assert load(workspace, second).rows.withdrawn == 1
    again = load(workspace, first)
    assert (again.status, again.rows.loaded, again.rows.unchanged) == (LoadStatus.LOADED, 1, 1)
    assert load(workspace, first).status is LoadStatus.UNCHANGED


def test_withdrawn_records_are_named_by_month(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, write_csv(tmp_path / "a.csv", [street_row("a1"), street_row("a2")]))
    report = load(workspace, write_csv(tmp_path / "b.csv", [street_row("a1")]), dry_run=True)
    assert any("1 earlier record of January 2024 is not in this file" in p for p in report.problems)


def test_a_file_of_one_offence_does_not_stand_in_for_all(
    sends: Sends, workspace: Workspace
) -> None:
    sends(year_of(2024) + year_of(2024, offence="Shoplifting"), source="whole-force")
    report = sends(year_of(2024, offence="Burglary"), source="burglary-team")
    assert any("All its offences are burglary" in p for p in report.problems)
    year = period_ending(PeriodKind.CALENDAR_YEAR, date(2024, 12, 1))
    luton = Question(Place("Luton", ("Luton",)), year, year.year_before(), "home-office")
    notes = year_on_year(workspace, luton).working.notes
    assert notes[0] == "Luton, offences: from whole-force."


def test_one_iso_date_does_not_excuse_american_ones(workspace: Workspace, tmp_path: Path) -> None:
    rows = [
        [f"r{n}", f"{n % 12 + 1:02d}/{n % 28 + 1:02d}/2024", "Arson", "Luton", ""]
        for n in range(100)
    ]
    rows.append(["iso", "2024-01-31", "Arson", "Luton", ""])
    report = load(workspace, write_csv(tmp_path / "american.csv", rows, HEADER))
    assert [question.about for question in report.questions] == ["date_order"]
    assert (report.status, stored(workspace, CURRENT).size) == (LoadStatus.ASKS, 0)


def test_months_written_as_their_first_day_are_months(sends: Sends, workspace: Workspace) -> None:
    sends([[f"r{n}", f"01/{n % 3 + 1:02d}/2024", "Arson", "Luton", ""] for n in range(30)])
    assert set(stored(workspace, CURRENT).precision) == {"month"}


def test_two_digit_years_among_others_are_this_century(sends: Sends, workspace: Workspace) -> None:
    sends([["a", "01/02/2024", "Arson", "Luton", ""], ["b", "13/02/24", "Arson", "Luton", ""]])
    assert set(stored(workspace, CURRENT).counted_on.dt.year) == {2024}


def test_a_mapped_category_brings_its_subject(sends: Sends, workspace: Workspace) -> None:
    sends(year_of(2024) + year_of(2024, offence="Youths congregating"), source="storm")
    with pytest.raises(InvalidRequest, match="adds others up"):
        map_category(workspace, "storm", "Youths congregating", "all-crime")
    map_category(workspace, "storm", "Youths congregating", "nuisance-anti-social-behaviour")
    assert_sound(workspace)
    assert len(cells(workspace, "anti-social-behaviour", "Luton")) == 12


def test_an_examples_source_is_nobodys_own(sends: Sends) -> None:
    with pytest.raises(InvalidRequest, match="is an example's"):
        sends(month_of(2024, 1), source="example-maldon")


def test_refused_rows_keep_no_personal_details(workspace: Workspace, tmp_path: Path) -> None:
    header = ["Crime ref", "Date", "Victim name", "Offence", "District"]
    rows = [
        ["r1", "01/02/2024", "Ann Example", "Arson", "Luton"],
        ["r2", "99/99/2024", "Dev Example", "Arson", "Luton"],
        ["r3", "02/02/2024", "Eve Example", "Arson", "Luton", "one too many"],
    ]
    report = load(workspace, write_csv(tmp_path / "e.csv", rows, header))
    kept = workspace.store.frame("rejected_rows", extract=report.extract)
    assert kept.raw.tolist()[0] == "r2,99/99/2024,Arson,Luton"
    assert not kept.raw.str.contains("Example").any()


def test_a_file_that_cannot_be_read_is_told(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("assessment.intake.extract_loading.read_file", fail)
    with pytest.raises(UploadRefused, match="could not be read: Permission denied"):
        load(workspace, write_csv(tmp_path / "street.csv", [street_row()]))


def test_a_thin_month_is_told_beside_the_months_of_its_file(sends: Sends) -> None:
    report = sends([*month_of(2024, 1, 28)[::5], *year_of(2023, n=60)])
    assert any(
        "Far fewer offences of Luton than usual in January 2024: 6 a month where 60 are usual"
        in problem
        for problem in report.problems
    )


def test_a_thin_month_is_told_beside_the_months_that_are_there(sends: Sends) -> None:
    assert not any("Far fewer" in problem for problem in sends(year_of(2023, n=60)).problems)
    assert not any("Far fewer" in problem for problem in sends(month_of(2024, 1, 40)).problems)
    report = sends(month_of(2024, 2, 28)[::5])
    assert sum("Far fewer offences" in problem for problem in report.problems) == 1


def test_stray_records_of_other_months_hide_no_thin_month(sends: Sends) -> None:
    """Old cases that came with a year are a few a month: nobody measures a month by them."""
    old_cases = [row for year in (2020, 2021) for row in year_of(year, n=2)]
    sends([*old_cases, *year_of(2023, n=60)])
    report = sends(month_of(2024, 2, 28)[::5])
    assert sum("Far fewer offences" in problem for problem in report.problems) == 1
