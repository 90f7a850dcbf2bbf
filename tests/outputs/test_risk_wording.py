"""The risk matrix in words: ranks and how firm they are, where scores come from, who differs."""

from datetime import datetime

import pytest

from assessment.definitions import Combine
from assessment.outputs.risk_matrix.wording import firmness_wording, risk_wording
from assessment.risk_matrix import (
    LeftOut,
    MissingScore,
    RankRange,
    RankSensitivity,
    Scores,
    StepChange,
    ranked,
    score,
    shipped_schemes,
)
from assessment.risk_matrix.judgements import EffectiveScore, Judgement, ScoredBy
from assessment.risk_matrix.workshop.scorer_agreement import Opinion, Spread

NOON = datetime(2026, 11, 21, 12)
SCHEME = shipped_schemes()["weighted-evidence"]


def spread(*values: int | None) -> Spread:
    opinions = (
        Opinion(f"S{n}", "Police", f"role {n}", value, "", NOON) for n, value in enumerate(values)
    )
    return Spread("burglary", "hidden", tuple(opinions))


def judgement(value: int | None) -> Judgement:
    return Judgement("burglary", "hidden", value, "why", "Chair", None, NOON)


def test_ranks_say_where_they_are_shared_and_where_there_is_none() -> None:
    found = ranked(SCHEME, {"a": {"harm": 5}, "b": {"harm": 3}, "c": {"harm": 3}, "d": {}})
    assert [risk_wording.rank(one) for one in found] == ["1", "2=", "2=", "–"]


def test_a_place_has_its_score_and_band_or_says_why_there_is_none() -> None:
    every = {each.id: 3 for each in SCHEME.criteria}
    found = ranked(SCHEME, {"a": every, "b": {}})
    assert [risk_wording.place_and_band(one) for one in found] == [
        "Rank 1, score 60: High",
        "No rank: too little is known for a score",
    ]


@pytest.mark.parametrize(
    ("value", "said"), [(None, "–"), (3, "3"), (2.5, "2.5"), (87.65, "87.7"), (1234.0, "1,234")]
)
def test_numbers(value: float | None, said: str) -> None:
    assert risk_wording.number(value) == said


OUT_OF = {
    "weighted-evidence": "of 100",
    "four-by-four": "of 16",
    "likelihood-by-impact": "of 16",
    "harm-and-likelihood": "of 448",
    "composite-index": "100 is the mean of these issues",
    "harm-only": "days of harm",
}


def test_every_scheme_says_what_its_scores_are_out_of() -> None:
    said = {name: risk_wording.out_of(each) for name, each in shipped_schemes().items()}
    assert said == OUT_OF
    assert {each.combine for each in shipped_schemes().values()} == set(Combine)


RANGES = [
    (RankRange(2, 2.0, 1, 4, 0.938), "1 to 4", "94%"),
    (RankRange(1, 1.0, 1, 1, 1.0), "always 1", "always"),
    (RankRange(9, 9.0, 7, 9, 0.0), "7 to 9", "never"),
    # Once in a thousand is not never, and all but once is not always.
    (RankRange(6, 6.0, 5, 9, 0.001), "5 to 9", "1%"),
    (RankRange(5, 5.0, 3, 6, 0.999), "3 to 6", "99%"),
    (RankRange(None, None, None, None, None), "–", "–"),
]


@pytest.mark.parametrize(("found", "reach", "share"), RANGES)
def test_how_firm_a_rank_is(found: RankRange, reach: str, share: str) -> None:
    assert (firmness_wording.rank_range(found), firmness_wording.top_share(found)) == (reach, share)


STANDINGS = [
    (EffectiveScore(3, ScoredBy.DATA, 3, None, None), "data", ""),
    (
        EffectiveScore(5, ScoredBy.DESK, 3, judgement(5), None),
        "judged by Chair",
        "data would give 3",
    ),
    (
        EffectiveScore(2, ScoredBy.PANEL, 3, judgement(4), spread(2)),
        "panel: the median of 1 score",
        "data would give 3; Chair had given 4 before",
    ),
    (
        EffectiveScore(4, ScoredBy.DESK, None, judgement(4), spread(2, 3)),
        "judged by Chair",
        "the panel gave 2.5",
    ),
    (EffectiveScore(None, None, None, judgement(None), spread(None)), "missing", ""),
]


