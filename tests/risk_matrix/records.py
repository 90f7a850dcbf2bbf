"""Two years of records of a few districts, for what is known of issues."""

from datetime import date

import pytest

from assessment.changes import Place
from assessment.definitions import FLAGS, HOME_OFFICE
from assessment.partnerships import add_partnership
from assessment.periods import Period
from assessment.risk_matrix.assessment_year import year_ending
from assessment.risk_matrix.issues import Issue
from assessment.workspace import Workspace
from tests.changes.given import BOTH, Given, months

MARCH = date(2022, 3, 1)
YEAR: Period = year_ending(MARCH)
BEFORE, NOW = date(2020, 6, 1), date(2021, 6, 1)
TWO_YEARS = months(date(2020, 4, 1), MARCH)
SUBJECTS = (*BOTH, "domestic-abuse", "hate-crime")
ROCHFORD = Place("Rochford", ("Rochford",))
DISTRICTS = ("Rochford", "Castle Point", "Maldon")


@pytest.fixture
def given_store(workspace: Workspace) -> Given:
    return Given(workspace)


@pytest.fixture
def covered(given_store: Given) -> Given:
    """A store that covers three districts of Essex for two years, and the partnership Rochford."""
    given_store.extract(
        covers=[("district", name) for name in DISTRICTS], subjects=SUBJECTS, when=TWO_YEARS
    )
    add_partnership(given_store.workspace, "Rochford", ["Rochford"])
    return given_store


def an_issue(
    found: str, *measures: str, measure_set: str = HOME_OFFICE, under_reported: bool = False
) -> Issue:
    """An issue of some measures of one set; by default of the one that has its name."""
    ids = measures or (found,)
    named = tuple((measure_set, each) for each in ids)
    return Issue(found, found.replace("-", " ").capitalize(), named, under_reported)


def flagged(flag: str) -> Issue:
    return an_issue(flag, measure_set=FLAGS, under_reported=True)


def uncounted(found: str) -> Issue:
    return Issue(found, found.replace("-", " ").capitalize(), (), under_reported=True)
