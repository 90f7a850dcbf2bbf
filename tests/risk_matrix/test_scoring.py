"""Scores of every scheme against cases worked out by hand, and against a second implementation."""

from collections.abc import Mapping
from dataclasses import replace
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.definitions import RankOrder, Scheme
from assessment.errors import InvalidRequest
from assessment.risk_matrix import (
    Axis,
    Confidence,
    Position,
    Scores,
    axes,
    ranked,
    rating_of,
    read_rating,
    score,
    score_all,
    shipped_schemes,
)
from tests import alternative_implementations as obvious
from tests.properties import examples
from tests.risk_matrix.matrices import FULL, matrices

WEIGHTED = shipped_schemes()["weighted-evidence"]
GRID = shipped_schemes()["four-by-four"]
LETTERS = shipped_schemes()["likelihood-by-impact"]
MORILE = shipped_schemes()["harm-and-likelihood"]
INDEX = shipped_schemes()["composite-index"]
HARM = shipped_schemes()["harm-only"]
MORILE_ALL_FOUR = {each.id: each.most for each in MORILE.criteria}


@pytest.mark.parametrize(
    ("scores", "points", "band", "why"),
    [
        (dict.fromkeys(FULL, 5), 100.0, "Very high", "85 of 85"),
        (dict.fromkeys(FULL, 0), 0.0, "Low", "0 of 85"),
        # 2·3 + 2·3 + 2·4 + 3·4 + 2·2 + 2·1 + 1·2 + 2·4 + 1·4 = 52 of 85.
        (FULL, 100 * 52 / 85, "High", "all known"),
        # Without concern 50 of 75; with it as a zero it would be 50 of 85.
        (FULL | {"concern": None}, 100 * 50 / 75, "High", "missing, so out of both sums"),
        # 2·3 + 3·4 = 18 of 25.
        ({"volume": 3, "harm": 4}, 72.0, None, "5 of 17 weights: absent is missing, and no band"),
        ({"harm": 5}, 100.0, None, "one criterion alone"),
        # 8 of 17 weights are too few for a band, 9 are enough.
        ({"volume": 3, "change": 3, "peers": 3, "concern": 3}, 60.0, None, "8 of 17"),
        (dict.fromkeys(("volume", "change", "peers", "harm"), 3), 60.0, "High", "9 of 17"),
        (
            {"volume": 3, "change": 3, "peers": 3, "harm": 2.5},
            100 * 25.5 / 45,
            "Medium",
            "a median lies between steps",
        ),
    ],
)
def test_weighted_evidence_by_hand(scores: Scores, points: float, band: str, why: str) -> None:
    found = score(WEIGHTED, scores)
    assert found.score is not None, why
    assert isclose(found.score, points, abs_tol=1e-6), why
    assert (found.band.label if found.band else None) == band, why
    assert isclose(sum(found.parts.values()), points), why


def test_parts_are_what_each_criterion_adds() -> None:
    parts = score(WEIGHTED, {"volume": 3, "harm": 4, "hidden": 0}).parts
    # 18 of 30: volume adds 6, harm 12; what is scored 0 is known and adds nothing.
    assert parts == pytest.approx({"volume": 20, "harm": 40, "hidden": 0})


@pytest.mark.parametrize(
    ("impact", "likelihood", "product", "band"),
    [
        (4, 4, 16, "Very high"),
        (4, 3, 12, "Very high"),
        (3, 3, 9, "High"),
        (2, 4, 8, "High"),
        (3, 2, 6, "Medium"),
        (1, 4, 4, "Medium"),
        (3, 1, 3, "Low"),
        (1, 1, 1, "Low"),
    ],
)
def test_the_grid_by_hand(impact: int, likelihood: int, product: int, band: str) -> None:
    found = score(GRID, {"impact": impact, "likelihood": likelihood})
    assert (found.score, found.position) == (product, Position(impact, likelihood))
    assert found.band is not None
    assert found.band.label == band


