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
    """Return the larger φ of months and of quarters for each series of (series, years, months).

    Where months come in runs, quarters vary more than months say.
    """
    count, years, _ = blocks.shape
    quarters = blocks.reshape(count, years, QUARTERS, MONTHS // QUARTERS).sum(axis=3)
    factors = np.maximum(*(dispersion(counts) for counts in (blocks, quarters))).tolist()
    freedom = (years - 1) * (MONTHS - 1)
    # Of few records most vary no more than counts do.
    least = Dispersion(1.0, freedom)
    return [least if factor == 1 else Dispersion(factor, freedom) for factor in factors]


def dispersion(history: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return φ for each series of (series, years, parts of a year); never below 1.

    Each part is expected to hold its year's total times that part's share of all years, so that
    neither a trend nor a season counts as over-dispersion. φ is Pearson's X² over the degrees of
    freedom of that two-way table, (years − 1) × (parts − 1): a plain mean of the squared residuals
    would be too small, by a half with two years of months, because the table was fitted to the
    same counts.
    """
    _, years, parts = history.shape
    year_totals = history.sum(axis=2, keepdims=True)
    part_totals = history.sum(axis=1, keepdims=True)
    totals = year_totals.sum(axis=1, keepdims=True)
    expected = year_totals * part_totals / np.maximum(totals, 1)
    # A month that is 0 in every year is expected to be 0 and is: it has no residual.
    squared = (history - expected) ** 2 / np.where(expected > 0, expected, 1)
    freedom = (years - 1) * (parts - 1)
    factors: npt.NDArray[np.float64] = squared.sum(axis=(1, 2)) / freedom
    return np.maximum(factors, 1.0)
