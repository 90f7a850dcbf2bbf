"""Picking by chance, with weights, many at a time."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from data.sample.spreading import Counts

Chosen = npt.NDArray[np.bool_]


def pick(weights: Sequence[float], n: int, random: np.random.Generator) -> Counts:
    """Pick n positions with these weights."""
    reached = np.cumsum(weights) / np.sum(weights)
    return np.minimum(np.searchsorted(reached, random.random(n), side="right"), len(weights) - 1)


def choose(
    weight: npt.NDArray[np.float64], group: Counts, wanted: Counts, random: np.random.Generator
) -> Chosen:
    """Choose so many records of each group, likelier those with more weight, none with none."""
    # Exponential times at these rates: the first so many are a weighted draw without repeats.
    times = random.exponential(size=len(weight)) / np.where(weight > 0, weight, np.nan)
    order = np.lexsort((times, group))  # a record of no weight has no time and comes last
    starts = np.searchsorted(group[order], np.arange(len(wanted)))
    rank = np.empty(len(group), dtype=np.int64)
    rank[order] = np.arange(len(group)) - starts[group[order]]
    chosen: Chosen = (rank < wanted[group]) & (weight > 0)
    return chosen
