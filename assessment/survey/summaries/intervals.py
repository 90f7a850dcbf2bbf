"""How far a share or a mean could be off, and whether two differ by more than who answered."""

from dataclasses import dataclass
from math import sqrt

from assessment.chance import quantile, two_sided_t
from assessment.survey.summaries.tallies import Tally

# With so many degrees of freedom t is the normal distribution to three figures.
AS_NORMAL = 1000


def percent(count: float, base: float) -> float | None:
    """Return a share in percent, unrounded; None of nobody, where no percentage exists."""
    return 100 * count / base if base else None


@dataclass(frozen=True)
class WaveMean:
    """What numbers come to in one wave: their mean, and their standard deviation.

    Where the wave is weighted, `weighted_mean` is compared, and `effective_base` is how many
    unweighted answers say as much.
    """

    count: int
    mean: float
    spread: float
    weighted_mean: float | None = None
    weighted_spread: float | None = None
    effective_base: float | None = None

    @property
    def compared(self) -> float:
        """The mean that is compared."""
        return self.mean if self.weighted_mean is None else self.weighted_mean

    @property
    def variance(self) -> float:
        """The square of the standard error of the mean that is compared."""
        spread = self.spread if self.weighted_spread is None else self.weighted_spread
        return spread**2 / self._base

    @property
    def freedom(self) -> float:
        """The degrees of freedom of its standard error."""
        return self._base - 1

    @property
    def _base(self) -> float:
        return self.count if self.effective_base is None else self.effective_base


@dataclass(frozen=True)
class MeansTested:
    """The first mean less the second, with its 95% interval and two-sided p."""

    difference: float
    low: float
    high: float
    p: float


def mean_of(tally: Tally, *, weighted: bool) -> WaveMean | None:
    """Return the mean of the numbers that were given; None of fewer than two."""
    if tally.n < 2:
        return None
    mean = tally.numbers / tally.n
    spread = sqrt(max(0.0, tally.number_squares - tally.numbers * mean) / (tally.n - 1))
    if not weighted or not tally.weight:
        return WaveMean(tally.n, mean, spread)
    effective = tally.weight**2 / tally.squares
    return WaveMean(tally.n, mean, spread, *_weighted(tally, effective), effective)


def _weighted(tally: Tally, effective: float) -> tuple[float, float]:
    """Return the weighted mean and standard deviation, as of so many unweighted answers."""
    mean = tally.weighted_numbers / tally.weight
    within = max(0.0, tally.weighted_number_squares / tally.weight - mean**2)
    # Of one effective answer there is no spread, and no test either.
    return mean, sqrt(within * effective / (effective - 1)) if effective > 1 else 0.0


def two_means(a: WaveMean, b: WaveMean) -> MeansTested | None:
    """Test two means whose spreads may differ (Welch 1947); None where no number differs."""
    variance = a.variance + b.variance
    if not variance:
        return None
    difference, error = a.compared - b.compared, sqrt(variance)
    exact = variance**2 / sum(side.variance**2 / side.freedom for side in (a, b) if side.variance)
    # Rounded down, which makes the test a little more cautious.
    freedom = int(exact) if exact < AS_NORMAL else None
    half = quantile(freedom) * error
    p = two_sided_t(difference / error, freedom)
    return MeansTested(difference, difference - half, difference + half, p)
