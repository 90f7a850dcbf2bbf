"""How much more the months and quarters of a series vary than independent events would."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

import numpy as np
import numpy.typing as npt

from assessment.changes.question import MONTHS

FEWEST_YEARS = 2
QUARTERS = 4
# What the eleven differences of twelve months are worth: 2 (n − 1)² ÷ (3n − 4), which is 7.6.
FREEDOM_OF_DIFFERENCES = 8


class EstimatedFrom(StrEnum):
    """Where a dispersion comes from, as it is told."""

    OWN_MONTHS = "its own months"
    DISTRICTS = "the force's districts"
    MEASURES = "the other measures"
    USUAL = "what is usual"


@dataclass(frozen=True)
class Dispersion:
    """φ, with the degrees of freedom that its t has; None where it is of other series.

    They are those of the months, whichever φ is the larger: with those of two years' quarters,
    which are three, a rise of a quarter would be missed half of the time (docs/methods.md).
    """

    factor: float
    freedom: int | None = None
    source: EstimatedFrom = EstimatedFrom.OWN_MONTHS


def dispersions(history: npt.NDArray[np.int64], years: Sequence[int]) -> list[Dispersion | None]:
    """Estimate φ for each series of (series, months), which has so many years of history.

    None where there are too few. Series of as many years are estimated at once.
    """
    estimates: list[Dispersion | None] = [None] * len(years)
    for length in sorted({length for length in years if length >= FEWEST_YEARS}):
        alike = [at for at, known in enumerate(years) if known == length]
        blocks = history[alike, -MONTHS * length :].reshape(len(alike), length, MONTHS)
        for at, estimate in zip(alike, _of_blocks(blocks), strict=True):
            estimates[at] = estimate
    return estimates


def of_others(estimates: Iterable[Dispersion | None], source: EstimatedFrom) -> Dispersion | None:
    """Return the median φ of other series; None where none of them is known."""
    factors = [estimate.factor for estimate in estimates if estimate]
    return Dispersion(median(factors), None, source) if factors else None


def _of_blocks(blocks: npt.NDArray[np.int64]) -> list[Dispersion]:
    """Return φ for each series of (series, years, months), whose last year holds the period.

    A level that changes within the last year is what is looked for, and no variation: that year
    counts by the differences of neighbouring months, the years before it by months and, where
    months come in runs, by quarters.
    """
    count, years, _ = blocks.shape
    before, last = blocks[:, :-1], blocks[:, -1]
    freedom = (years - 2) * (MONTHS - 1)
    together = _chi_squared(before) + FREEDOM_OF_DIFFERENCES * _of_differences(
        before.sum(axis=1), last
    )
    factors = np.maximum(together / (freedom + FREEDOM_OF_DIFFERENCES), 1.0)
    if freedom:
        parts = before.reshape(count, years - 1, QUARTERS, MONTHS // QUARTERS).sum(axis=3)
        factors = np.maximum(factors, dispersion(parts))
    freedom += FREEDOM_OF_DIFFERENCES
    # Of few records most vary no more than counts do.
    least = Dispersion(1.0, freedom)
    return [least if factor == 1 else Dispersion(factor, freedom) for factor in factors.tolist()]


def _of_differences(
    before: npt.NDArray[np.int64], last: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """Return φ of the months of a year set beside those before it, both of (series, months).

    The residuals are Pearson's, of the table of two rows; half the mean square of their successive
    differences is their variance (von Neumann 1941), of which a step is in one difference alone.
    """
    months = before + last
    share = last.sum(axis=1, keepdims=True) / np.maximum(months.sum(axis=1, keepdims=True), 1)
    variance = months * share * (1 - share)
    residuals = (last - months * share) / np.sqrt(np.where(variance > 0, variance, 1))
    squared: npt.NDArray[np.float64] = (np.diff(residuals, axis=1) ** 2).mean(axis=1) / 2
    return squared


def dispersion(history: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return φ for each series of (series, years, parts of a year); never below 1.

    Each part is expected to hold its year's total times that part's share of all years, so that
    neither a trend nor a season counts as over-dispersion. φ is Pearson's X² over the degrees of
    freedom of that two-way table, (years − 1) × (parts − 1): a plain mean of the squared residuals
    would be too small, by a half with two years of months, because the table was fitted to the
    same counts.
    """
    _, years, parts = history.shape
    factors: npt.NDArray[np.float64] = _chi_squared(history) / ((years - 1) * (parts - 1))
    return np.maximum(factors, 1.0)


def _chi_squared(history: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return Pearson's X² of each table of years and parts, 0 of a single year."""
    year_totals = history.sum(axis=2, keepdims=True)
    part_totals = history.sum(axis=1, keepdims=True)
    totals = year_totals.sum(axis=1, keepdims=True)
    expected = year_totals * part_totals / np.maximum(totals, 1)
    # A month that is 0 in every year is expected to be 0 and is: it has no residual.
    squared = (history - expected) ** 2 / np.where(expected > 0, expected, 1)
    summed: npt.NDArray[np.float64] = squared.sum(axis=(1, 2))
    return summed