@pytest.mark.parametrize(("found", "where", "beside"), STANDINGS)
def test_what_counts_and_what_else_was_said(found: EffectiveScore, where: str, beside: str) -> None:
    assert (risk_wording.where_from(found), risk_wording.beside(found)) == (where, beside)


def test_who_differs_is_told_by_agency_and_role_the_lowest_first() -> None:
    said = risk_wording.who_differs(spread(5, 3, 1, 3, None, 3))
    assert said == "Police, role 2: 1; Police, role 0: 5"
    assert risk_wording.middle_half(spread(2, 2, 2, 2)) == "2"
    assert risk_wording.middle_half(spread(1, 2, 3, 4)) == "1.8 to 3.3"
    assert risk_wording.middle_half(spread(None)) == "–"


@pytest.mark.parametrize(
    ("scored", "in_round", "round_", "said"),
    [
        (12, 12, 1, "12 of 36"),
        (36, 36, 1, "finished"),
        (36, 0, 2, "finished; nothing looked at again yet"),
        (36, 3, 2, "finished; 3 looked at again"),
    ],
)
def test_progress(scored: int, in_round: int, round_: int, said: str) -> None:
    assert risk_wording.progress(scored, 36, in_round, round_) == said


def test_what_would_move_an_issue() -> None:
    ways = (StepChange("harm", 4, 2, 6), StepChange("hidden", 2.5, 1, 7))
    assert firmness_wording.sensitivity_in_words(RankSensitivity(True, ways), SCHEME, 5) == (
        "It would leave the top 5 with Harm per offence 2 instead of 4 or Hidden or under-reported "
        "1 instead of 2.5."
    )
    assert firmness_wording.sensitivity_in_words(RankSensitivity(False, ()), SCHEME, 5) == ""


MISSING = [
    ((0, 1), "Concentration, not known yet, 1 or less"),
    ((0,), "Concentration, not known yet, 0"),
    ((4, 5), "Concentration, not known yet, 4 or more"),
    ((0, 1, 2, 3, 4, 5), "Concentration, not known yet, at any score"),
    ((0, 5), "Concentration, not known yet, 0 or 5"),
]


@pytest.mark.parametrize(("then", "said"), MISSING)
def test_what_is_not_known_might_move_an_issue(then: tuple[int, ...], said: str) -> None:
    moved = RankSensitivity(True, (), (MissingScore("concentration", then),), best=2, worst=9)
    assert firmness_wording.crossing(moved, SCHEME, 5) == (
        f"It would leave the top 5 with {said}. Whatever is missing, from lowest to highest, it "
        "would rank from 2 to 9, the others as now."
    )


def test_of_many_ways_over_the_line_a_few_are_said() -> None:
    changes = tuple(StepChange(name, 4, 2, 6) for name in ("harm", "hidden"))
    missing = tuple(MissingScore(name, (0,)) for name in ("victims", "concern"))
    said = firmness_wording.crossing(RankSensitivity(True, changes, missing), SCHEME, 5)
    assert "Repeat or vulnerable victims, not known yet, 0. There is 1 more way." in said
    assert firmness_wording.crossing(RankSensitivity(False, ()), SCHEME, 5) == (
        "No one score alone would move it into the top 5."
    )


def test_how_much_is_known_and_whether_there_is_a_band() -> None:
    cases: list[tuple[Scores, str, str, str]] = [
        ({}, "nothing", "0 of 9 criteria", "no score"),
        ({"harm": 5}, "18%", "1 of 9 criteria", "no band: less than half is known"),
        ({c.id: 5 for c in SCHEME.criteria}, "all", "9 of 9 criteria", "Very high"),
    ]
    for scores, weight, criteria, band in cases:
        scored = score(SCHEME, scores)
        assert firmness_wording.known_weight(scored) == weight
        assert firmness_wording.known_criteria(scored, SCHEME) == criteria
        assert risk_wording.band(scored) == band


@pytest.mark.parametrize(
    ("entering", "leaving", "said"),
    [
        ((), (), ""),
        (("a",), ("b",), "Without “Harm”: Arson would enter and Burglary would leave."),
        ((), ("b",), "Without “Harm”: Burglary would leave."),
    ],
)
def test_what_is_otherwise_without_something(
    entering: tuple[str, ...], leaving: tuple[str, ...], said: str
) -> None:
    labels = {"a": "Arson", "b": "Burglary"}
    found = LeftOut("harm", {}, entering, leaving)
    assert firmness_wording.left_out(found, "“Harm”", labels) == said