@pytest.mark.parametrize(
    ("written", "product"),
    [
        ("D2", 3),  # D = 1, II = 3
        ("C3", 4),
        ("A1", 16),
        ("D4", 1),
        ("c iii", 4),
        ("B-IV", 3),
        (" aI ", 16),
    ],
)
def test_ratings_are_read_with_roman_and_arabic_numerals(written: str, product: int) -> None:
    rating = read_rating(LETTERS, written)
    assert score(LETTERS, rating).score == product
    assert read_rating(LETTERS, rating_of(LETTERS, rating) or "") == rating


def test_a_rating_is_written_as_the_register_writes_it() -> None:
    assert rating_of(LETTERS, {"likelihood": 1, "impact": 3}) == "D2"
    assert rating_of(LETTERS, {"likelihood": 1}) is None
    assert rating_of(LETTERS, {"likelihood": 2.5, "impact": 3}) is None  # a median has no code
    assert rating_of(GRID, {"likelihood": 1, "impact": 3}) is None  # this scheme writes none


@pytest.mark.parametrize("written", ["E1", "D5", "2D", "", "DII2"])
def test_what_is_not_a_rating_is_told(written: str) -> None:
    with pytest.raises(InvalidRequest, match="write D to A then 4 to 1"):
        read_rating(LETTERS, written)


def test_a_scheme_without_codes_reads_no_rating() -> None:
    with pytest.raises(InvalidRequest, match="it writes none"):
        read_rating(GRID, "D2")


@pytest.mark.parametrize(
    ("changed", "risk", "band", "why"),
    [
        ({}, 448, "Very high", "28 × 16"),
        ({"physical": 0}, 24 * 16, "Very high", "24 × 16"),
        # Of seven the six known come to 24; the seventh is taken to be like them: 28.
        ({"physical": None}, 448, "Very high", "missing is never a zero"),
        ({"volume": None, "trend": 1}, 28 * (4 * 9 / 3), "Very high", "9 of three, so 12 of four"),
        ({"capacity": 0}, 448, "Very high", "the position is not in the score"),
        ({"confidence": 1}, 448, "Very high", "nor is the confidence"),
        (dict.fromkeys(("frequency", "volume", "trend", "vulnerability"), 1), 112, "High", "28×4"),
        (dict.fromkeys(("frequency", "volume", "trend", "vulnerability"), 0), 0, "Low", "28 × 0"),
    ],
)
def test_harm_and_likelihood_by_hand(changed: Scores, risk: float, band: str, why: str) -> None:
    found = score(MORILE, MORILE_ALL_FOUR | dict(changed))
    assert found.score == pytest.approx(risk), why
    assert found.band is not None, why
    assert found.band.label == band, why


def test_an_index_is_the_value_over_the_mean_of_all_issues() -> None:
    """The published example: a mean of 2.5 makes 1 event 40, and 10 events 400."""
    events = {"one": 1, "ten": 10, **{f"none {n}": 0 for n in range(3)}, "three": 4}
    found = score_all(INDEX, {name: {"records": n} for name, n in events.items()})
    assert {name: found[name].score for name in ("one", "ten", "none 1")} == {
        "one": 40,
        "ten": 400,
        "none 1": 0,
    }


def test_indices_are_averaged_over_what_is_known() -> None:
    by_issue: Mapping[str, Scores] = {
        "burglary": {"records": 30, "harm": 600},
        "robbery": {"records": 10, "harm": None},
    }
    # Means 20 and 600: burglary (150 + 100) ÷ 2, robbery 50 alone.
    assert {name: each.score for name, each in score_all(INDEX, by_issue).items()} == {
        "burglary": 125,
        "robbery": 50,
    }


def test_where_no_issue_has_any_there_is_no_index() -> None:
    assert score_all(INDEX, {"a": {"records": 0}, "b": {"records": 0}})["a"].score is None


