"""Somebody who is taken out does not count, cannot score, and everybody is told."""

import pytest

from assessment.errors import InvalidRequest
from assessment.outputs.risk_matrix.wording.agency_wording import out_in_words
from assessment.people import Person, Role
from assessment.risk_matrix.workshop.scorer_agreement import spreads
from assessment.risk_matrix.workshop.taken_out import let_in, take_out, taken_out
from assessment.risk_matrix.workshop.workshops import WorkshopMove, move, progress
from assessment.workspace import Workspace
from tests.risk_matrix.given import a_workshop, give, scorers


def test_what_they_gave_counts_again_once_they_are_in_again(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    first, second = scorers(workspace, there, 2)
    give(workspace, first, 1)
    give(workspace, second, 5)
    move(workspace, there, WorkshopMove.REVEAL)

    def counting() -> list[float]:
        return [value for spread in spreads(workspace, there.assessment) for value in spread.values]

    assert counting() == [1, 5]
    take_out(workspace, there, progress(workspace, there)[1])
    assert counting() == [1]
    assert [one.is_out for one in progress(workspace, there)] == [False, True]
    scorer = Workspace(workspace.store, Person("a scorer", Role.SCORER))
    (told,) = out_in_words(taken_out(scorer, there.assessment))
    assert told.startswith("Agency 1, officer was taken out by the facilitator at ")
    let_in(workspace, there, progress(workspace, there)[1])
    assert counting() == [1, 5]
    assert taken_out(scorer, there.assessment) == ()


def test_who_is_out_is_told_so_and_scores_nothing(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    (only,) = scorers(workspace, there, 1)
    (seen,) = progress(workspace, there)
    take_out(workspace, there, seen)
    with pytest.raises(InvalidRequest, match="has taken you out"):
        give(workspace, only, 3)
    with pytest.raises(InvalidRequest, match="Nothing was done"):
        take_out(workspace, there, seen)
    let_in(workspace, there, seen)
    give(workspace, only, 3)
    with pytest.raises(InvalidRequest, match="Nothing was done"):
        let_in(workspace, there, seen)
