"""Control charts: the limits that others have published, and each rule at its edge."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.patterns.trends.control_chart import Limits, Signal, control_chart, limits_of

# NHSRplotthedots' own test.
VALUES = [
    *(-0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621),
    *(-1.26506123, -0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272),
    *(-0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.70135590, -0.47279141),
]


def close(limits: Limits, *expected: float) -> None:
    sides = (limits.centre, limits.low, limits.high)
    assert sides == pytest.approx(expected, abs=1e-5)


def test_limits_are_those_that_are_published() -> None:
    close(limits_of(VALUES), 0.1416238, -3.01138, 3.294627)


def test_one_odd_value_is_left_out_of_the_ranges_once() -> None:
    odd = [*VALUES[:14], 10.0, *VALUES[15:]]
    close(limits_of(odd), 0.6694159, -2.383666, 3.722497)
    ranges = np.abs(np.diff(odd))
    # What it would be without: also published.
    assert 0.6694159 + 2.66 * ranges.mean() == pytest.approx(5.935457, abs=1e-5)


STEADY = [10.0, 12.0] * 10  # middle 11, limits 5.68 and 16.32, two thirds of the way at 14.55


@pytest.mark.parametrize(
    ("then", "found", "why"),
    [
        ([16.4], {Signal.ABOVE}, "just above"),
        ([16.3], set(), "just within"),
        ([5.6], {Signal.BELOW}, "just below"),
        ([11.1] * 7, {Signal.RUN_ABOVE}, "seven above"),
        ([11.1] * 6, set(), "only six above"),
        ([10.9] * 8, {Signal.RUN_BELOW}, "eight below"),
        ([10.8, 10.85, 10.9, 10.95, 11.05, 11.1, 11.15], {Signal.RISING}, "seven, each higher"),
        ([14.6, 11.0, 14.6], {Signal.NEAR_TOP}, "two of three near the top"),
        ([14.6, 11.0, 11.0, 14.6], set(), "two of four"),
        ([7.4, 7.4], {Signal.NEAR_BOTTOM}, "two of two are two of three"),
    ],
)  # fmt: skip
def test_each_rule_at_its_edge(then: list[float], found: set[Signal], why: str) -> None:
    # The last steady value is on the other side of the middle, so that it begins no run.
    before = STEADY if then[0] < 11 else [*STEADY, 10.0]
    chart = control_chart([*before, *then], STEADY)
    assert {signal for at in chart.signals[len(before) :] for signal in at} == found, why


@given(
    st.lists(st.floats(0, 1000), min_size=3, max_size=40),
    st.floats(0.5, 20),
    st.floats(-50, 50),
)
def test_limits_follow_the_scale_and_the_origin(
    values: list[float], times: float, more: float
) -> None:
    limits, moved = limits_of(values), limits_of([times * value + more for value in values])
    ranges = [abs(b - a) for a, b in pairwise(values)]
    edge = 3.267 * sum(ranges) / len(ranges)
    if any(abs(size - edge) < 1e-6 * max(edge, 1) for size in ranges):
        return  # whether it is left out turns on a rounding
    assert moved.centre == pytest.approx(times * limits.centre + more, abs=1e-6, rel=1e-6)
    assert moved.high == pytest.approx(times * limits.high + more, abs=1e-5, rel=1e-6)
