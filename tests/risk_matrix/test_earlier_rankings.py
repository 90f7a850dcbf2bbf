"""Places then and now: last year's ranking, and a printed one of which only the top is known."""

from dataclasses import asdict, replace

import pytest

from assessment.outputs.risk_matrix.wording import year_wording
from assessment.priorities.rankings_to_compare import of_today
from assessment.risk_matrix.assessments import assessment
from assessment.risk_matrix.earlier_rankings import (
    EarlierPlace,
    EarlierRanking,
    RankChange,
    RankMove,
    moves,
    read_earlier,
)
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.matrix import Matrix
from assessment.risk_matrix.ranking.ranks import Ranked
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import a_draft, counted
from tests.risk_matrix.records import covered, given_store

__all__ = ["covered", "given_store"]

LAST = EarlierRanking(
    name="2020/21",
    origin="assessment no. 1, agreed, as it was agreed",
    scheme="Weighted evidence, version 1",
    is_same_scheme=True,
    is_whole=True,
    is_ordered=True,
    is_printed=False,
    places=(
        EarlierPlace("arson", "Arson", 1),
        EarlierPlace("fraud", "Fraud", 2),
        EarlierPlace("robbery", "Robbery", 4, "High"),
        EarlierPlace("county-lines", "County lines", None),
    ),
)
TOP = replace(LAST, name="2018/19", is_same_scheme=False, is_whole=False, is_printed=True)


@pytest.fixture
def now(workspace: Workspace, covered: Given) -> Matrix:
    """Robbery 1, shoplifting 2 and county lines without a score."""
    counted(covered)
    found = of_today(workspace, assessment(workspace, a_draft(workspace)))
    arson = Issue("arson", "Arson", (), under_reported=False)
    third = Ranked("arson", 3, is_tied=False, scored=found.ranked[0].scored)
    ranked = (*found.ranked[:2], third, found.ranked[2])
    return replace(found, issues=(*found.issues, arson), ranked=ranked)


def test_since_last_year(now: Matrix) -> None:
    assert moves(LAST, now) == (
        RankMove("robbery", "Robbery", 4, 1, RankChange.UP, 3),
        RankMove("shoplifting", "Shoplifting", None, 2, RankChange.NEW),
        RankMove("arson", "Arson", 1, 3, RankChange.DOWN, 2),
        RankMove("county-lines", "County lines", None, None, RankChange.NO_RANK),
        RankMove("fraud", "Fraud", 2, None, RankChange.GONE),
    )


def test_of_a_printed_top_nothing_is_new(now: Matrix) -> None:
    """Whether an issue below the printed top was looked at is not known."""
    by_issue = {each.issue: each.move for each in moves(TOP, now)}
    assert by_issue["shoplifting"] is RankChange.NOT_PRINTED
    unordered = {each.issue: each.move for each in moves(replace(TOP, is_ordered=False), now)}
    assert unordered["robbery"] is RankChange.AMONG


def test_of_two_printed_as_one_issue_the_higher_counts(now: Matrix) -> None:
    twice = (*LAST.places, EarlierPlace("robbery", "Robbery of business", 3))
    robbery = next(e for e in moves(replace(LAST, places=twice), now) if e.issue == "robbery")
    assert (robbery.then, robbery.places) == (3, 2)


def test_in_words(now: Matrix) -> None:
    assert year_wording.since(LAST, moves(LAST, now)) == (
        "Up since 2020/21: Robbery by 3 places to 1.",
        "Down since 2020/21: Arson by 2 places to 3.",
        "Not looked at in 2020/21: Shoplifting (rank 2 now).",
        "Looked at then and not now: Fraud (then 2).",
    )
    cells = [year_wording.moved(each, LAST) for each in moves(LAST, now)]
    assert cells == ["▲ 3 up, from 4", "new", "▼ 2 down, from 1", "– then, – now", "gone"]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (LAST, "with the same scheme."),
        (replace(LAST, is_same_scheme=False), "with another scheme: Weighted evidence, version 1"),
        (TOP, "Another scheme made it (Weighted evidence, version 1): only places"),
    ],
)
def test_another_scheme_is_always_said(before: EarlierRanking, said: str) -> None:
    assert said in year_wording.how_it_was_made(before)


def test_it_is_read_as_json_holds_it() -> None:
    assert read_earlier(asdict(LAST)) == LAST
