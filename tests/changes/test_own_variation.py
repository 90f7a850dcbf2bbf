"""A partnership's own ordinary variation: in the place of what is measured, with its reason."""

import json
from datetime import date

import pytest

from assessment.__main__ import main
from assessment.changes import By, Change, Place, year_on_year
from assessment.changes.variation.own_variation import (
    own_variations,
    remove_variation,
    set_variation,
)
from assessment.errors import InvalidRequest, NotPermitted
from assessment.partnerships import add_partnership, remove_partnership
from assessment.people import Person, Role
from assessment.workspace import Workspace
from tests.changes.asked import ESSEX, PAIR, asking
from tests.changes.given import Given, months

TWO_YEARS = months(date(2020, 4, 1), date(2022, 3, 1))
ID = "castle-point-and-rochford"
WHY = "Ten years of our own counts."
IN_PAIR = Place("Rochford", ("Rochford",), within=PAIR.districts)


@pytest.fixture
def pair(given_store: Given) -> Given:
    """A rise from 2,400 to 3,000, which 10% a year makes ordinary and 2% does not."""
    covers = [("district", name) for name in PAIR.districts]
    given_store.extract(covers=[*covers, ("force", "Essex Police")], when=TWO_YEARS)
    for number, month in enumerate(TWO_YEARS):
        given_store.records(100 if number < 12 else 130, month)
    given_store.seal()
    add_partnership(given_store.workspace, PAIR.label, PAIR.districts)
    return given_store


def change(given: Given, place: Place = PAIR, by: By = By.MEASURE) -> Change:
    answer = year_on_year(given.workspace, asking(place=place, by=by))
    return next(row for row in answer.changes if row.current)


def put(given: Given, value: float = 0.02) -> None:
    set_variation(given.workspace, ID, "home-office", asking().measure or "", value, WHY)


@pytest.mark.parametrize(
    ("place", "by"), [(PAIR, By.MEASURE), (PAIR, By.DISTRICT), (IN_PAIR, By.MEASURE)]
)
def test_it_holds_in_the_partnership_and_its_districts(pair: Given, place: Place, by: By) -> None:
    before = change(pair, place, by)
    put(pair)
    now = change(pair, place, by)
    assert (before.unusual, now.unusual) == (False, True)
    assert (now.ordinary_variation, now.ordinary_variation_from) == (
        0.02,
        f"what the partnership has set: {WHY}",
    )
    remove_variation(pair.workspace, ID, "home-office", asking().measure or "")
    assert change(pair, place, by) == before


def test_it_is_of_no_force_and_no_other_partnership(pair: Given) -> None:
    add_partnership(pair.workspace, "Rochford", ["Rochford"])
    alone = Place("Rochford", ("Rochford",))
    before = change(pair, ESSEX), change(pair, alone)
    put(pair)
    assert (change(pair, ESSEX), change(pair, alone)) == before


@pytest.mark.parametrize(
    ("value", "reason", "fault"),
    [
        (0.0, WHY, "between 1 and 100"),
        (3.0, WHY, "between 1 and 100"),
        (0.1, " ", "Say why"),
        (0.1, "x" * 401, "400 characters or fewer"),
    ],
)
def test_what_cannot_be_set_is_told(pair: Given, value: float, reason: str, fault: str) -> None:
    with pytest.raises(InvalidRequest, match=fault):
        set_variation(pair.workspace, ID, "home-office", "arson", value, reason)
    with pytest.raises(InvalidRequest, match="has set no ordinary variation"):
        remove_variation(pair.workspace, ID, "home-office", "arson")


def test_a_partner_sets_nothing_and_it_goes_with_its_partnership(pair: Given) -> None:
    partner = Workspace(pair.workspace.store, Person("P", Role.PARTNER))
    with pytest.raises(NotPermitted):
        set_variation(partner, ID, "home-office", "arson", 0.1, WHY)
    put(pair)
    remove_partnership(pair.workspace, ID)
    add_partnership(pair.workspace, PAIR.label, PAIR.districts)
    assert own_variations(pair.workspace, ID) == ()


def test_by_command(pair: Given, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(pair.workspace.store.path)
    pair.workspace.store.close()
    at = ["--partnership", ID, "--store", path]
    of = ["--set", "home-office", "--measure", "arson"]
    assert main(["variation", "set", "12.5", "--reason", WHY, *of, *at]) == 0
    assert f"home-office, Arson: 12.5%, because {WHY}" in capsys.readouterr().out
    assert main(["variation", "list", "--json", *at]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["measure"], row["value"], row["reason"]) == ("arson", 0.125, WHY)
    assert main(["variation", "remove", *of, *at]) == 0
    assert "No ordinary variation has been set" in capsys.readouterr().out
