"""Rankings under other weights, without a criterion or a scorer, and with one score changed."""

from collections.abc import Mapping
from dataclasses import replace
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.definitions import Scheme
from assessment.errors import InvalidRequest
from assessment.risk_matrix import (
    MissingScore,
    RankRange,
    Scores,
    StepChange,
    agreed,
    ranked,
    robustness,
    sensitivities,
    shipped_schemes,
    without_each_criterion,
    without_each_scorer,
)
from tests import alternative_implementations as obvious
from tests.properties import examples
from tests.risk_matrix.matrices import FULL, matrices

WEIGHTED = shipped_schemes()["weighted-evidence"]
GRID = shipped_schemes()["four-by-four"]
MORILE = shipped_schemes()["harm-and-likelihood"]
INDEX = shipped_schemes()["composite-index"]
Matrix = tuple[Scheme, Mapping[str, Scores]]
LEVEL = dict.fromkeys(FULL, 3.0)
# Two issues that trade change (weight 2) for peers (weight 2): weights decide between them. A third
# is above both and a fourth below, whatever the weights.
CLOSE: Mapping[str, Scores] = {
    "first": dict.fromkeys(FULL, 5.0),
    "change": LEVEL | {"change": 5.0},
    "peers": LEVEL | {"peers": 5.0},
    "last": dict.fromkeys(FULL, 0.0),
}


def test_what_weights_cannot_change_stays_and_what_they_decide_varies() -> None:
    found = robustness(WEIGHTED, CLOSE, top_n=2)
    first, last = found["first"], found["last"]
    assert (first.rank, first.median, first.lowest, first.highest, first.top_share) == (
        1,
        1,
        1,
        1,
        1,
    )
    assert (last.rank, last.median, last.lowest, last.highest, last.top_share) == (4, 4, 4, 4, 0)
    for name in ("change", "peers"):
        assert (found[name].rank, found[name].lowest, found[name].highest) == (2, 2, 3)
        assert found[name].top_share == pytest.approx(0.5, abs=0.05)
    # Of two weights drawn apart from each other one is always the greater.
    assert (found["change"].top_share or 0) + (found["peers"].top_share or 0) == pytest.approx(1)


def test_a_seed_gives_the_same_and_another_seed_another() -> None:
    assert robustness(WEIGHTED, CLOSE, top_n=2) == robustness(WEIGHTED, CLOSE, top_n=2)
    # Written down: whoever opens this assessment in a later year must see the same shares.
    assert robustness(WEIGHTED, CLOSE, top_n=2)["change"].top_share == 0.484
    other = robustness(WEIGHTED, CLOSE, top_n=2, seed=21)
    assert other["change"].top_share != 0.484


def test_weights_that_only_scale_a_product_change_nothing() -> None:
    by_issue: Mapping[str, Scores] = {
        "a": {"impact": 3, "likelihood": 3},
        "b": {"impact": 4, "likelihood": 2},
        "unknown": {"impact": 4},
    }
    found = robustness(GRID, by_issue, top_n=1)
    assert (found["a"].lowest, found["a"].highest, found["a"].top_share) == (1, 1, 1)
    assert (found["b"].lowest, found["b"].highest, found["b"].top_share) == (2, 2, 0)
    assert found["unknown"] == RankRange(None, None, None, None, None)


def test_whoever_shares_the_last_place_of_the_top_is_in_it() -> None:
    same: Mapping[str, Scores] = {"a": LEVEL, "b": LEVEL, "c": dict.fromkeys(FULL, 0.0)}
    found = robustness(WEIGHTED, same, top_n=1)
    assert [found[name].top_share for name in "abc"] == [1, 1, 0]


@pytest.mark.parametrize(("top_n", "draws"), [(0, 10), (-1, 10), (3, 0)])
def test_impossible_questions_are_refused(top_n: int, draws: int) -> None:
    with pytest.raises(InvalidRequest, match=r"[Aa]t least"):
        robustness(WEIGHTED, CLOSE, top_n=top_n, draws=draws)


