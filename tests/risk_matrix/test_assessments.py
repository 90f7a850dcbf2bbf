"""Starting an assessment: what it holds is what was asked for, or every fault is told."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.errors import InvalidRequest, NotPermitted
from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.risk_matrix.assessments import (
    AssessmentStatus,
    assessment,
    assessments,
    start_assessment,
)
from assessment.risk_matrix.issues import Issue, issues_of
from assessment.workspace import Workspace
from tests.risk_matrix.given import MARCH, SCHEME, an_issue

BURGLARY = Issue("burglary", "Burglary", (("home-office", "burglary"),), under_reported=False)
ABUSE = Issue("abuse", "Domestic abuse", (("flags", "domestic-abuse"),), under_reported=True)
COUNTY_LINES = Issue("county-lines", "County lines", (), under_reported=True, carried_from=7)


@pytest.fixture
def place(workspace: Workspace) -> str:
    return add_partnership(workspace, "Rochford", ["Rochford"]).id


def test_what_is_started_is_there(workspace: Workspace, place: str) -> None:
    issues = (COUNTY_LINES, BURGLARY, ABUSE)
    started = start_assessment(workspace, place, date(2022, 3, 31), SCHEME, issues)
    assert (started.partnership, started.ending, started.status) == (
        place,
        MARCH,
        AssessmentStatus.DRAFT,
    )
    assert (started.scheme, started.scheme_version) == ("weighted-evidence", SCHEME.version)
    assert (started.started_by, started.synthetic) == ("Test analyst", False)
    assert assessment(workspace, started.id) == started
    assert issues_of(workspace, started.id) == issues


def test_of_an_example_partnership_it_is_synthetic(workspace: Workspace) -> None:
    example = add_partnership(workspace, "Maldon", ["Maldon"], synthetic=True)
    assert start_assessment(workspace, example.id, MARCH, SCHEME, [BURGLARY]).synthetic


def test_the_latest_of_a_partnership_comes_first(workspace: Workspace, place: str) -> None:
    other = add_partnership(workspace, "Maldon", ["Maldon"]).id
    for of, year in ((place, 2021), (place, 2023), (other, 2022), (place, 2022)):
        start_assessment(workspace, of, date(year, 3, 1), SCHEME, [BURGLARY])
    assert [each.ending.year for each in assessments(workspace, place)] == [2023, 2022, 2021]
    assert len(assessments(workspace)) == 4


TOO_MANY = [an_issue(f"issue-{n}") for n in range(41)]
WRONG = [
    ([], "needs at least one issue", "nothing to score"),
    (TOO_MANY, "41 issues are too many to score: choose at most 40", "more than a hall can score"),
    ([BURGLARY, BURGLARY], "The issue 'burglary' is there twice", "one name, two issues"),
    ([replace(BURGLARY, label=" ")], "The issue 'burglary' has no name", "nothing to show"),
    (
        [BURGLARY, BURGLARY, replace(ABUSE, label="")],
        "'burglary' is there twice. The issue 'abuse' has no name",
        "every fault at once",
    ),
]


@pytest.mark.parametrize(("issues", "told", "why"), WRONG, ids=[row[-1] for row in WRONG])
def test_starting_wrongly(
    workspace: Workspace, place: str, issues: list[Issue], told: str, why: str
) -> None:
    with pytest.raises(InvalidRequest, match=told):
        start_assessment(workspace, place, MARCH, SCHEME, issues)
    assert assessments(workspace) == ()


def test_nothing_is_started_of_nowhere_or_by_nobody(workspace: Workspace, place: str) -> None:
    with pytest.raises(InvalidRequest, match="There is no partnership 'atlantis'"):
        start_assessment(workspace, "atlantis", MARCH, SCHEME, [BURGLARY])
    with pytest.raises(InvalidRequest, match="There is no assessment 1"):
        assessment(workspace, 1)
    partner = Workspace(workspace.store, Person("A partner", Role.PARTNER))
    with pytest.raises(NotPermitted):
        start_assessment(partner, place, MARCH, SCHEME, [BURGLARY])
