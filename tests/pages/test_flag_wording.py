"""The overview tells what the flags did between the same periods."""

from datetime import date
from pathlib import Path

import pytest

from assessment.changes import year_on_year
from assessment.outputs.changes.flag_wording import flags_in_words
from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.changes.asked import asking
from tests.changes.given import Given, months
from tests.pages.conftest import Opens, text_of

YEARS = months(date(2020, 4, 1), date(2022, 3, 1))
LINE = (
    "▲ 2 flags also rose by more than counting alone explains: <strong>Domestic abuse</strong> "
    "(unusual) +120 (+100%) and <strong>Hate crime</strong> (unusual) +60 (+100%), including Hate "
    "crime: race +60. ▼ 1 flag also fell by more than counting alone explains: "
    "<strong>Knife crime</strong> (unusual) −72 (−75%)."
)


def fill(given: Given) -> None:
    flags = ("domestic-abuse", "hate-crime", "knife-crime")
    given.extract(when=YEARS, subjects=("offence", *flags))
    for day in YEARS:
        before = day < YEARS[12]
        given.records(10 if before else 20, day, flags=("domestic-abuse",))
        given.records(5 if before else 10, day, flags=("hate-crime", "hate-crime-race"))
        given.records(8 if before else 2, day, flags=("knife-crime",))
    given.seal()


def test_flags_that_rose_and_fell_are_told(workspace: Workspace) -> None:
    fill(Given(workspace))
    answer = year_on_year(workspace, asking(None, measure_set="flags"))
    assert flags_in_words(answer.changes) == LINE


def test_flags_that_did_neither_are_counted(workspace: Workspace) -> None:
    given = Given(workspace)
    given.extract(when=YEARS, subjects=("offence", "domestic-abuse"))
    answer = year_on_year(workspace, asking(None, measure_set="flags"))
    assert flags_in_words(answer.changes) == (
        "No flag rose or fell by more than counting alone explains, of 1 that can be compared."
    )


@pytest.mark.parametrize(
    ("subjects", "told"), [(("offence", "domestic-abuse"), True), (("offence",), False)]
)
def test_overview_has_the_line_where_flags_are_covered(
    tmp_path: Path, open_page: Opens, subjects: tuple[str, ...], told: bool
) -> None:
    path = tmp_path / "flags.duckdb"
    store = Store.open(path, create=True)
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    add_partnership(workspace, "Rochford", ["Rochford"])
    given = Given(workspace)
    given.extract(when=YEARS, subjects=subjects)
    for day in YEARS:
        given.records(4 if day < YEARS[12] else 14, day, flags=("domestic-abuse",))
    given.seal()
    store.close()
    shown = text_of(open_page(path, partnership="Rochford"))
    assert ("1 flag also rose by more than counting alone explains: " in shown) is told
