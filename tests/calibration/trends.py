"""How often months of a steady or wandering series are called out of the usual.

python -m tests.calibration.trends [--series N]
"""

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from assessment.definitions import measure_sets
from assessment.patterns.trends import MonthlySeries, Signal, Trend, trend_of
from assessment.periods import add_months

END, SINCE = date(2022, 4, 1), date(2021, 4, 1)
# Summers have a fifth more than winters.
SEASON = np.array([0.9, 0.9, 1, 1.05, 1.1, 1.1, 1.1, 1.05, 1, 0.95, 0.9, 0.95])
RHO, WANDERS = 0.75, 0.09
MEANS, MONTHS, YEAR = (5, 20, 100, 500), (24, 36, 60), 12
COLUMNS = (
    *("records a month", "months", "outside", "latest out", "any of twelve"),
    *("latest, wandering", "any, wandering"),
)


def drawn(rng: np.random.Generator, mean: int, months: int, wanders: float) -> Trend:
    """Draw a series by chance around a level that stays or wanders (AR(1)), and judge it."""
    steps = rng.normal(0, wanders * np.sqrt(1 - RHO**2), months)
    levels = np.empty(months)
    level = rng.normal(0, wanders)
    for at in range(months):
        level = RHO * level + steps[at]
        levels[at] = level
    expected = mean * np.exp(levels) * SEASON[(np.arange(months) - months) % YEAR]
    counts = tuple(rng.poisson(expected).tolist())
    its_months = tuple(add_months(END, at - months) for at in range(months))
    burglary = measure_sets()["home-office"].measure("burglary")
    return trend_of(MonthlySeries(burglary, "", None, its_months, counts), SINCE)


def outside(trends: Sequence[Trend]) -> float:
    """Return the share of the last twelve months that lie outside their limits."""
    return float(
        np.mean(
            [
                Signal.ABOVE in signals or Signal.BELOW in signals
                for trend in trends
                for signals in trend.signals[-YEAR:]
            ]
        )
    )


def latest_out(trends: Sequence[Trend]) -> float:
    """Return the share of series whose latest month is out of the usual."""
    return float(np.mean([bool(trend.signals[-1]) for trend in trends]))


def any_out(trends: Sequence[Trend]) -> float:
    """Return the share of series of whose last twelve months any is out of the usual."""
    return float(np.mean([any(trend.signals[-YEAR:]) for trend in trends]))


def lines(number: int, seed: int = 1) -> Iterator[str]:
    """Yield the table: steady series, and what of it is said of series that wander."""
    rng = np.random.default_rng(seed)
    yield f"| {' | '.join(COLUMNS)} |"
    yield "|---" * len(COLUMNS) + "|"
    for mean in MEANS:
        for months in MONTHS:
            steady = [drawn(rng, mean, months, 0) for _ in range(number)]
            wandering = [drawn(rng, mean, months, WANDERS) for _ in range(number)]
            shares = (
                f"{outside(steady):.1%}",
                *(f"{share(steady):.0%}" for share in (latest_out, any_out)),
                *(f"{share(wandering):.0%}" for share in (latest_out, any_out)),
            )
            yield f"| {mean} | {months} | {' | '.join(shares)} |"


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--series", type=int, default=400)
    for line in lines(options.parse_args().series):
        print(line)  # noqa: T201
