"""A score is kept the moment it is given: thirty people at once, a restart, a closed workshop."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import numpy as np
import pytest

from assessment.errors import InvalidRequest
from assessment.risk_matrix.workshop.scorer_agreement import spreads
from assessment.risk_matrix.workshop.scorers import Given, Scorer, save_score, scorer, scores_of
from assessment.risk_matrix.workshop.workshops import WorkshopMove, move
from assessment.store import Store
from assessment.workspace import Workspace
from tests.risk_matrix.given import HIDDEN, ISSUES, PARTNERSHIP, SCHEME, a_workshop, give, scorers
from tests.stored import stored

PEOPLE, SCORES_EACH = 30, 20
CELL = ("burglary", "partnership")


def count(workspace: Workspace) -> int:
    return len(stored(workspace, "SELECT * FROM score"))


def test_of_thirty_scorers_at_once_no_score_is_lost(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    people = scorers(workspace, there, PEOPLE)
    at_once = Barrier(PEOPLE)

    def scores(number: int) -> dict[tuple[str, str], Given]:
        random = np.random.default_rng(number)
        given: dict[tuple[str, str], Given] = {}
        at_once.wait()
        for _ in range(SCORES_EACH):
            issue = ISSUES[random.integers(len(ISSUES))]
            criterion = (PARTNERSHIP, HIDDEN)[random.integers(2)]
            # Another than before: the same again would be the score there is.
            last = given.get((issue, criterion.id), Given(0, "")).value or 0
            value = (last + 1 + int(random.integers(5))) % 6
            save_score(workspace, people[number], issue, criterion, value)
            given[issue, criterion.id] = Given(value, "")
        return given

    with ThreadPoolExecutor(PEOPLE) as pool:
        wanted = list(pool.map(scores, range(PEOPLE)))
    assert count(workspace) == PEOPLE * SCORES_EACH
    assert [scores_of(workspace, each) for each in people] == wanted


def test_the_last_write_of_one_scorer_on_two_phones_wins(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    (who,) = scorers(workspace, there, 1)
    phones = [scorer(workspace, who.token)[0] for _ in range(2)]
    for value, phone in enumerate(phones * 5):
        give(workspace, phone, value % 6)
    assert scores_of(workspace, who) == {CELL: Given(3, "")}
    assert count(workspace) == 10  # the history is kept


def test_a_score_after_closing_is_refused_and_nothing_is_lost(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    (who,) = scorers(workspace, there, 1)
    give(workspace, who, 4)
    for wanted, told in (
        (WorkshopMove.REVEAL, "have been shown, so this one was not kept"),
        (WorkshopMove.CLOSE, "has been closed, so this score was not kept"),
    ):
        there = move(workspace, there, wanted)
        with pytest.raises(
            InvalidRequest, match=f"{told}.*Every score that you gave before is kept"
        ):
            give(workspace, who, 1)
    assert scores_of(workspace, who) == {CELL: Given(4, "")}


def test_scores_and_a_closing_at_once_are_kept_or_refused(workspace: Workspace) -> None:
    """What a scorer was told is what is in the store, whichever came first."""
    there = a_workshop(workspace)
    people = scorers(workspace, there, 8)
    at_once = Barrier(9)

    def score(who: Scorer) -> bool:
        at_once.wait()
        try:
            give(workspace, who, 2)
        except InvalidRequest:
            return False
        return True

    with ThreadPoolExecutor(9) as pool:
        told = [pool.submit(score, who) for who in people]
        at_once.wait()
        closed = move(workspace, there, WorkshopMove.CLOSE)
        kept = [each.result() for each in told]
    assert count(workspace) == sum(kept)
    assert [bool(scores_of(workspace, who)) for who in people] == kept
    assert sum(len(each.opinions) for each in spreads(workspace, closed.assessment)) == sum(kept)


def test_a_tap_that_is_sent_again_is_one_score(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    (who,) = scorers(workspace, there, 1)
    for value, kept in ((5, 1), (5, 1), (None, 2), (None, 2), (5, 3)):
        give(workspace, who, value)
        assert count(workspace) == kept
    # In another round it is a score of that round.
    move(workspace, move(workspace, there, WorkshopMove.REVEAL), WorkshopMove.SECOND_ROUND)
    for kept in (4, 4):
        give(workspace, who, 5)
        assert count(workspace) == kept


def test_a_restart_in_the_middle_loses_nothing(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    (who,) = scorers(workspace, there, 1)
    give(workspace, who, 5)
    workspace.store.close()
    again = Workspace(Store.open(workspace.store.path), workspace.person)
    back, found = scorer(again, who.token)
    assert (back, found) == (who, there)
    assert scores_of(again, back) == {CELL: Given(5, "")}
    give(again, back, 1)
    assert scores_of(again, back) == {CELL: Given(1, "")}
    again.store.close()


def test_a_scorer_who_leaves_half_way_counts_for_what_they_gave(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    stays, leaves = scorers(workspace, there, 2)
    for issue in ISSUES:
        give(workspace, stays, 2, issue)
    give(workspace, leaves, 4, ISSUES[0])
    revealed = move(workspace, there, WorkshopMove.REVEAL)
    found = {each.issue: each.values for each in spreads(workspace, revealed.assessment)}
    assert found == {"domestic-abuse": [2, 4], "burglary": [2], "county-lines": [2]}


def test_an_issue_of_another_assessment_is_refused(workspace: Workspace) -> None:
    (who,) = scorers(workspace, a_workshop(workspace), 1)
    with pytest.raises(InvalidRequest, match="no issue bicycle-theft to score"):
        give(workspace, who, 2, "bicycle-theft")


def test_a_reason_is_kept_in_part_where_it_is_too_long(workspace: Workspace) -> None:
    (who,) = scorers(workspace, a_workshop(workspace), 1)
    save_score(workspace, who, "burglary", PARTNERSHIP, 3, f"  {'why ' * 200}")
    (given,) = scores_of(workspace, who).values()
    assert given.reason == ("why " * 200)[:500]


@pytest.mark.parametrize(
    ("criterion", "value", "told"),
    [
        ("partnership", 6, "6 is not a score of 'The partnership can make a difference'"),
        ("partnership", -1, "there are 0, 1, 2, 3, 4, 5"),
        ("volume", 3, "'Volume' is not scored in a workshop: data score it"),
    ],
)
def test_what_cannot_be_scored(workspace: Workspace, criterion: str, value: int, told: str) -> None:
    (who,) = scorers(workspace, a_workshop(workspace), 1)
    with pytest.raises(InvalidRequest, match=told):
        save_score(workspace, who, "burglary", SCHEME.criterion(criterion), value)
    assert count(workspace) == 0
