"""Nobody is counted twice in silence: who may have joined is asked, and an empty double can go."""

import pytest

from assessment.errors import InvalidRequest, NotPermitted
from assessment.people import Person, Role
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.assessments import assessment
from assessment.risk_matrix.scheme_use import losses, use_scheme
from assessment.risk_matrix.workshop.duplicate_scorers import (
    JoinedAlready,
    duplicate_scorers,
    remove_duplicate,
)
from assessment.risk_matrix.workshop.scorers import Scorer, join, scorer
from assessment.risk_matrix.workshop.workshops import (
    Progress,
    Workshop,
    WorkshopMove,
    move,
    progress,
)
from assessment.workspace import Workspace
from tests.risk_matrix.given import a_workshop, give


def police(workspace: Workspace, there: Workshop, *, is_another: bool = False) -> Scorer:
    return join(workspace, there.code, "Police", "inspector", is_another=is_another)


def people(workspace: Workspace, there: Workshop) -> list[tuple[str, int]]:
    return [(each.role, each.scored) for each in progress(workspace, there)]


JOINING = [
    ("Police", "inspector", True, "the same"),
    ("police", " Inspector ", True, "the same, typed otherwise"),
    ("Police", "sergeant", False, "another role"),
    ("Probation", "inspector", False, "another agency"),
]


@pytest.mark.parametrize(("agency", "role", "asked", "why"), JOINING)
def test_who_is_asked(workspace: Workspace, agency: str, role: str, asked: bool, why: str) -> None:
    there = a_workshop(workspace)
    give(workspace, police(workspace, there), 3)
    if asked:
        with pytest.raises(JoinedAlready, match=r"at \d\d:\d\d with 1 score\. Are you the one\?"):
            join(workspace, there.code, agency, role)
    else:
        join(workspace, there.code, agency, role)
    assert len(progress(workspace, there)) == (1 if asked else 2), why


def test_of_another_workshop_nobody_is_asked(workspace: Workspace) -> None:
    first, second = a_workshop(workspace), a_workshop(workspace)
    police(workspace, first)
    police(workspace, second)
    assert people(workspace, second) == [("inspector", 0)]


def test_two_people_of_one_role_both_count(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    first, second = police(workspace, there), police(workspace, there, is_another=True)
    assert first.token != second.token
    with pytest.raises(JoinedAlready, match=r"nothing scored and at .* with nothing scored"):
        police(workspace, there)
    assert duplicate_scorers(progress(workspace, there)) == progress(workspace, there)


def test_only_who_shares_agency_and_role_is_a_double(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    police(workspace, there)
    join(workspace, there.code, "Housing", "officer")
    join(workspace, there.code, "POLICE", "Inspector", is_another=True)
    assert [each.agency for each in duplicate_scorers(progress(workspace, there))] == [
        "Police",
        "POLICE",
    ]


def pair(workspace: Workspace, there: Workshop) -> tuple[Progress, Progress, Scorer]:
    """Two of one role, of whom the first has scored; and who the second is."""
    give(workspace, police(workspace, there), 3)
    empty = police(workspace, there, is_another=True)
    full_row, empty_row = progress(workspace, there)
    return full_row, empty_row, empty


def test_the_empty_one_goes_and_the_other_stays(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    _, seen, empty = pair(workspace, there)
    remove_duplicate(workspace, there, seen)
    assert people(workspace, there) == [("inspector", 1)]
    with pytest.raises(InvalidRequest, match="Nobody has joined with this code"):
        scorer(workspace, empty.token)
    with pytest.raises(InvalidRequest, match="Nobody has joined with this code"):
        give(workspace, empty, 2)


def test_who_has_scored_meanwhile_stays(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    full, seen, empty = pair(workspace, there)
    give(workspace, empty, None)  # cannot say, which is an answer
    for each in (full, seen):
        with pytest.raises(InvalidRequest, match=r"has scored, since .* Nothing was removed"):
            remove_duplicate(workspace, there, each)
    assert people(workspace, there) == [("inspector", 1), ("inspector", 1)]


def test_scores_on_steps_of_before_are_kept_and_not_counted(workspace: Workspace) -> None:
    """At the door and in the facilitator's list alike; they count again if the steps come back."""
    there = a_workshop(workspace)
    give(workspace, police(workspace, there), 3)
    closed = move(workspace, there, WorkshopMove.CLOSE)
    held, four = assessment(workspace, there.assessment), shipped_schemes()["four-by-four"]
    use_scheme(workspace, held, four, losses(workspace, held.id, four))
    there = move(workspace, closed, WorkshopMove.REOPEN)
    (seen,) = progress(workspace, there)
    assert seen.scored == 0
    with pytest.raises(JoinedAlready, match="with nothing scored"):
        police(workspace, there)
    with pytest.raises(InvalidRequest, match=r"on steps of before, .* Nothing was removed"):
        remove_duplicate(workspace, there, seen)


def test_a_partner_takes_nobody_away(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    _, seen, _ = pair(workspace, there)
    partner = Workspace(workspace.store, Person("A partner", Role.PARTNER))
    with pytest.raises(NotPermitted):
        remove_duplicate(partner, there, seen)
