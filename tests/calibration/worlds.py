"""Histories made by chance: districts whose levels stay or wander, and what has risen in one."""

from math import sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.definitions import measure_sets

MEASURES = tuple(m for m in measure_sets()["police-uk"].measures if m.level == 1)[:13]
PERSISTENCE = 0.75
# The measure that has risen has as many records a month in the district.
RISEN = 100
Counts = npt.NDArray[np.int64]


class Rise(NamedTuple):
    """By how much a measure has risen, and in how many of the period's last months."""

    step: float = 0.0
    months: int = 12


# A quarter more in the year, from its first day or within it.
WITHIN = {
    "a quarter more in all 12 months": Rise(0.25),
    "half more in the last 6": Rise(0.5, 6),
    "twice as many in the last 3": Rise(1.0, 3),
}
NONE = Rise()


class World(NamedTuple):
    """What tables are made of.

    The sd by which each level wanders, months of history, districts; what has risen, in the first
    district; the sd by which all levels of a measure wander together, and that of months for
    themselves.
    """

    wandering: float
    months: int
    districts: int
    rise: Rise = NONE
    together: float = 0.0
    noise: float = 0.0


def history(world: World, draws: np.random.Generator) -> Counts:
    """Return counts of (measures, districts, months); the first district's first measure rose."""
    shape = (len(MEASURES), world.districts)
    usual = RISEN * np.exp(draws.normal(0, 0.6, (shape[0], 1)) + draws.normal(0, 0.3, shape))
    usual[0] = RISEN
    levels = _wandering(shape, world.months, world.wandering, draws)
    levels = levels + _wandering((shape[0], 1), world.months, world.together, draws)
    rates = usual[..., np.newaxis] * np.exp(levels + draws.normal(0, world.noise, levels.shape))
    rates[0, 0, -world.rise.months :] *= 1 + world.rise.step
    return draws.poisson(rates).astype(np.int64)


def _wandering(
    shape: tuple[int, ...], months: int, sd: float, draws: np.random.Generator
) -> npt.NDArray[np.float64]:
    levels = np.empty((*shape, months))
    levels[..., 0] = draws.normal(0, sd, shape)
    for month in range(1, months):
        new = draws.normal(0, sd * sqrt(1 - PERSISTENCE**2), shape)
        levels[..., month] = PERSISTENCE * levels[..., month - 1] + new
    return levels
