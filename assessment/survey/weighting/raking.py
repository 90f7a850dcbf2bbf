"""Raking: weights by which the shares of those who answered become those of the population.

Respondents who gave the same answers to every margin's question get the same weight, so that
weights belong to cells, of which there are few, and not to respondents.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
# Of each margin, the category of every cell and the population's shares.
Margins = Sequence[tuple[Whole, Floats]]

UNKNOWN = -1
MOST_WEIGHT = 5.0
# Nobody: where margins cannot be reached, weights would shrink until they cannot be divided by.
LEAST_WEIGHT = 1e-12
STOP_WITHIN = 0.1  # points
MOST_ROUNDS = 500


@dataclass(frozen=True)
class Raked:
    """A weight for each cell, how far the worst margin stays off in points, and the rounds taken.

    The weights of all respondents add up to how many they are.
    """

    weights: Floats
    gap: float
    rounds: int


@dataclass(frozen=True)
class Weights:
    """Weights by cell, as SQL names cells: the answers to the margins' questions.

    Or a wave's `own`, which its file gives and the store holds by respondent.
    """

    questions: tuple[int, ...] = ()
    by_cell: Mapping[str, float] = field(default_factory=dict)
    own: bool = False


def rake(
    people: Whole, categories: Whole, targets: Sequence[Floats], *, within: float = STOP_WITHIN
) -> Raked:
    """Rake cells of respondents to margins.

    `people` are the respondents of each cell; `categories` its category in each margin (cells ×
    margins; UNKNOWN where its people did not say); `targets` the population's shares, by margin.
    Each margin is fitted among those who said theirs and leaves the total weight as it is, so that
    whoever said nothing keeps a weight of 1. Weights are capped only where the margins, once
    fitted, need larger ones: cut on the way, they would settle elsewhere than they need to.
    """
    margins = list(zip(categories.T, targets, strict=True))
    known = (categories != UNKNOWN).any(axis=1)
    free = _settled(np.ones(len(people)), people, margins, within, np.zeros(len(people), bool))
    if not (free.weights > MOST_WEIGHT).any():
        return free
    capped = _settled(free.weights, people, margins, within, known)
    return replace(capped, rounds=free.rounds + capped.rounds)


def _settled(
    weights: Floats, people: Whole, margins: Margins, within: float, capped: npt.NDArray[np.bool_]
) -> Raked:
    """Fit margin after margin until all are near enough, capping some weights each round."""
    gap, rounds = np.inf, 0
    while gap > within and rounds < MOST_ROUNDS:
        for column, target in margins:
            weights = _fitted(weights, people, column, target)
        if capped.any():
            weights[capped] = _capped(weights[capped], people[capped])
        gap = max(
            float(abs(100 * (_shares(weights, people, column, len(target)) - target)).max())
            for column, target in margins
        )
        rounds += 1
    return Raked(weights, gap, rounds)


def _fitted(weights: Floats, people: Whole, column: Whole, target: Floats) -> Floats:
    factors = target / _shares(weights, people, column, len(target))
    fitted = np.maximum(weights * factors[column], LEAST_WEIGHT)
    return np.where(column == UNKNOWN, weights, fitted)


def _shares(weights: Floats, people: Whole, column: Whole, size: int) -> Floats:
    known = column != UNKNOWN
    counts = np.bincount(column[known], (weights * people)[known], minlength=size)
    shares: Floats = counts / counts.sum()
    return shares


def _capped(weights: Floats, people: Whole) -> Floats:
    """Cut weights to five times their mean and give back what was cut to everyone alike.

    Cutting lowers the mean, and with it the cap, until both agree.
    """
    total = people.sum()
    cap = np.inf
    while (lower := MOST_WEIGHT * (np.minimum(weights, cap) @ people) / total) < cap * (1 - 1e-12):
        cap = lower
    cut = np.minimum(weights, cap)
    scaled: Floats = cut * total / (cut @ people)
    return scaled