@settings(max_examples=examples(30))
@given(matrices(most=6), st.integers(0, 2**32 - 1), st.integers(1, 4))
def test_draws_agree_with_rankings_one_by_one(matrix: Matrix, seed: int, top_n: int) -> None:
    scheme, by_issue = matrix
    draws = np.random.default_rng(seed).uniform(0.75, 1.25, (5, len(scheme.criteria)))
    slowly = [obvious.scheme_ranks(weighing(scheme, draw.tolist()), by_issue) for draw in draws]
    found = robustness(scheme, by_issue, top_n=top_n, draws=5, seed=seed)
    for issue, range_of in found.items():
        ranks = [rank for one in slowly if (rank := one[issue]) is not None]
        if not ranks:
            assert range_of.median is None
            continue
        assert (range_of.lowest, range_of.highest) == (min(ranks), max(ranks))
        assert range_of.median == median(ranks)
        assert range_of.top_share == pytest.approx(sum(rank <= top_n for rank in ranks) / 5)


def weighing(scheme: Scheme, factors: list[float]) -> Scheme:
    """The scheme with other weights; those beside the score keep theirs, which break ties."""
    return replace(
        scheme,
        criteria=tuple(
            replace(each, weight=each.weight * factor) if each in scheme.counted else each
            for each, factor in zip(scheme.criteria, factors, strict=True)
        ),
    )


def test_without_each_criterion() -> None:
    by_issue: Mapping[str, Scores] = {
        "harmful": {"harm": 5, "volume": 0, "change": 0},  # 15 of 35
        "frequent": {"harm": 0, "volume": 5, "change": 1},  # 12 of 35
    }
    found = {each.without: each for each in without_each_criterion(WEIGHTED, by_issue, top_n=1)}
    assert len(found) == 9
    assert found["change"].ranks == {"harmful": 1, "frequent": 2}
    assert (found["change"].entering, found["change"].leaving) == ((), ())
    assert found["harm"].ranks == {"harmful": 2, "frequent": 1}
    assert (found["harm"].entering, found["harm"].leaving) == (("frequent",), ("harmful",))
    # 15 of 25 against 2 of 25.
    assert found["volume"].ranks == {"harmful": 1, "frequent": 2}


def test_a_criterion_that_makes_a_side_alone_is_not_left_out() -> None:
    assert without_each_criterion(GRID, {"a": {"impact": 1, "likelihood": 1}}, top_n=1) == ()


def test_without_a_criterion_what_knew_nothing_else_has_no_rank() -> None:
    found = without_each_criterion(WEIGHTED, {"a": {"harm": 3}, "b": LEVEL}, top_n=1)
    harm = next(each for each in found if each.without == "harm")
    assert harm.ranks == {"a": None, "b": 1}


DATA: Mapping[str, Scores] = {"a": {"volume": 5, "hidden": None}, "b": {"volume": 4}}
BY_SCORER: Mapping[str, Mapping[str, Scores]] = {
    "police": {"a": {"hidden": 0}, "b": {"hidden": 2, "partnership": 3}},
    "health": {"a": {"hidden": 2}, "b": {"hidden": None, "partnership": 4}},
    "council": {"a": {"hidden": 5}},
}


def test_scorers_agree_on_their_median() -> None:
    assert agreed(DATA, BY_SCORER.values()) == {
        "a": {"volume": 5, "hidden": 2},  # of 0, 2 and 5
        "b": {"volume": 4, "hidden": 2, "partnership": 3.5},  # one who cannot say is not a zero
    }
    assert agreed(DATA, []) == {"a": {"volume": 5, "hidden": None}, "b": {"volume": 4}}


def test_scorers_replace_what_data_say() -> None:
    assert agreed({"a": {"volume": 5}}, [{"a": {"volume": 3}}]) == {"a": {"volume": 3}}


def test_without_each_scorer() -> None:
    fixed: Mapping[str, Scores] = {"a": {"volume": 3}, "b": {"volume": 3}}
    given: Mapping[str, Mapping[str, Scores]] = {
        "police": {"a": {"harm": 5}, "b": {"harm": 3}},
        "health": {"a": {"harm": 1}, "b": {"harm": 3}},
        "council": {"a": {"harm": 4}, "b": {"harm": 3}},
    }
    found = {each.without: each for each in without_each_scorer(WEIGHTED, fixed, given, top_n=1)}
    assert found["health"].ranks == {"a": 1, "b": 2}  # 4.5 against 3
    assert (found["health"].entering, found["health"].leaving) == ((), ())
    assert found["police"].ranks == {"a": 2, "b": 1}  # 2.5 against 3
    assert (found["police"].entering, found["police"].leaving) == (("b",), ("a",))


