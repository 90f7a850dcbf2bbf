"""Which scores evidence might as well have given, against sampling it many times."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.definitions import Rule
from assessment.definitions.schemes.scoring_rules import VERDICTS, Cut, read_cut
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.evidence.counting_error import of_count, of_mean, of_percent, of_ratio
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, unknown
from assessment.risk_matrix.indicators.evidence_uncertainty import possible_scores
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS
from tests.properties import examples


def cuts_read(*texts: str) -> tuple[Cut, ...]:
    return tuple(cut for text in texts if (cut := read_cut(text)))


WEIGHTED = shipped_schemes()["weighted-evidence"]
VOLUME, CHANGE, HARM = (WEIGHTED.criterion(name) for name in ("volume", "change", "harm"))
# As schemes have it that were made before a change was scored by its verdict.
BY_INTERVAL = cuts_read(
    *("high < 0", "low <= 0 and <= -5", "low <= 0 and < 5", "low <= 0", "low < 10")
)
OLD_CHANGE = replace(CHANGE, rule=Rule(INDICATORS["change"], BY_INTERVAL))
RECORDS = shipped_schemes()["composite-index"].criterion("records")
CASES = [
    # Steps of volume begin at 1, 3, 6 and 12; an edge may lie a quarter of the way to the next.
    (4.5, None, {3.0: 1.0}, "in the middle of its step"),
    (5.8, None, {3.0: 0.6, 4.0: 0.4}, "close to an edge that may lie from 5.25 to 7.5"),
    (4.5, (2.9, 6.9), {3.0: 0.9, 4.0: 0.1}, "far from the edges, and hardly known"),
    (0.0, None, {0.0: 1.0}, "none at all is none, wherever edges are drawn"),
]


def known(value: float | None, interval: tuple[float, float] | None = None) -> IndicatorValue:
    return IndicatorValue(value, "", interval=interval)


@pytest.mark.parametrize(("value", "interval", "expected", "why"), CASES)
def test_chance_and_edges(
    value: float,
    interval: tuple[float, float] | None,
    expected: dict[float, float],
    why: str,
) -> None:
    assert dict(possible_scores(VOLUME, known(value, interval))) == pytest.approx(expected), why


def test_what_is_missing_has_none_and_a_mixture_all_between_its_ends() -> None:
    assert possible_scores(VOLUME, unknown("nothing")) == ()
    mixture = IndicatorValue(None, "", between=(182.25, 2555))
    assert possible_scores(HARM, mixture) == ((4.0, 0.5), (5.0, 0.5))
    judged = WEIGHTED.criterion("hidden")
    assert possible_scores(judged, known(3.0)) == possible_scores(RECORDS, known(None)) == ()


def test_where_counts_stand_themselves_they_vary_by_chance() -> None:
    values = [value for value, _ in possible_scores(RECORDS, known(100.0, of_count(100)))]
    assert values[len(values) // 2] == pytest.approx(100)
    assert (min(values), max(values)) == pytest.approx((100 - 15.4, 100 + 18.8), abs=1)


@settings(max_examples=examples(40))
@given(st.floats(0.01, 30), st.floats(0, 0.5), st.sampled_from([VOLUME, HARM]))
def test_shares_are_tenths_and_near_the_score_itself(
    value: float, spread: float, criterion: object
) -> None:
    assert criterion in (VOLUME, HARM)
    of = VOLUME if criterion is VOLUME else HARM
    possible = possible_scores(of, known(value, of_ratio(value, spread**2)))
    assert sum(share for _, share in possible) == pytest.approx(1)
    scores = [score for score, _ in possible]
    assert scores == sorted(scores)
    assert min(scores) - 1 <= of.score_for(value) <= max(scores) + 1
    if spread == 0:
        assert max(share for _, share in possible) >= 0.3


@settings(max_examples=examples(20))
@given(st.floats(-60, 150), st.floats(0.02, 0.6), st.integers(0, 2**32 - 1))
def test_a_change_is_as_sampling_it_says(percent: float, error: float, seed: int) -> None:
    """The verdict of a thousand sampled ratios, each with the interval that it would have."""
    ratio = 1 + percent / 100
    low, high = (100 * (ratio * np.exp(sign * 1.96 * error) - 1) for sign in (-1, 1))
    chance = np.random.default_rng(seed)
    counted = dict.fromkeys(range(6), 0)
    drawn = ratio * np.exp(error * chance.standard_normal(1000))
    for one in drawn.tolist():
        ends = [100 * (one * np.exp(sign * 1.96 * error) - 1) for sign in (-1, 1)]
        counted[OLD_CHANGE.score_for(100 * (one - 1), *map(float, ends))] += 1
    possible = dict(possible_scores(OLD_CHANGE, known(percent, (float(low), float(high)))))
    for score, times in counted.items():
        # Edges vary too, and shares are rounded to tenths.
        assert possible.get(float(score), 0) == pytest.approx(times / 1000, abs=0.2), score


def test_a_change_might_have_had_another_verdict() -> None:
    clear, unusual = (float(VERDICTS.index(name)) for name in ("rise", "unusual rise"))
    alternatives = tuple((20.0 + n, clear if n < 7 else unusual) for n in range(10))
    value = IndicatorValue(25.0, "", interval=(5, 50), verdict=clear, alternatives=alternatives)
    assert dict(possible_scores(CHANGE, value)) == pytest.approx({4.0: 0.7, 5.0: 0.3})
    assert possible_scores(CHANGE, known(25.0, (5, 50))) == (), "an older record has no verdict"
    assert possible_scores(OLD_CHANGE, value)


def test_what_is_withheld_varies_as_it_does_for_the_team() -> None:
    shown = known(5.8, (5.0, 6.6))
    assert possible_scores(VOLUME, shown.withheld("Withheld.")) == possible_scores(VOLUME, shown)


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        # exp(±1.96 ÷ √100): what the Poisson interval is on the scale of logarithms.
        (of_count(100), (82.2, 121.7)),
        (of_count(100, 4.0), (67.6, 148.0)),
        (of_count(0), None),
        # √(1/50 − 1/200) = 0.1225.
        (of_percent(50, 200), (19.7, 31.8)),
        (of_percent(0, 200), None),
        (of_mean(10, 5, 25), (8.04, 11.96)),
        (of_mean(1, 50, 25), (0.0, 20.6)),
        (of_mean(1, 1, 0), None),
    ],
)
def test_intervals_by_hand(
    interval: tuple[float, float] | None, expected: tuple[float, float] | None
) -> None:
    assert interval == (None if expected is None else pytest.approx(expected, rel=0.002))
