"""Times shows hours and days as far as records tell them, and says how far that is."""

from importlib import import_module
from pathlib import Path

import pytest

from assessment.people import Person, Role
from assessment.workspace import Workspace
from tests.conftest import NewStore
from tests.extracts import street_row, write_csv
from tests.pages.conftest import Opens, as_read, text_of
from tests.timed import with_timed_records

TIMES = "pages/times/page.py"
BASILDON = {"partnership": "Basildon"}
ASSAULTS = {**BASILDON, "measure": "Violence with injury"}


@pytest.fixture(scope="module")
def timed_store(new_store: NewStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("timed")
    store = new_store(folder / "assessment.duckdb")
    with_timed_records(Workspace(store, Person("Test analyst", Role.ANALYST)), folder)
    store.close()
    return folder / "assessment.duckdb"


def headers(at: object) -> list[str]:
    return [as_read(header.value) for header in at.header]  # type: ignore[attr-defined]


def test_title_is_the_busiest_stretch(timed_store: Path, open_page: Opens) -> None:
    at = open_page(timed_store, TIMES, **ASSAULTS)
    assert not at.exception
    hours, days, _ = headers(at)
    assert hours.startswith("Violence with injury: ")
    assert "happened between 22:00 and" in hours
    assert "happened on Fridays" in days
    shown = as_read(text_of(at))
    assert "tell their hour and 52 tell their day, without an hour" in shown
    assert "by more than counting alone explains" in shown
    assert "Records a day: " in shown


def test_every_hour_of_the_week_has_its_number(timed_store: Path, open_page: Opens) -> None:
    shown = text_of(open_page(timed_store, TIMES, **ASSAULTS))
    for name in ("Mon", "Sun", "00:00", "23:00"):
        assert f">{name}</th>" in shown
    # 52 Fridays of three records, a third of each between 23:00 and midnight; and four others.
    assert 'class="heat-5">56<' in shown.replace(' role="cell"', "")


def test_what_cannot_be_placed_is_told(timed_store: Path, open_page: Opens) -> None:
    shown = as_read(text_of(open_page(timed_store, TIMES, **BASILDON, measure="Burglary")))
    assert "lie between two moments more than a week apart" in shown
    assert "end before they begin" in shown


def test_months_alone_have_no_hours(new_store: NewStore, tmp_path: Path, open_page: Opens) -> None:
    from assessment.intake.extract_loading import load
    from assessment.partnerships import add_partnership

    store = new_store(tmp_path / "months.duckdb")
    rows = [
        street_row("", f"{year}-{month:02d}")
        for year in (2023, 2024)
        for month in range(1, 13)
        for _ in range(20 + 3 * (month == 7))
    ]
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    load(workspace, write_csv(tmp_path / "2024-12-bedfordshire-street.csv", rows))
    add_partnership(workspace, "Luton", ["Luton"])
    store.close()
    at = open_page(
        tmp_path / "months.duckdb",
        TIMES,
        partnership="Luton",
        measures="data.police.uk categories",
        measure="Anti-social behaviour",
    )
    first, second = headers(at)
    assert first == "Anti-social behaviour: no record tells its hour"
    assert second.startswith("None of ")
    shown = text_of(at)
    assert "All 243 records tell their month alone." in as_read(shown)
    assert ">Jul 24</th>" in shown
    assert "Hour from" not in shown
    assert "day of the week" not in shown, "nothing finer than the data"


def test_examples_say_only_when_they_were_recorded(example_store: Path, open_page: Opens) -> None:
    at = open_page(example_store, TIMES, partnership="Rochford", measure="Burglary")
    assert not at.exception
    assert "tell only when they were recorded" in as_read(text_of(at))


def test_partners_are_told_why_there_are_no_hours(
    timed_store: Path, open_page: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = import_module("pages.components.caches.cache")
    monkeypatch.setattr(pages, "local_person", lambda: Person("Fire", Role.PARTNER))
    at = open_page(timed_store, TIMES, **ASSAULTS)
    assert not at.exception
    assert "shown to the partnership's own team alone" in as_read(text_of(at))
    assert not at.header


def test_other_views_are_asked_the_same(timed_store: Path, open_page: Opens) -> None:
    at = open_page(timed_store, TIMES, **ASSAULTS, period="quarter")
    links = {link.proto.page: link.proto.query_string for link in at.main.get("page_link")}
    assert "measure=Violence+with+injury" in links["trend"]
    assert "period=quarter" in links["year_on_year"]


def test_a_period_of_one_month_has_no_average(timed_store: Path, open_page: Opens) -> None:
    dates = {"period": "chosen dates", "from": "2023-05-01", "to": "2023-05-31"}
    at = open_page(timed_store, TIMES, **ASSAULTS, **dates)
    assert not at.exception
    *_, months = headers(at)
    assert months == "Too few months, or too few records, to compare months with each other"


def test_months_before_anything_came_have_no_records(timed_store: Path, open_page: Opens) -> None:
    dates = {"period": "chosen dates", "from": "2015-05-01", "to": "2015-05-31"}
    at = open_page(timed_store, TIMES, **ASSAULTS, **dates)
    assert not at.exception
    assert headers(at)[0] == "Violence with injury: no record in the months that are covered"
    assert "Not covered: May 2015." in as_read(text_of(at))
