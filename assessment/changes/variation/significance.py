"""Whether two counts differ by more than counting alone explains: interval and E-test."""

from functools import lru_cache
from math import exp, log, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt

from assessment.chance import quantile, two_sided, two_sided_t
from assessment.changes.variation.dispersion import Dispersion

Numbers = npt.NDArray[Any]

# The E-test sums over more counts the larger they are. From this pooled count, and for periods that
# differ by a leap day at most, the normal score test agrees with it to 0.0001 wherever p is below
# 0.15, and to 0.002 everywhere.
E_TEST_BELOW = 2000
# ln(n!) for every count that a mean of E_TEST_BELOW could give.
LOG_FACTORIALS = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, 2 * E_TEST_BELOW)))])
# A pair that lies exactly as far apart as the one seen counts, however its deviate was rounded.
A_TIE = 1 - 1e-9
Z_95 = 1.96
# Below this a p value is too small to find its deviate by.
SMALLEST_P = 1e-12
NORMAL = NormalDist()
BY_COUNTING_ALONE = Dispersion(1.0)


def percent_change(previous: int, current: int) -> float | None:
    """Return the change in percent, unrounded; None from 0, where no percentage exists."""
    return 100 * (current - previous) / previous if previous else None


def rate_difference(previous: int, previous_days: int, current: int, current_days: int) -> int:
    """Return a number of the sign of the change in the daily rate, exactly; 0 for rates alike."""
    return current * previous_days - previous * current_days


def rate_percent(
    previous: int, previous_days: int, current: int, current_days: int
) -> float | None:
    """Return the change of the daily rate in percent, unrounded; None from 0."""
    if not previous:
        return None
    difference = rate_difference(previous, previous_days, current, current_days)
    return 100 * difference / (previous * current_days)


def interval(
    previous: int, previous_days: int, current: int, current_days: int, dispersion: Dispersion
) -> tuple[float, float] | None:
    """Return the 95% interval of the change of the daily rate in percent; None for a count of 0."""
    if not previous or not current:
        return None
    middle = log(current / current_days * previous_days / previous)
    half = quantile(dispersion.freedom) * sqrt(dispersion.factor * (1 / current + 1 / previous))
    return 100 * (exp(middle - half) - 1), 100 * (exp(middle + half) - 1)


@lru_cache(maxsize=100_000)
def chance(previous: int, previous_days: int, current: int, current_days: int) -> float | None:
    """Return how often counting alone would set two such daily rates this far apart (two-sided).

    None where nothing was counted in either period: there is nothing to test, and such a row must
    not make the others' test harder.
    """
    pooled = previous + current
    if not pooled:
        return None
    test = score_test if pooled >= E_TEST_BELOW else e_test
    return test(previous, previous_days, current, current_days)


def e_test(previous: int, previous_days: int, current: int, current_days: int) -> float:
    """Return the p value of the E-test of two Poisson rates (Krishnamoorthy & Thomson 2004).

    Over every pair of counts that the pooled rate could have given, add up how likely those are
    that lie as far apart as the pair seen, or further.
    """
    rate = (previous + current) / (previous_days + current_days)
    now, now_chance = _poisson(rate * current_days)
    before, before_chance = _poisson(rate * previous_days)
    seen = abs(_deviate(previous, previous_days, current, current_days)) * A_TIE
    fewest, most = before[0], before[-1] + 1
    up_to, beyond = _as_far_apart(now / current_days, seen, previous_days, current_days)
    at_most = np.concatenate([[0.0], np.cumsum(before_chance)])
    at_least = np.concatenate([np.cumsum(before_chance[::-1])[::-1], [0.0]])
    lower = at_most[np.clip(up_to + 1, fewest, most) - fewest]
    upper = at_least[np.clip(beyond, fewest, most) - fewest]
    return float(now_chance @ (lower + upper))


def _as_far_apart(
    now: Numbers, seen: float, previous_days: int, current_days: int
) -> tuple[Numbers, Numbers]:
    """Return which counts before lie at least so far from each rate now: those up to, and from.

    They are the roots of (now - u)² = seen² (now / current_days + u / previous_days).
    """
    middle = now + seen**2 / previous_days / 2
    largest = middle + np.sqrt(middle**2 - now**2 + seen**2 * now / current_days)
    product = now**2 - seen**2 * now / current_days
    least = np.divide(product, largest, out=np.full_like(now, -1.0), where=now > 0)
    up_to = np.floor(least * previous_days).astype(int)
    beyond = np.ceil(largest * previous_days).astype(int)
    # None in either period is no difference, however little was seen.
    return up_to, np.maximum(beyond, np.maximum(up_to + 1, now == 0))


def _poisson(mean: float) -> tuple[Numbers, Numbers]:
    """Return the counts that a mean could give, and the chance of each; the rest is nothing."""
    reach = 8 * sqrt(mean) + 25
    counts = np.arange(max(0, int(mean - reach)), int(mean + reach) + 1)
    return counts, np.exp(counts * log(mean) - mean - LOG_FACTORIALS[counts])


def _deviate(previous: Any, previous_days: int, current: Any, current_days: int) -> Any:
    now, before = current / current_days, previous / previous_days
    return (now - before) / np.sqrt(now / current_days + before / previous_days)


def score_test(previous: int, previous_days: int, current: int, current_days: int) -> float:
    """Return the p value of the normal score test of two Poisson rates."""
    return two_sided(_score(previous, previous_days, current, current_days))


def _score(previous: int, previous_days: int, current: int, current_days: int) -> float:
    pooled = previous + current
    share = current_days / (current_days + previous_days)
    return (current - pooled * share) / sqrt(pooled * share * (1 - share))


def p_value(
    previous: int, previous_days: int, current: int, current_days: int, dispersion: Dispersion
) -> float | None:
    """Return the p value for counts that vary more than Poisson: the deviate shrinks by √φ.

    It is then looked up as t, where φ was estimated from the row's own history. None where nothing
    was counted.
    """
    rates = (previous, previous_days, current, current_days)
    p = chance(*rates)
    if p is None or dispersion == BY_COUNTING_ALONE:
        return p
    deviate = NORMAL.inv_cdf(p / 2) if p > SMALLEST_P else _score(*rates)
    return two_sided_t(deviate / sqrt(dispersion.factor), dispersion.freedom)
