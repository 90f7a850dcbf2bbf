"""Assessments, workshops and scorers for tests."""

from datetime import date

from assessment.partnerships import add_partnership
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.assessments import start_assessment
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.workshop.scorers import Scorer, join, save_score
from assessment.risk_matrix.workshop.workshops import Workshop, open_workshop
from assessment.workspace import Workspace

ISSUES = ("domestic-abuse", "burglary", "county-lines")
SCHEME = shipped_schemes()["weighted-evidence"]
PARTNERSHIP, HIDDEN = SCHEME.criterion("partnership"), SCHEME.criterion("hidden")
MARCH = date(2022, 3, 1)


def an_issue(found: str) -> Issue:
    """Make an issue that no data cover."""
    return Issue(found, found.replace("-", " ").capitalize(), (), under_reported=False)


def a_draft(workspace: Workspace) -> int:
    """Start an assessment of some issues, and return its number."""
    place = add_partnership(workspace, "Rochford", ["Rochford"])
    issues = [an_issue(each) for each in ISSUES]
    return start_assessment(workspace, place.id, MARCH, SCHEME, issues).id


def a_workshop(workspace: Workspace) -> Workshop:
    return open_workshop(workspace, a_draft(workspace))


def scorers(workspace: Workspace, there: Workshop, count: int) -> list[Scorer]:
    return [join(workspace, there.code, f"Agency {n}", "officer") for n in range(count)]


def give(workspace: Workspace, who: Scorer, value: int | None, issue: str = "burglary") -> None:
    save_score(workspace, who, issue, PARTNERSHIP, value)
