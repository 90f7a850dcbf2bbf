"""What every test of chance shares: the level, the p of a deviate, shares, many tests at once."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import atan, cos, erfc, pi, sin, sqrt
from operator import mul
from statistics import NormalDist

import numpy as np

LEVEL = 0.05
# How many standard errors either end of a 95% interval is away.
Z_95 = 1.96
EXACT_Z_95 = NormalDist().inv_cdf(0.975)
# No t that a test can give lies beyond: t with one degree of freedom has p = 0.05 at 12.7.
FARTHEST = 20.0


def two_sided(deviate: float) -> float:
    """Return how often chance alone sets a normal deviate this far from 0, on either side."""
    return erfc(abs(deviate) / sqrt(2))


def two_sided_t(deviate: float, freedom: int | None) -> float:
    """Return the same for a deviate whose spread was estimated with some degrees of freedom.

    None where the spread is not estimated from the row's own history. The finite sums of
    Abramowitz & Stegun 1964, 26.7.3 and 26.7.4, are exact for whole degrees of freedom.
    """
    if freedom is None:
        return two_sided(deviate)
    angle = atan(abs(deviate) / sqrt(freedom))
    within = _within_odd(angle, freedom) if freedom % 2 else _within_even(angle, freedom)
    return max(0.0, 1.0 - within)


def _within_odd(angle: float, freedom: int) -> float:
    factors = [2 * step / (2 * step + 1) * cos(angle) ** 2 for step in range(1, freedom // 2)]
    series = sum(accumulate(factors, mul, initial=cos(angle))) if freedom > 1 else 0.0
    return 2 / pi * (angle + sin(angle) * series)


def _within_even(angle: float, freedom: int) -> float:
    squared = cos(angle) ** 2
    factors = [ratio * squared for ratio in _ratios(freedom)]
    return sin(angle) * sum(accumulate(factors, mul, initial=1.0))


@lru_cache
def _ratios(freedom: int) -> tuple[float, ...]:
    return tuple((2 * step - 1) / (2 * step) for step in range(1, freedom // 2))


@lru_cache
def quantile(freedom: int | None) -> float:
    """Return the deviate that is passed, on either side, as often as the level says."""
    low, high = 0.0, FARTHEST
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if two_sided_t(middle, freedom) > LEVEL else (low, middle)
    return (low + high) / 2


def adjusted(p_values: Sequence[float | None]) -> list[float | None]:
    """Adjust p values for being many (Benjamini & Hochberg 1995), over those that exist."""
    tested = [index for index, p in enumerate(p_values) if p is not None]
    values = np.array([p_values[index] for index in tested], dtype=float)
    order = np.argsort(-values)
    ranks = np.arange(len(values), 0, -1)
    lowest = np.minimum.accumulate(values[order] * len(values) / ranks)
    result: list[float | None] = [None] * len(p_values)
    for position, value in zip(order, lowest, strict=True):
        result[tested[position]] = min(float(value), 1.0)
    return result


def wilson(share: float, base: float) -> tuple[float, float]:
    """Return the 95% interval, in percent, of a share from 0 to 1 (Wilson 1927).

    The base need not be whole: weighted answers count as fewer than they are. Unlike the usual
    share ± 1.96 standard errors, it never leaves 0 to 100 and says something where nobody, or
    everybody, gave the answer.
    """
    squared = EXACT_Z_95**2
    middle = share + squared / (2 * base)
    half = EXACT_Z_95 * sqrt(share * (1 - share) / base + squared / (4 * base**2))
    scale = 1 + squared / base
    # Rounding may step a hair outside what is possible.
    return max(0.0, 100 * (middle - half) / scale), min(100.0, 100 * (middle + half) / scale)


def two_shares(
    count: float, base: float, other: float, other_base: float
) -> tuple[float, float] | None:
    """Test two shares by their pooled standard error; return z and its two-sided p.

    None where nobody or everybody gave the answer on both sides: there is nothing to test.
    """
    pooled = (count + other) / (base + other_base)
    if pooled in (0, 1):
        return None
    error = sqrt(pooled * (1 - pooled) * (1 / base + 1 / other_base))
    z = (count / base - other / other_base) / error
    return z, two_sided(z)


def points_between(
    now: int, of_now: int, before: int, of_before: int
) -> tuple[float, float, float]:
    """Return by how many points one share is above another, with the ends of its 95% interval.

    Newcombe 1998, method 10: the Wilson intervals of both, put together.
    """
    share, other = now / of_now, before / of_before
    (low, high), (other_low, other_high) = wilson(share, of_now), wilson(other, of_before)
    share, other = 100 * share, 100 * other
    points = share - other
    down = ((share - low) ** 2 + (other_high - other) ** 2) ** 0.5
    up = ((high - share) ** 2 + (other - other_low) ** 2) ** 0.5
    return points, points - down, points + up
