"""Why an issue changed: the last text counts, and all of them stay."""

import pytest

from assessment.errors import InvalidRequest, NotPermitted
from assessment.people import Person, Role
from assessment.priorities.agreement import agree
from assessment.risk_matrix.explanations import LONGEST, Explanation, explain, explanations
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import a_draft, counted, decided
from tests.risk_matrix.records import covered, given_store
from tests.stored import stored

__all__ = ["covered", "given_store"]


@pytest.fixture
def draft(workspace: Workspace, covered: Given) -> int:
    counted(covered)
    return a_draft(workspace)


def there(workspace: Workspace, draft: int, issue: str) -> Explanation:
    return explanations(workspace, draft)[issue]


def test_the_last_counts_and_an_empty_one_takes_back(workspace: Workspace, draft: int) -> None:
    explain(workspace, draft, "robbery", "A gang.")
    explain(workspace, draft, "robbery", "  Two gangs. ", there(workspace, draft, "robbery"))
    explain(workspace, draft, "shoplifting", "A new shop.")
    explain(workspace, draft, "shoplifting", "", there(workspace, draft, "shoplifting"))
    (found,) = explanations(workspace, draft).values()
    assert (found.text, found.who) == ("Two gangs.", "Test analyst")
    assert list(explanations(workspace, draft)) == ["robbery"]
    assert len(stored(workspace, "FROM issue_explanation")) == 4
    told = stored(workspace, "SELECT subject FROM audit_event WHERE action = 'explained'")
    assert told["subject"][0] == f"assessment {draft}: robbery"


def test_two_at_once_do_not_write_over_one_another(workspace: Workspace, draft: int) -> None:
    explain(workspace, draft, "robbery", "A gang.")
    with pytest.raises(
        InvalidRequest, match=r"Test analyst has written .* Yours was: “A new shop.”"
    ):
        explain(workspace, draft, "robbery", "A new shop.")
    seen = there(workspace, draft, "robbery")
    explain(workspace, draft, "robbery", "", seen)
    with pytest.raises(InvalidRequest, match=r"has taken back .* Yours was: “Two gangs.”"):
        explain(workspace, draft, "robbery", "Two gangs.", seen)
    assert explanations(workspace, draft) == {}


def test_what_is_refused(workspace: Workspace, draft: int) -> None:
    with pytest.raises(InvalidRequest, match="no issue 'arson'"):
        explain(workspace, draft, "arson", "Why")
    with pytest.raises(InvalidRequest, match="at most 2,000 letters, not 2,001"):
        explain(workspace, draft, "robbery", "x" * (LONGEST + 1))
    partner = Workspace(workspace.store, Person("Fire", Role.PARTNER))
    with pytest.raises(NotPermitted):
        explain(partner, draft, "robbery", "Why")
    agree(workspace, decided(workspace, draft))
    with pytest.raises(InvalidRequest, match="agreed is not changed any more"):
        explain(workspace, draft, "robbery", "Why")