def test_without_the_only_scorer_what_data_say_stands() -> None:
    (only,) = without_each_scorer(
        WEIGHTED, {"a": {"volume": 1}, "b": {"volume": 2}}, {"x": {"a": {"volume": 5}}}, top_n=1
    )
    assert only.ranks == {"a": 2, "b": 1}


def test_the_smallest_change_that_moves_an_issue_over_the_line() -> None:
    by_issue: Mapping[str, Scores] = {
        "in": {"harm": 3, "volume": 3},  # 15 of 25
        "out": {"harm": 2, "volume": 3},  # 12 of 25
    }
    found = sensitivities(WEIGHTED, by_issue, top_n=1)
    # Out level with in at 3·3 + 2·3; two steps of volume would do as well, but one of harm is less.
    assert not found["out"].is_in_top
    assert found["out"].changes == (StepChange("harm", 2, 3, 1),)
    # In at 12 would share the first place; it leaves with harm at 1 or volume at 1.
    assert found["in"].is_in_top
    assert set(found["in"].changes) == {
        StepChange("harm", 3, 1, 2),
        StepChange("volume", 3, 1, 2),
    }


def test_no_change_can_do_what_is_out_of_reach() -> None:
    found = sensitivities(WEIGHTED, {**CLOSE, "unknown": {}}, top_n=3)
    assert found["first"].changes == ()  # no one score takes it below third
    assert found["last"].changes == ()
    assert "unknown" not in found  # what has no score has no place to leave


def test_what_is_missing_may_move_an_issue_too() -> None:
    by_issue: Mapping[str, Scores] = {
        "few": {"harm": 4},  # 80 of 100, on one criterion
        "known": LEVEL,  # 60
    }
    found = sensitivities(WEIGHTED, by_issue, top_n=1)["few"]
    assert found.is_in_top
    # With volume at 0 it has 12 of 25 = 48, at 1 14 of 25 = 56; at 2 it would have 64.
    assert MissingScore("volume", (0, 1)) in found.missing
    # All eight at 0: 12 of 85; all at 5: 82 of 85.
    assert (found.best, found.worst) == (1, 2)
    whole = sensitivities(WEIGHTED, by_issue, top_n=1)["known"]
    assert (whole.missing, whole.best, whole.worst) == ((), None, None)


def test_what_is_counted_has_no_steps_to_change() -> None:
    found = sensitivities(INDEX, {"a": {"records": 3}, "b": {"records": 9}}, top_n=1)
    assert (found["a"].is_in_top, found["a"].changes) == (False, ())


@settings(max_examples=examples(40))
@given(matrices(only=WEIGHTED, most=5), st.integers(1, 3))
def test_turning_points_agree_with_every_change_tried_in_turn(matrix: Matrix, top_n: int) -> None:
    assert_all_tried(*matrix, top_n)


@settings(max_examples=examples(40))
@given(matrices(only=GRID, most=5), st.integers(1, 3))
def test_turning_points_agree_where_ties_are_many(matrix: Matrix, top_n: int) -> None:
    assert_all_tried(*matrix, top_n)


def assert_all_tried(scheme: Scheme, by_issue: Mapping[str, Scores], top_n: int) -> None:
    now = obvious.scheme_ranks(scheme, by_issue)
    found = sensitivities(scheme, by_issue, top_n=top_n)
    assert set(found) == {issue for issue, rank in now.items() if rank is not None}
    for issue, turning in found.items():
        tried: dict[StepChange, float] = {}
        missing: dict[str, list[int]] = {}
        for each in scheme.counted:
            own = by_issue[issue][each.id]
            for step in each.steps:
                if step.score == own:
                    continue
                changed = {**by_issue, issue: {**by_issue[issue], each.id: float(step.score)}}
                rank = obvious.scheme_ranks(scheme, changed)[issue] or 0
                if (rank <= top_n) == turning.is_in_top:
                    continue
                if own is None:
                    missing.setdefault(each.id, []).append(step.score)
                else:
                    tried[StepChange(each.id, own, step.score, rank)] = abs(step.score - own)
        least = min(tried.values(), default=0)
        assert set(turning.changes) == {each for each, size in tried.items() if size == least}
        assert {each.criterion: list(each.then) for each in turning.missing} == missing


def test_the_default_ranks_as_it_is_told() -> None:
    assert [row.issue for row in ranked(WEIGHTED, CLOSE)] == ["first", "change", "peers", "last"]