@pytest.mark.parametrize(
    ("days", "band"),
    [(36_525, "100 years or more"), (366, "1 to under 10 years"), (1, "Under a year")],
)
def test_harm_only_is_the_days_of_harm(days: float, band: str) -> None:
    found = score(HARM, {"harm": days})
    assert (found.score, found.band and found.band.label) == (days, band)


@pytest.mark.parametrize(
    ("scheme", "scores"),
    [(WEIGHTED, {}), (GRID, {"impact": 4}), (MORILE, {"physical": 4, "capacity": 1}), (HARM, {})],
)
def test_too_little_known_is_no_score_and_not_zero(scheme: Scheme, scores: Scores) -> None:
    found = score(scheme, scores)
    assert (found.score, found.band, found.position) == (None, None, None)
    assert found.confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("scheme", "missing", "changed", "confidence"),
    [
        (WEIGHTED, 0, {}, "high"),
        (WEIGHTED, 1, {}, "high"),
        (WEIGHTED, 2, {}, "medium"),  # one grade for two omissions
        (WEIGHTED, 3, {}, "medium"),
        (WEIGHTED, 4, {}, "low"),
        (WEIGHTED, 8, {}, "low"),  # there is no lower grade
        (MORILE, 0, {}, "high"),
        (MORILE, 0, {"confidence": 2}, "medium"),
        (MORILE, 0, {"confidence": 1}, "low"),
        (MORILE, 0, {"confidence": 2.5}, "medium"),  # between grades, the lower
        (MORILE, 2, {"confidence": 2}, "low"),  # judged medium, and a grade lower
        (MORILE, 0, {"capacity": None, "capability": None}, "high"),  # not in the score
    ],
)
def test_confidence(scheme: Scheme, missing: int, changed: Scores, confidence: str) -> None:
    scores: dict[str, float | None] = {each.id: each.most for each in scheme.criteria}
    scores |= dict.fromkeys([each.id for each in scheme.counted][:missing], None) | dict(changed)
    found = score(scheme, scores)
    assert found.confidence == confidence
    assert set(found.missing) == {name for name, given in scores.items() if given is None}


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (WEIGHTED, (Axis(0, 100), Axis(0, 100))),
        (GRID, (Axis(1, 4), Axis(1, 4))),
        (MORILE, (Axis(0, 28), Axis(0, 16))),
        (INDEX, None),
        (HARM, None),
    ],
)
def test_axes_of_the_matrix(scheme: Scheme, expected: tuple[Axis, Axis] | None) -> None:
    assert axes(scheme) == expected


def test_the_default_has_a_place_on_the_matrix() -> None:
    found = score(WEIGHTED, FULL)
    # Harm 3·4, victims 2·2, concern 2·1 = 18 of 35; volume, change, peers and hidden 24 of 35.
    assert found.position is not None
    assert found.position.impact == pytest.approx(100 * 18 / 35)
    assert found.position.likelihood == pytest.approx(100 * 24 / 35)


def test_every_score_that_cannot_be_is_told_at_once() -> None:
    wrong: Mapping[str, Scores] = {
        "a": {"volume": 6, "harm": -1, "mood": 1},
        "b": {"peers": float("nan")},
    }
    with pytest.raises(InvalidRequest) as told:
        score_all(WEIGHTED, wrong)
    assert str(told.value) == (
        "Weighted evidence has no criterion 'mood'. "
        "'Volume' takes a score from 0 to 5, not 6. "
        "'Harm per offence' takes a score from 0 to 5, not -1. "
        "'Rate against peers' takes a score from 0 to 5, not nan."
    )


