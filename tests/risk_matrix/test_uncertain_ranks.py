"""Ranks with scores that are not sure: drawn one by one, and the laws that every range keeps."""

from collections.abc import Mapping
from itertools import pairwise
from statistics import median

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessment.definitions import Scheme
from assessment.risk_matrix import Scores, robustness, shipped_schemes
from assessment.risk_matrix.ranking.possible_scores import Possible, PossibleScores, equally_likely
from tests import alternative_implementations as obvious
from tests.properties import examples
from tests.risk_matrix.matrices import FULL, matrices

WEIGHTED = shipped_schemes()["weighted-evidence"]
LEVEL = dict.fromkeys(FULL, 3.0)
Matrix = tuple[Scheme, Mapping[str, Scores]]
Uncertain = tuple[Scheme, Mapping[str, Scores], Possible]


@st.composite
def shares(draw: st.DrawFn, scores: list[float]) -> PossibleScores:
    """Some of the scores with shares of tenths, as evidence gives them."""
    chosen = draw(st.lists(st.sampled_from(scores), min_size=1, max_size=4, unique=True))
    tenths = draw(st.lists(st.integers(1, 9), min_size=len(chosen), max_size=len(chosen)))
    return tuple((s, n / sum(tenths)) for s, n in zip(sorted(chosen), tenths, strict=True))


@st.composite
def uncertain(draw: st.DrawFn) -> Uncertain:
    """A matrix with what some of its scores could be, known and missing ones."""
    scheme, by_issue = draw(matrices(most=5))
    possible = {}
    for criterion in scheme.criteria:
        scale = [float(step.score) for step in criterion.steps] or [1.0, 3.0, 10.0, 400.0]
        known = [score for row in by_issue.values() if (score := row[criterion.id]) is not None]
        # Where nobody has any, an index is of nothing.
        assume(criterion.steps or not known or any(known))
        for issue, row in by_issue.items():
            # What is counted has no scale: where it is missing, nothing says what it could be.
            may_vary = bool(criterion.steps) or row[criterion.id] is not None
            if may_vary and draw(st.booleans()):
                possible[issue, criterion.id] = draw(shares(scale))
    return scheme, by_issue, possible


@settings(max_examples=examples(100))
@given(uncertain(), st.integers(0, 2**32 - 1), st.integers(1, 4))
def test_draws_of_scores_agree_with_rankings_one_by_one(
    matrix: Uncertain, seed: int, top_n: int
) -> None:
    scheme, by_issue, possible = matrix
    chance = np.random.default_rng(seed)
    factors = chance.uniform(0.75, 1.25, (4, len(scheme.criteria)))
    numbers = chance.random((4, len(by_issue), len(scheme.criteria)))
    slowly = [
        obvious.rank_in_draw(
            scheme,
            by_issue,
            possible,
            factors[draw].tolist(),
            {
                (issue, criterion.id): float(numbers[draw, row, column])
                for row, issue in enumerate(by_issue)
                for column, criterion in enumerate(scheme.criteria)
            },
        )
        for draw in range(4)
    ]
    ranges = robustness(scheme, by_issue, top_n=top_n, possible=possible, draws=4, seed=seed)
    for issue, reach in ranges.items():
        ranks = [rank for one in slowly if (rank := one[issue]) is not None]
        if len(ranks) < 4:
            assert reach.median is None
            continue
        assert (reach.lowest, reach.highest) == (min(ranks), max(ranks))
        assert reach.median == median(ranks)
        assert reach.top_share == pytest.approx(sum(rank <= top_n for rank in ranks) / 4)


@settings(max_examples=examples(25))
@given(matrices(only=WEIGHTED, most=6))
def test_where_all_is_known_for_certain_only_weights_vary(matrix: Matrix) -> None:
    scheme, by_issue = matrix
    known: Mapping[str, Scores] = {
        issue: {name: score or 0.0 for name, score in scores.items()}
        for issue, scores in by_issue.items()
    }
    by_weights = robustness(scheme, known, top_n=2, draws=20)
    assert robustness(scheme, known, top_n=2, draws=20, possible={}) == by_weights


def test_a_score_of_which_little_is_known_is_not_always_first() -> None:
    """The case that was found: a first place on three of nine criteria, "in the top always"."""
    rest: dict[str, Scores] = {f"issue {n}": LEVEL | {"harm": float(n % 4)} for n in range(12)}
    by_issue = {"few": {"volume": 5, "peers": 5, "hidden": 5}, **rest}
    by_weights = robustness(WEIGHTED, by_issue, top_n=5)["few"]
    assert (by_weights.lowest, by_weights.highest, by_weights.top_share) == (1, 1, 1)
    reach = robustness(WEIGHTED, by_issue, top_n=5, possible={})["few"]
    assert (reach.rank, reach.lowest) == (1, 1)
    assert (reach.highest or 0) > 5
    assert 0.5 < (reach.top_share or 0) < 1


def test_the_more_is_missing_the_wider_is_the_range() -> None:
    rest: dict[str, Scores] = {f"issue {n}": dict.fromkeys(FULL, n / 4) for n in range(20)}
    names = list(FULL)
    widths = []
    for known in (9, 6, 3, 1):
        few = dict.fromkeys(names[:known], 2.5)
        reach = robustness(WEIGHTED, {"few": few, **rest}, top_n=5, possible={})["few"]
        widths.append((reach.highest or 0) - (reach.lowest or 0))
    assert all(narrow < wide for narrow, wide in pairwise(widths)), widths


def test_an_issue_without_a_score_is_set_among_those_that_have_one() -> None:
    by_issue: dict[str, Scores] = {"a": LEVEL, "b": dict.fromkeys(FULL, 2.0), "unknown": {}}
    ranges = robustness(WEIGHTED, by_issue, top_n=1, possible={})
    assert ranges["unknown"].rank is None
    assert (ranges["unknown"].lowest, ranges["unknown"].highest) == (1, 3)
    # It takes no place from those that have a score.
    assert (ranges["b"].lowest, ranges["b"].highest) == (2, 2)


def test_scorers_who_differ_leave_the_rank_open() -> None:
    by_issue: dict[str, Scores] = {"a": LEVEL | {"hidden": 3.5}, "b": LEVEL}
    agreed = robustness(WEIGHTED, by_issue, top_n=1, possible={})["a"]
    assert (agreed.highest, agreed.top_share) == (1, 1)
    apart: Possible = {("a", "hidden"): equally_likely([1, 5, 5, 1])}
    reach = robustness(WEIGHTED, by_issue, top_n=1, possible=apart)["a"]
    assert (reach.lowest, reach.highest) == (1, 2)
    assert reach.top_share == pytest.approx(0.5, abs=0.05)


def test_a_seed_gives_the_same_ranges() -> None:
    by_issue: dict[str, Scores] = {"a": LEVEL | {"harm": None}, "b": LEVEL}
    first, again = (robustness(WEIGHTED, by_issue, top_n=1, possible={}) for _ in range(2))
    assert first == again
    # Written down: whoever opens this assessment in a later year must see the same shares.
    assert first["a"].top_share == 0.53
