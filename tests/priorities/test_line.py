"""The line under the ranked issues, and the reason for every issue."""

import pytest

from assessment.errors import InvalidRequest
from assessment.priorities.agreement import record
from assessment.priorities.priority_line import (
    Setting,
    change_setting,
    give_reasons,
    reasons,
    setting,
)
from assessment.workspace import Workspace


def test_the_usual_line_and_quorum(workspace: Workspace, draft: int) -> None:
    assert setting(workspace, draft) == Setting(cut=5, quorum=4), "of six authorities"


LINES = [
    (1, ["robbery"], "one above"),
    (2, ["robbery", "shoplifting"], "both that have a score"),
    (3, ["robbery", "shoplifting"], "an issue without a score has no rank and is above no line"),
]


@pytest.mark.parametrize(("cut", "above", "why"), LINES)
def test_what_is_above_the_line(
    workspace: Workspace, draft: int, cut: int, above: list[str], why: str
) -> None:
    change_setting(workspace, draft, Setting(cut, 2))
    found = record(workspace, draft)
    assert [each.id for each in found.issues if each.is_above] == above, why
    assert (found.cut, found.quorum) == (cut, 2)


def test_how_firm_a_place_above_the_line_is_follows_the_line(
    workspace: Workspace, draft: int
) -> None:
    change_setting(workspace, draft, Setting(1, 3))
    shares = {each.id: each.above_share or 0 for each in record(workspace, draft).issues}
    # Four of nine criteria are missing: one of the two that have a score is first in each draw.
    assert shares["robbery"] + shares["shoplifting"] == pytest.approx(1)
    assert 0.9 < shares["robbery"] < 1
    # Of county lines nothing is known: set among the two, it might be first.
    assert 0 < shares["county-lines"] < 0.5


IMPOSSIBLE = [
    (Setting(0, 3), "rank 1 to 40, not 0", "nothing above it"),
    (Setting(41, 3), "rank 1 to 40, not 41", "more than can be scored"),
    (Setting(5, 0), "from 1 to 6 responsible authorities, not 0", "nobody has to agree"),
    (Setting(5, 7), "from 1 to 6 responsible authorities, not 7", "there are six"),
]


@pytest.mark.parametrize(("wanted", "said", "why"), IMPOSSIBLE)
def test_lines_and_quorums_that_cannot_be(
    workspace: Workspace, draft: int, wanted: Setting, said: str, why: str
) -> None:
    with pytest.raises(InvalidRequest, match=said):
        change_setting(workspace, draft, wanted)
    assert setting(workspace, draft) == Setting(5, 4), why


def test_reasons_are_kept_changed_and_taken_back(workspace: Workspace, draft: int) -> None:
    give_reasons(workspace, draft, {"robbery": " It rose. ", "shoplifting": "Shops act."})
    give_reasons(workspace, draft, {"robbery": "It doubled.", "shoplifting": ""})
    assert reasons(workspace, draft) == {"robbery": "It doubled."}


def test_an_unknown_issue_is_refused_and_nothing_is_kept(workspace: Workspace, draft: int) -> None:
    with pytest.raises(InvalidRequest, match="no issue 'theft'"):
        give_reasons(workspace, draft, {"robbery": "It rose.", "theft": "?"})
    assert reasons(workspace, draft) == {}