def test_ties_share_a_rank_unless_a_tie_break_parts_them() -> None:
    by_issue: Mapping[str, Scores] = {
        "low": {"impact": 1, "likelihood": 1},
        "likely": {"impact": 2, "likelihood": 4},
        "grave": {"impact": 4, "likelihood": 2},  # as likely's 8, but the impact is greater
        "half": {"impact": 4},
        "as grave": {"impact": 4, "likelihood": 2},
    }
    found = [(row.issue, row.rank, row.is_tied) for row in ranked(GRID, by_issue)]
    assert found == [
        ("grave", 1, True),
        ("as grave", 1, True),
        ("likely", 3, False),
        ("low", 4, False),
        ("half", None, False),
    ]
    parted = {row.issue: row.tie_breaks for row in ranked(GRID, by_issue)}
    assert parted == {
        "grave": ("impact",),
        "as grave": ("impact",),
        "likely": ("impact",),
        "low": (),
        "half": (),
    }


def test_position_breaks_ties_as_a_whole_and_what_is_missing_comes_last() -> None:
    scores = MORILE_ALL_FOUR | dict.fromkeys(("capacity", "capability", "reputation"), None)
    by_issue: Mapping[str, Scores] = {
        "unknown": scores,
        "able": scores | {"capacity": 0, "capability": 0, "reputation": 0},
        "strained": scores | {"capacity": 1, "capability": 2, "reputation": 0},
        "stretched": scores | {"capacity": 0, "capability": 0, "reputation": 4},
    }
    assert [row.issue for row in ranked(MORILE, by_issue)] == [
        "stretched",
        "strained",
        "able",
        "unknown",
    ]


def test_the_lowest_may_come_first() -> None:
    lowest_first = replace(HARM, direction=RankOrder.LOWEST_FIRST)
    by_issue: Mapping[str, Scores] = {"much": {"harm": 9}, "little": {"harm": 1}}
    assert [row.issue for row in ranked(lowest_first, by_issue)] == ["little", "much"]


def test_no_issues_are_ranked_as_none() -> None:
    assert ranked(WEIGHTED, {}) == ()


@settings(max_examples=examples(60))
@given(matrices())
def test_scores_and_ranks_agree_with_those_worked_out_one_by_one(
    matrix: tuple[Scheme, Mapping[str, Scores]],
) -> None:
    scheme, by_issue = matrix
    slowly = obvious.scheme_scores(scheme, by_issue)
    for issue, found in score_all(scheme, by_issue).items():
        expected = slowly[issue]
        assert found.score == (None if expected is None else pytest.approx(expected, abs=1e-6))
    ranks = {row.issue: row.rank for row in ranked(scheme, by_issue)}
    assert ranks == obvious.scheme_ranks(scheme, by_issue)


@given(st.data())
def test_what_is_missing_lies_between_its_lowest_and_its_highest(data: st.DataObject) -> None:
    _, by_issue = data.draw(matrices(only=WEIGHTED))
    scores = dict(by_issue["issue 0"])
    omitted = data.draw(st.sampled_from(sorted(scores)))
    lowest, missing, highest = (
        score(WEIGHTED, scores | {omitted: said}).score for said in (0, None, 5)
    )
    if missing is not None and lowest is not None and highest is not None:
        assert lowest - 1e-9 <= missing <= highest + 1e-9


@given(st.data())
def test_a_higher_score_never_lowers_the_whole(data: st.DataObject) -> None:
    scheme, by_issue = data.draw(matrices())
    scores = dict(by_issue["issue 0"])
    raised = data.draw(st.sampled_from(scheme.counted))
    before = scores[raised.id]
    if scheme.is_stepped and before is not None and before < raised.most:
        was, then = (
            score(scheme, scores).score,
            score(scheme, scores | {raised.id: before + 1}).score,
        )
        assert was is None or (then is not None and then >= was)


@given(matrices())
def test_the_order_of_issues_does_not_matter(
    matrix: tuple[Scheme, Mapping[str, Scores]],
) -> None:
    scheme, by_issue = matrix
    backwards = dict(reversed(list(by_issue.items())))
    assert {row.issue: row.rank for row in ranked(scheme, by_issue)} == {
        row.issue: row.rank for row in ranked(scheme, backwards)
    }
