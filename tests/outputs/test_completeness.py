"""How complete the data are: of the set and the sources that the figures are from, and no other."""

from datetime import date

import pytest

from assessment.outputs.changes.completeness import Completeness, MonthState, completeness
from assessment.workspace import Workspace
from tests.changes.asked import PAIR, asking
from tests.changes.given import BOTH, OFFENCES, Given, months

YEARS = months(date(2020, 4, 1), date(2022, 3, 1))
COVERED, PARTIAL, MISSING = MonthState.COVERED, MonthState.PARTIAL, MonthState.MISSING


@pytest.fixture
def given_store(workspace: Workspace) -> Given:
    return Given(workspace)


def found(given: Given, **asked: object) -> Completeness:
    return completeness(given.workspace, asking(None, **asked))  # type: ignore[arg-type]


def states(complete: Completeness) -> dict[str, set[MonthState]]:
    return {each.subject: set(each.states) for each in complete.subjects}


def test_another_set_covers_nothing_of_this_one(given_store: Given) -> None:
    given_store.extract("own", when=YEARS[-1:], subjects=OFFENCES)
    given_store.measure_set = "police-uk"
    given_store.extract("public", when=YEARS)
    own = found(given_store)
    assert states(own) == {"offence": {MISSING, COVERED}, "anti-social-behaviour": {MISSING}}
    assert own.subjects[0].states[-2:] == (MISSING, COVERED)
    assert not own.is_whole
    assert found(given_store, measure_set="police-uk").is_whole


def test_only_the_source_that_answers_is_shown(given_store: Given) -> None:
    """A second source's months do not fill the gaps of the one that the figures are from."""
    given_store.extract("most", when=YEARS[:-1])
    given_store.extract("lone", when=YEARS[-1:])
    assert states(found(given_store)) == {subject: {COVERED, MISSING} for subject in BOTH}


def test_flags_are_shown_where_any_extract_answers_for_them(given_store: Given) -> None:
    given_store.extract(when=YEARS, subjects=(*BOTH, "domestic-abuse"))
    shown = found(given_store)
    assert list(states(shown)) == ["offence", "anti-social-behaviour", "domestic-abuse"]
    assert shown.is_whole


def test_a_month_of_one_district_is_part_of_the_place(given_store: Given) -> None:
    pair = (("district", "Rochford"), ("district", "Castle Point"))
    given_store.extract(when=YEARS[:-2], covers=pair, partial=YEARS[-2:-1])
    given_store.extract(when=YEARS[-1:], covers=pair[:1])
    offences = found(given_store, place=PAIR).subjects[0].states
    assert offences[-3:] == (COVERED, PARTIAL, PARTIAL)


def test_where_nothing_is_loaded_every_month_is_missing(given_store: Given) -> None:
    assert set(states(found(given_store))["offence"]) == {MISSING}
