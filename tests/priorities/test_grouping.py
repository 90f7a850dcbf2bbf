"""Priorities: what one holds, which faults it can have, and two people at once."""

from dataclasses import replace

import pytest

from assessment.errors import InvalidRequest, NotPermitted
from assessment.people import Person, Role
from assessment.priorities.agreement import record
from assessment.priorities.headings import (
    Priority,
    chosen,
    priorities,
    remove_priority,
    save_priority,
)
from assessment.workspace import Workspace
from tests.priorities.given import SAFER
from tests.stored import stored

FULL = Priority(
    name="  Violence and  exploitation ",
    heading="Response",
    issues=("robbery", "county-lines", "robbery"),
    emphases=("young people", "  ", "town  centre"),
    reason=" Robbery doubled. ",
    residents="40% put it first.",
    police_and_crime_plan="Aim 2",
    county="Violence and vulnerability unit",
)


def test_what_is_saved_is_there(workspace: Workspace, draft: int) -> None:
    kept = save_priority(workspace, draft, FULL)
    assert kept == replace(
        FULL,
        name="Violence and exploitation",
        issues=("robbery", "county-lines"),
        emphases=("young people", "town centre"),
        reason="Robbery doubled.",
        id=1,
        version=1,
    )
    assert priorities(workspace, draft) == (kept,)


def test_issues_and_priorities_are_many_to_many(workspace: Workspace, draft: int) -> None:
    save_priority(workspace, draft, FULL)
    save_priority(workspace, draft, SAFER)
    assert chosen(priorities(workspace, draft)) == {"robbery", "county-lines"}
    found = {each.id: each.is_chosen for each in record(workspace, draft).issues}
    assert found == {"robbery": True, "shoplifting": False, "county-lines": True}


def test_headings_stand_together_in_the_order_of_their_making(
    workspace: Workspace, draft: int
) -> None:
    for name, heading in (("A", "Promote"), ("B", "Prevent"), ("C", "Promote"), ("D", "Night")):
        save_priority(workspace, draft, Priority(name, heading, ("robbery",)))
    assert [each.name for each in priorities(workspace, draft)] == ["A", "C", "B", "D"]


WRONG = [
    (replace(SAFER, name="  "), "needs a name", "nothing to call it by"),
    (replace(SAFER, heading=""), "needs a heading", "no group to stand in"),
    (replace(SAFER, issues=()), "needs at least one issue", "no evidence behind it"),
    (replace(SAFER, issues=("theft",)), "no issue 'theft'", "not among those scored"),
    (replace(SAFER, name="safer STREETS"), "'safer STREETS' already", "two of one name"),
    (
        Priority("", "", ()),
        r"needs a name\..* needs a heading.* needs at least one issue",
        "every fault at once",
    ),
]


@pytest.mark.parametrize(("wanted", "why", "reason"), WRONG)
def test_faults(workspace: Workspace, draft: int, wanted: Priority, why: str, reason: str) -> None:
    save_priority(workspace, draft, SAFER)
    with pytest.raises(InvalidRequest, match=why):
        save_priority(workspace, draft, wanted)
    assert len(priorities(workspace, draft)) == 1, reason


def test_of_two_who_change_it_at_once_the_second_is_told(workspace: Workspace, draft: int) -> None:
    seen = save_priority(workspace, draft, SAFER)
    other = Workspace(workspace.store, Person("Second facilitator", Role.MANAGER))
    theirs = save_priority(other, draft, replace(seen, county="County aim 3"))
    with pytest.raises(InvalidRequest, match="Second facilitator has changed it since"):
        save_priority(workspace, draft, replace(seen, name="Another name"))
    with pytest.raises(InvalidRequest, match="Second facilitator has changed it since"):
        remove_priority(workspace, draft, seen)
    assert priorities(workspace, draft) == (theirs,)


def test_what_is_taken_away_stays_in_the_store(workspace: Workspace, draft: int) -> None:
    seen = save_priority(workspace, draft, SAFER)
    remove_priority(workspace, draft, seen)
    assert priorities(workspace, draft) == ()
    with pytest.raises(InvalidRequest, match="has taken it away since"):
        save_priority(workspace, draft, seen)
    versions = stored(workspace, "SELECT version, is_removed FROM priority ORDER BY version")
    assert versions.to_numpy().tolist() == [[1, False], [2, True]]
    # Its number is not given again.
    assert save_priority(workspace, draft, SAFER).id == 2


def test_who_changed_it_is_in_the_audit_trail(workspace: Workspace, draft: int) -> None:
    save_priority(workspace, draft, SAFER)
    trail = stored(workspace, "SELECT person, action, subject FROM audit_event")
    assert trail.to_numpy().tolist()[-1] == [
        *("Test analyst", "saved priority", f"assessment {draft}: Safer streets")
    ]


def test_a_partner_may_not(workspace: Workspace, draft: int) -> None:
    partner = Workspace(workspace.store, Person("A partner", Role.PARTNER))
    with pytest.raises(NotPermitted):
        save_priority(partner, draft, SAFER)
    with pytest.raises(NotPermitted):
        remove_priority(partner, draft, SAFER)
