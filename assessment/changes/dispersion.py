"""How much more the months of a series vary than counts of independent events would."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from assessment.changes.question import MONTHS

FEWEST_YEARS = 2


def dispersions(history: npt.NDArray[np.int64], years: Sequence[int]) -> list[float | None]:
    """Estimate φ for each series of (series, months), which has so many years of history.

    None where there are too few. Series of as many years are estimated at once.
    """
    factors: list[float | None] = [None] * len(years)
    for length in sorted({length for length in years if length >= FEWEST_YEARS}):
        alike = [at for at, known in enumerate(years) if known == length]
        blocks = history[alike, -MONTHS * length :].reshape(len(alike), length, MONTHS)
        for at, factor in zip(alike, dispersion(blocks).tolist(), strict=True):
            factors[at] = factor
    return factors


def dispersion(history: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return φ for each series of (series, years, months); never below 1.

    Each month is expected to hold its year's total times that month's share of all years, so that
    neither a trend nor a season counts as over-dispersion. φ is Pearson's X² over the degrees of
    freedom of that two-way table, (years − 1) × 11: a plain mean of the squared residuals would be
    too small, by a half with two years, because the table was fitted to the same months.
    """
    _, years, months = history.shape
    year_totals = history.sum(axis=2, keepdims=True)
    month_totals = history.sum(axis=1, keepdims=True)
    totals = year_totals.sum(axis=1, keepdims=True)
    expected = year_totals * month_totals / np.maximum(totals, 1)
    # A month that is 0 in every year is expected to be 0 and is: it has no residual.
    squared = (history - expected) ** 2 / np.where(expected > 0, expected, 1)
    freedom = (years - 1) * (months - 1)
    factors: npt.NDArray[np.float64] = squared.sum(axis=(1, 2)) / freedom
    return np.maximum(factors, 1.0)
