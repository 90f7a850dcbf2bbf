"""Hot spots: areas that have many records together with those around them (Getis-Ord Gi*).

Getis & Ord 1992, Ord & Getis 1995, equation 14: each area weighs 1 in its own sum, and so does
every area that touches it. docs/methods.md has the rules.
"""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from assessment.chance import LEVEL, adjusted, two_sided

# Of fewer areas than this Gi* tells little: the busiest tenth are told as they are.
FEWEST_FOR_GI_STAR = 30
TOP_PART = 10

Floats = npt.NDArray[np.float64]
# Two areas that touch, by their places in a list; each pair once.
Pairs = Sequence[tuple[int, int]]


class Heat(StrEnum):
    """Whether an area stands out together with those around it."""

    HOT = "hot spot"
    COLD = "cold spot"
    NEITHER = "neither"


def gi_star(values: Sequence[float], touching: Pairs) -> Floats:
    """Return the deviate of every area: how far its sum lies above or below what chance gives.

    0 where all areas have the same, or where an area touches every other.
    """
    x = np.asarray(values, dtype=float)
    n, spread = len(x), x.std()
    sums, weights = x.copy(), np.ones(n)
    for at, other in touching:
        sums[at] += x[other]
        sums[other] += x[at]
        weights[[at, other]] += 1
    # Weights are 0 or 1, so that their squares add up to the same.
    error = spread * np.sqrt(np.maximum(n * weights - weights**2, 0) / max(n - 1, 1))
    deviates: Floats = np.divide(sums - x.mean() * weights, error, np.zeros(n), where=error > 0)
    return deviates


def hot_spots(values: Sequence[float], touching: Pairs) -> tuple[Heat, ...]:
    """Tell which areas are hot or cold spots, allowing for how many are tested at once.

    So of maps on which records are scattered one in twenty has any (Benjamini & Hochberg 1995), and
    more where areas differ much, each by itself: docs/calibration.md has how many.
    """
    deviates = gi_star(values, touching)
    p_values = adjusted([two_sided(deviate) for deviate in deviates])
    return tuple(
        Heat.NEITHER if p is None or p >= LEVEL else Heat.HOT if deviate > 0 else Heat.COLD
        for deviate, p in zip(deviates, p_values, strict=True)
    )


def top_tenth(values: Sequence[float]) -> tuple[Heat, ...]:
    """Take the busiest tenth of areas for hot spots, with those that have as many as its last.

    None where all have the same; nothing is tested.
    """
    if not values or min(values) == max(values):
        return (Heat.NEITHER,) * len(values)
    most = max(1, int(len(values) / TOP_PART + 0.5))
    least = sorted(values, reverse=True)[most - 1]
    is_hot = [value >= least and value > min(values) for value in values]
    return tuple(Heat.HOT if hot else Heat.NEITHER for hot in is_hot)
