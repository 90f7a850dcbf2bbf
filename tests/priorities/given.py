"""Assessments at every stage, for tests of priorities."""

from datetime import date

from assessment.priorities.agreement import agree, record_agreement, sign_off
from assessment.priorities.authorities import Authority, council_of
from assessment.priorities.headings import Priority, save_priority
from assessment.priorities.priority_line import give_reasons
from assessment.risk_matrix.assessments import assessment, start_assessment
from assessment.risk_matrix.issues import issues_of
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.risk_matrix.given import MARCH, SCHEME
from tests.risk_matrix.records import BEFORE, NOW, an_issue, uncounted

ISSUES = (an_issue("robbery"), an_issue("shoplifting"), uncounted("county-lines"))
SAFER = Priority("Safer streets", "Prevent", ("robbery",), reason="It rose.")
DAY = date(2022, 5, 16)
COUNCIL = council_of("Rochford")
QUORUM = (Authority.POLICE, COUNCIL, Authority.COUNTY, Authority.FIRE)


def counted(given: Given) -> None:
    """Put records into a covered store: robbery doubles, shoplifting stays."""
    for measure, before, now in (("robbery", 30, 60), ("shoplifting", 100, 100)):
        given.records(before, BEFORE, measure)
        given.records(now, NOW, measure)
    given.seal()


def a_draft(workspace: Workspace, ending: date = MARCH) -> int:
    return start_assessment(workspace, "rochford", ending, SCHEME, ISSUES).id


def decided(workspace: Workspace, number: int, *grouped: Priority) -> int:
    """Give a draft all that it needs to be agreed."""
    for each in grouped or (SAFER,):
        save_priority(workspace, number, each)
    given = {each.id: f"Why {each.id}." for each in issues_of(workspace, number)}
    give_reasons(workspace, number, given)
    return number


def agreed(workspace: Workspace, number: int, by: tuple[str, ...] = QUORUM) -> int:
    agree(workspace, decided(workspace, number))
    quorum_agrees(workspace, number, by)
    return number


def quorum_agrees(workspace: Workspace, number: int, by: tuple[str, ...] = QUORUM) -> None:
    for each in by:
        record_agreement(workspace, number, each, f"Essex {each}", "chief officer", DAY)


def signed_off(workspace: Workspace, number: int) -> int:
    sign_off(workspace, agreed(workspace, number))
    return number


def status(workspace: Workspace, number: int) -> str:
    return assessment(workspace, number).status.value
