"""The spread of scores: against hand-worked quartiles, and shown only once it is revealed."""

from collections.abc import Iterator
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.outputs.risk_matrix.wording.agency_wording import both_ways, who_scored
from assessment.risk_matrix.assessments import assessment
from assessment.risk_matrix.evidence_base import evidence_base
from assessment.risk_matrix.matrix import matrix_from, matrix_of_agencies
from assessment.risk_matrix.workshop.scorer_agreement import Opinion, Spread, of_agencies, spreads
from assessment.risk_matrix.workshop.scorers import join
from assessment.risk_matrix.workshop.workshops import Workshop, WorkshopMove, move
from assessment.workspace import Workspace
from tests.risk_matrix.given import a_workshop, give, scorers

NOON = datetime(2026, 11, 21, 12)


def spread(*values: int | None) -> Spread:
    opinions = (
        Opinion(f"S{n}", "Agency", f"role {n}", value, "", NOON) for n, value in enumerate(values)
    )
    return Spread("burglary", "partnership", tuple(opinions))


SPREADS = [
    ((), None, None, False, "nobody has scored"),
    ((None, None), None, None, False, "nobody can say: no score, and not 0"),
    ((0, None), 0, (0, 0), False, "0 is a score"),
    ((2, 3), 2.5, (2, 3), False, "a median may lie between two steps"),
    ((1, 3), 2, (1, 3), True, "few scores: the lowest and the highest are two apart"),
    ((1, 2, 3, 4), 2.5, (1.75, 3.25), False, "four scores: the middle half is 1.5 wide"),
    ((1, 1, 3, 3), 2, (1, 3), True, "two camps"),
    ((3, 3, 3, 3, 0), 3, (3, 3), False, "one who differs is no disagreement"),
]


BY_AGENCY = [
    ([("Police", 5)] * 12 + [("Health", 1), ("Fire", 2)], 5, 2, "twelve police do not win"),
    ([("Police", 4), ("police", 2)], 3, 3, "one agency, however it is written"),
    ([("Police", 4), ("Health", None)], 4, 4, "who cannot say has no voice"),
    ([("Police", None)], None, None, "nobody can say"),
    ([("", 1), ("", 5)], 3, 3, "of whom it is not known, each has a voice"),
]


@pytest.mark.parametrize(
    ("given", "by_people", "by_agency", "why"), BY_AGENCY, ids=[row[-1] for row in BY_AGENCY]
)
def test_each_agency_has_one_voice(
    given: list[tuple[str, int | None]],
    by_people: float | None,
    by_agency: float | None,
    why: str,
) -> None:
    found = Spread(
        "burglary",
        "partnership",
        tuple(Opinion(f"S{n}", *who, "", NOON) for n, who in enumerate(_named(given))),
    )
    assert found.median == by_people
    together = of_agencies(found)
    assert together.median == by_agency


def _named(
    given: list[tuple[str, int | None]],
) -> Iterator[tuple[str, str, int | None]]:
    return ((agency, "officer", value) for agency, value in given)


@pytest.mark.parametrize(
    ("values", "median", "quartiles", "disagreed", "why"),
    SPREADS,
    ids=[row[-1] for row in SPREADS],
)
def test_spread(
    values: tuple[int | None, ...],
    median: float | None,
    quartiles: tuple[float, float] | None,
    disagreed: bool,
    why: str,
) -> None:
    found = spread(*values)
    assert (found.median, found.quartiles) == (median, quartiles)
    assert found.is_disagreed is disagreed
    assert found.cannot_say == values.count(None)


def test_who_differs_is_told_by_role() -> None:
    assert [each.role for each in spread(3, 3, 1, 4, None, 5).apart] == ["role 2", "role 5"]


@given(st.lists(st.integers(0, 5), min_size=4, max_size=30))
def test_quartiles_are_those_of_an_independent_implementation(values: list[int]) -> None:
    found = spread(*values)
    assert found.quartiles == pytest.approx(np.percentile(values, [25, 75]))
    assert found.median == np.median(values)


def shown(workspace: Workspace, there: Workshop) -> list[list[float]]:
    return [each.values for each in spreads(workspace, there.assessment)]


def test_scores_are_seen_only_once_they_are_revealed(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    first, second = scorers(workspace, there, 2)
    give(workspace, first, 1)
    give(workspace, second, 5)
    assert shown(workspace, there) == []
    there = move(workspace, there, WorkshopMove.REVEAL)
    assert shown(workspace, there) == [[1, 5]]
    again = move(workspace, there, WorkshopMove.SECOND_ROUND)
    give(workspace, first, 4)
    # While the second round is open, the first is what everybody sees.
    assert shown(workspace, again) == [[1, 5]]
    # Who has not scored again stays with the first score.
    assert shown(workspace, move(workspace, again, WorkshopMove.REVEAL)) == [[4, 5]]


def test_a_score_taken_back_in_the_second_round_is_gone(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    (who,) = scorers(workspace, there, 1)
    give(workspace, who, 3)
    there = move(workspace, move(workspace, there, WorkshopMove.REVEAL), WorkshopMove.SECOND_ROUND)
    give(workspace, who, None)
    (found,) = spreads(workspace, move(workspace, there, WorkshopMove.REVEAL).assessment)
    assert (found.median, found.cannot_say) == (None, 1)


def test_the_result_is_told_by_people_and_by_agencies(workspace: Workspace) -> None:
    there = a_workshop(workspace)
    for role in ("inspector", "sergeant", "analyst"):
        police = join(workspace, there.code, "Police", role)
        give(workspace, police, 5, "burglary")
        give(workspace, police, 1, "county-lines")
    for agency in ("Health", "Housing"):
        other = join(workspace, there.code, agency, "manager")
        give(workspace, other, 0, "burglary")
        give(workspace, other, 4, "county-lines")
    move(workspace, there, WorkshopMove.REVEAL)
    base = evidence_base(workspace, assessment(workspace, there.assessment))
    by_person, by_agency = matrix_from(workspace, base), matrix_of_agencies(workspace, base)
    assert who_scored(by_person) == "5 people of 3 agencies"
    assert both_ways(by_person, by_agency) == [
        "With a voice for each person, the top 5: Burglary and County lines.",
        "With a voice for each agency, the same issues, as County lines and Burglary.",
    ]
