"""Between which values a figure lies by counting alone: ends of 95% intervals.

Counts vary by more than independent events would: `dispersion` is how many times their variance.
"""

from math import exp, sqrt
from statistics import NormalDist

from assessment.chance import Z_95
from assessment.definitions.schemes.indicator_definition import Ends

# Equally likely places in a normal distribution, in standard errors.
PLACES = 11
EQUALLY_LIKELY = tuple(NormalDist().inv_cdf((n + 0.5) / PLACES) for n in range(PLACES))


def of_ratio(value: float, variance: float) -> Ends | None:
    """Return the ends for a value whose logarithm has a variance; None for none at all."""
    if value <= 0:
        return None
    reach = exp(Z_95 * sqrt(variance))
    return value / reach, value * reach


def of_count(count: int, dispersion: float | None = None) -> Ends | None:
    """Return the ends for a count."""
    return of_ratio(count, _at_least_one(dispersion) / count) if count else None


def of_percent(count: int, whole: int, dispersion: float | None = None) -> Ends | None:
    """Return the ends for a count in per cent of a whole that it is part of."""
    if not count or count > whole:
        return None
    variance = _at_least_one(dispersion) * (1 / count - 1 / whole)
    return of_ratio(100 * count / whole, variance)


def of_mean(mean: float, deviation: float, count: float) -> Ends | None:
    """Return the ends for the mean of so many values, never below zero."""
    if count <= 0:
        return None
    reach = Z_95 * deviation / sqrt(count)
    return max(0.0, mean - reach), mean + reach


def _at_least_one(dispersion: float | None) -> float:
    return max(1.0, dispersion or 1.0)
