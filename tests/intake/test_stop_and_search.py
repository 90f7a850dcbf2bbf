"""Stop and search files of data.police.uk: the force is in the file's name, and nobody is kept."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from assessment.changes import Place, Question, year_on_year
from assessment.intake.extract_loading import load
from assessment.intake.load_status import LoadStatus
from assessment.periods import period_of_days
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import CURRENT, assert_sound, stored

HEADER = [
    "Type",
    "Date",
    "Part of a policing operation",
    "Policing operation",
    "Latitude",
    "Longitude",
    "Gender",
    "Age range",
    "Self-defined ethnicity",
    "Officer-defined ethnicity",
    "Legislation",
    "Object of search",
    "Outcome",
    "Outcome linked to object of search",
    "Removal of more than just outer clothing",
]
BEDFORDSHIRE = Place("Bedfordshire Police", (), "Bedfordshire Police")


def searched(moment: str, looked_for: str = "Controlled drugs", age: str = "18-24") -> list[str]:
    """Write a row as the site does: times in UTC, and no place where it is not known."""
    who = ["Male", age, "White - English/Welsh/Scottish/Northern Irish/British", "White"]
    law = "Misuse of Drugs Act 1971 (section 23)"
    end = ["A no further action disposal", "", "False"]
    return ["Person search", moment, "False", "", "51.88", "-0.41", *who, law, looked_for, *end]


def month_file(
    folder: Path, month: str, rows: list[list[str]], force: str = "bedfordshire"
) -> Path:
    return write_csv(folder / f"{month}-{force}-stop-and-search.csv", rows, HEADER)


def january(folder: Path, year: int, n: int) -> Path:
    rows = [searched(f"{year}-01-{1 + k % 31:02d}T14:09:52+00:00") for k in range(n)]
    return month_file(folder, f"{year}-01", rows)


def test_searches_are_counted_for_their_force(workspace: Workspace, tmp_path: Path) -> None:
    for year, n in ((2023, 40), (2024, 62)):
        report = load(workspace, january(tmp_path, year, n))
        assert (report.status, report.data_set) == (LoadStatus.LOADED, "stop-and-search")
        assert (report.source, report.rows.loaded, report.unmapped) == ("stop-and-search", n, ())
    period = period_of_days(date(2024, 1, 1), date(2024, 1, 31))
    question = Question(BEDFORDSHIRE, period, period.year_before(), "stop-and-search")
    changes = {
        c.measure.id: (c.previous, c.current) for c in year_on_year(workspace, question).changes
    }
    assert changes["all-searches"] == (40, 62)
    assert changes["searches-for-drugs"] == (40, 62)
    assert_sound(workspace)


def test_districts_that_no_row_names_are_missing_and_not_none(
    workspace: Workspace, tmp_path: Path
) -> None:
    for year in (2023, 2024):
        load(workspace, january(tmp_path, year, 40))
    period = period_of_days(date(2024, 1, 1), date(2024, 1, 31))
    luton = Place("Luton", ("Luton",))
    question = Question(luton, period, period.year_before(), "stop-and-search")
    (total, *_) = year_on_year(workspace, question).changes
    assert (total.previous, total.current) == (None, None)


@pytest.mark.parametrize(
    ("looked_for", "measure"),
    [
        ("Controlled drugs", "searches-for-drugs"),
        ("Psychoactive substances", "searches-for-drugs"),
        ("Offensive weapons", "searches-for-weapons"),
        ("Firearms", "searches-for-weapons"),
        ("Anything to threaten or harm anyone", "searches-for-weapons"),
        ("Article for use in theft", "searches-for-stolen-goods"),
        ("Stolen goods", "searches-for-stolen-goods"),
        ("Articles for use in criminal damage", "searches-for-criminal-damage"),
        ("Fireworks", "searches-for-something-else"),
        ("Evidence of hunting any wild mammal with a dog", "searches-for-something-else"),
        ("", "object-not-recorded"),
    ],
)
def test_every_object_that_the_site_names_is_known(
    workspace: Workspace, tmp_path: Path, looked_for: str, measure: str
) -> None:
    load(
        workspace,
        month_file(tmp_path, "2024-01", [searched("2024-01-09T10:00:00+00:00", looked_for)]),
    )
    assert list(stored(workspace, CURRENT).measure) == [measure]


def test_a_summer_night_is_counted_in_local_time(workspace: Workspace, tmp_path: Path) -> None:
    rows = [searched("2021-04-30T23:41:00+00:00"), searched("2021-05-01T09:40:00+00:00")]
    load(workspace, month_file(tmp_path, "2021-05", rows))
    days = stored(workspace, CURRENT).counted_on.dt.strftime("%d/%m")
    assert list(days) == ["01/05", "01/05"]


def test_nobody_who_was_searched_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    load(
        workspace,
        month_file(tmp_path, "2024-01", [searched("2024-01-09T10:00:00+00:00", age="10-17")]),
    )
    kept = stored(workspace, CURRENT).to_csv()
    assert "10-17" not in kept
    assert "White" not in kept
    assert "Male" not in kept


def test_forces_of_one_zip_stand_apart(workspace: Workspace, tmp_path: Path) -> None:
    rows = [searched("2024-01-09T10:00:00+00:00")]
    path = tmp_path / "stops.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for force, n in (("bedfordshire", 3), ("avon-and-somerset", 5)):
            file = month_file(tmp_path, "2024-01", rows * n, force)
            archive.write(file, f"2024-01/{file.name}")
    assert load(workspace, path).rows.loaded == 8
    assert dict(stored(workspace, CURRENT).force.value_counts()) == {
        "Avon and Somerset Constabulary": 5,
        "Bedfordshire Police": 3,
    }


def test_a_name_without_a_force_leaves_no_number_behind(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "searches.csv", [searched("2024-01-09T10:00:00+00:00")], HEADER)
    report = load(workspace, path)
    assert report.status is LoadStatus.ASKS
    assert [question.option for question in report.questions] == ["--place"]
    assert stored(workspace, CURRENT).empty


def test_three_real_years(real_data: Path, workspace: Workspace, tmp_path: Path) -> None:
    """11,810 rows of 36 files, each read and each of an object that is known."""
    (source,) = (real_data / "police_uk").glob("*.zip")
    path = tmp_path / "stops.zip"
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(path, "w") as stops:
        for name in archive.namelist():
            if name.endswith("stop-and-search.csv"):
                stops.writestr(name, archive.read(name))
    report = load(workspace, path)
    assert (report.rows.loaded, report.rows.rejected, report.unmapped) == (11_810, 0, ())
