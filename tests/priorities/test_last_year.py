"""Last year's priorities beside this year's."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.errors import InvalidRequest
from assessment.priorities.agreement import agree, record
from assessment.priorities.headings import Priority, save_priority
from assessment.priorities.last_year import Fate, Turn, say_why_dropped
from assessment.workspace import Workspace
from tests.priorities.given import SAFER, a_draft, decided

LAST = (
    SAFER,
    Priority("Shops", "Response", ("shoplifting",), reason="Many."),
    Priority("Gangs", "Prevent", ("county-lines",), reason="Hidden."),
)


@pytest.fixture
def this_year(workspace: Workspace, draft: int) -> int:
    """A draft for this year, after one for last year that has three priorities."""
    decided(workspace, a_draft(workspace, date(2021, 3, 1)), *LAST)
    return draft


def test_without_a_year_before_there_is_nothing_to_compare(
    workspace: Workspace, draft: int
) -> None:
    save_priority(workspace, draft, SAFER)
    found = record(workspace, draft)
    assert (found.year_before, found.turns) == ("", ())


def test_kept_new_and_dropped(workspace: Workspace, this_year: int) -> None:
    # Two of last year's go on as one, under another name.
    streets = replace(SAFER, name="Streets", continues=("Safer streets", "Gangs"))
    save_priority(workspace, this_year, streets)
    save_priority(workspace, this_year, Priority("Youth", "Prevent", ("robbery",), reason="Asked."))
    say_why_dropped(workspace, this_year, "Shops", " Shops act themselves. ")
    found = record(workspace, this_year)
    assert found.year_before == "2021-03"
    assert found.turns == (
        Turn("Streets", Fate.KEPT, ("Safer streets", "Gangs"), "It rose."),
        Turn("Youth", Fate.NEW, (), "Asked."),
        Turn("Shops", Fate.DROPPED, ("Shops",), "Shops act themselves."),
    )


def test_the_same_name_does_not_go_on_by_itself(workspace: Workspace, this_year: int) -> None:
    """Whether it is the same priority is for people to say."""
    save_priority(workspace, this_year, SAFER)
    fates = {(each.name, each.fate) for each in record(workspace, this_year).turns}
    assert ("Safer streets", Fate.NEW) in fates
    assert ("Safer streets", Fate.DROPPED) in fates


def test_what_was_dropped_needs_a_reason_to_be_agreed(workspace: Workspace, this_year: int) -> None:
    decided(workspace, this_year, replace(SAFER, continues=("Safer streets",)))
    with pytest.raises(InvalidRequest, match=r"why 'Gangs' was dropped.* why 'Shops' was dropped"):
        agree(workspace, this_year)
    for name in ("Shops", "Gangs"):
        say_why_dropped(workspace, this_year, name, "Part of the county's plan.")
    assert agree(workspace, this_year).status == "agreed"


def test_only_what_was_dropped_has_a_reason_to_be(workspace: Workspace, this_year: int) -> None:
    save_priority(workspace, this_year, replace(SAFER, continues=("Safer streets",)))
    for name in ("Safer streets", "Nothing of last year's"):
        with pytest.raises(InvalidRequest, match="not a priority of last year that was dropped"):
            say_why_dropped(workspace, this_year, name, "Why")
