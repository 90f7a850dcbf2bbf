"""How much more the months of a series vary than counts of independent events would."""

import numpy as np
import numpy.typing as npt

MONTHS = 12
FEWEST_YEARS = 2
MOST_YEARS = 5


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
    found: npt.NDArray[np.float64] = squared.sum(axis=(1, 2)) / freedom
    return np.maximum(found, 1.0)
