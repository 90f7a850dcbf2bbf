"""What a record says of itself: whether enough have agreed, and what is still to be done."""

from dataclasses import replace

import pytest

from assessment.priorities.agreement import record
from assessment.priorities.changes_since_agreement import Moved
from assessment.priorities.last_year import Turn
from assessment.priorities.record import RecordedIssue
from assessment.workspace import Workspace
from tests.priorities.given import QUORUM, agreed


@pytest.mark.parametrize(
    ("by", "is_enough"),
    [(QUORUM[:2], False), (QUORUM[:3], True), (QUORUM, True)],
    ids=["one fewer than the quorum", "the quorum", "more than the quorum"],
)
def test_quorum(workspace: Workspace, draft: int, by: tuple[str, ...], is_enough: bool) -> None:
    found = record(workspace, agreed(workspace, draft, by))
    assert replace(found, quorum=3).has_quorum is is_enough


def test_what_is_still_to_be_done(workspace: Workspace, draft: int) -> None:
    found = record(workspace, agreed(workspace, draft))
    assert found.open_points() == []

    def unsaid(number: int) -> RecordedIssue:
        return replace(found.issues[0], id=f"issue-{number}", label=f"Issue {number}", reason="")

    dropped = Turn("Homes", "dropped", ("Homes",), "")
    turns = (dropped, replace(dropped, name="Drugs", why="Done."), Turn("Fire", "kept", (), ""))
    several = replace(found, issues=tuple(map(unsaid, range(1, 6))), turns=turns)
    assert several.open_points() == [
        "No reason is given for Issue 1, Issue 2, Issue 3 and 2 more.",
        "Nothing says why 'Homes' was dropped.",
    ]


@pytest.mark.parametrize(
    ("ranks", "scores", "is_otherwise", "why"),
    [
        ((2, 2), (50.0, 50.0), False, "neither"),
        ((2, 1), (50.0, 50.0), True, "higher up"),
        ((1, 2), (50.0, 50.0), True, "further down"),
        ((2, 2), (50.0, 51.0), True, "another score"),
    ],
)
def test_scored_otherwise(
    ranks: tuple[int, int], scores: tuple[float, float], is_otherwise: bool, why: str
) -> None:
    assert Moved("robbery", "Robbery", *ranks, *scores, ()).is_scored_otherwise is is_otherwise, why
