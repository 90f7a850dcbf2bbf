"""Hot spots: Gi* beside given values and a slow way of its own, and what is called hot."""

from collections.abc import Sequence
from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control, norm

from assessment.patterns.places import Heat, gi_star, hot_spots, top_tenth

WIDE, HIGH = 5, 6
CELLS = [(at // WIDE, at % WIDE) for at in range(WIDE * HIGH)]
# Every cell touches the eight around it.
QUEEN = [
    (i, j)
    for i, (row, column) in enumerate(CELLS)
    for j, (other_row, other_column) in enumerate(CELLS)
    if i < j and max(abs(row - other_row), abs(column - other_column)) == 1
]
GRID = [
    *(12, 3, 5, 7, 2),
    *(15, 18, 4, 6, 1),
    *(22, 19, 9, 3, 2),
    *(17, 25, 14, 5, 3),
    *(8, 11, 6, 2, 4),
    *(1, 2, 3, 5, 2),
]
# Of esda 2.9.0: G_Local(GRID, lat2W(6, 5, rook=False), transform="B", star=True).Zs
ESDA = [
    *(1.304638, 0.65719, -0.281653, -1.488737, -1.220468),
    *(2.803117, 2.118965, 0.187312, -1.861412, -1.756978),
    *(4.613743, 4.226224, 1.884825, -1.393132, -1.824038),
    *(3.6749, 3.523804, 1.358011, -1.334597, -1.891098),
    *(1.126612, 0.948266, 0.128777, -1.568737, -1.756978),
    *(-0.74701, -1.086375, -1.220496, -1.689917, -1.457196),
]
HOT, COLD, NEITHER = Heat.HOT, Heat.COLD, Heat.NEITHER


def slow_gi_star(values: Sequence[float], pairs: Sequence[tuple[int, int]]) -> list[float]:
    """Ord & Getis 1995, equation 14, sum by sum."""
    n = len(values)
    mean = sum(values) / n
    spread = sqrt(sum(value**2 for value in values) / n - mean**2)
    deviates = []
    for i in range(n):
        weights = [float(i == j or (i, j) in pairs or (j, i) in pairs) for j in range(n)]
        total = sum(weights)
        squared = sum(weight**2 for weight in weights)
        above = sum(w * x for w, x in zip(weights, values, strict=True)) - mean * total
        below = spread * sqrt((n * squared - total**2) / (n - 1))
        deviates.append(above / below)
    return deviates


def test_values_are_those_of_esda() -> None:
    assert gi_star(GRID, QUEEN) == pytest.approx(ESDA, abs=1e-6)


@given(st.lists(st.integers(0, 200), min_size=30, max_size=30))
def test_deviates_are_those_of_a_slow_way(values: list[int]) -> None:
    assume(len(set(values)) > 1)
    assert gi_star(values, QUEEN) == pytest.approx(slow_gi_star(values, QUEEN), abs=1e-6)


@given(st.lists(st.integers(0, 200), min_size=30, max_size=30))
def test_no_more_are_called_hot_than_false_discovery_allows(values: list[int]) -> None:
    assume(len(set(values)) > 1)
    deviates = np.array(slow_gi_star(values, QUEEN))
    adjusted = false_discovery_control(2 * norm.sf(np.abs(deviates)))
    assume(np.abs(adjusted - 0.05).min() > 1e-9)
    expected = [
        NEITHER if p >= 0.05 else HOT if deviate > 0 else COLD
        for deviate, p in zip(deviates, adjusted, strict=True)
    ]
    assert list(hot_spots(values, QUEEN)) == expected


def test_hot_spots_are_where_many_are_together() -> None:
    found = hot_spots(GRID, QUEEN)
    assert [at for at, heat in enumerate(found) if heat is HOT] == [5, 10, 11, 15, 16]


@pytest.mark.parametrize(
    ("values", "pairs", "why"),
    [
        ([7] * 30, QUEEN, "all have the same"),
        ([1, 2, 3], [(0, 1), (0, 2), (1, 2)], "each touches all others"),
        ([4], [], "there is one area"),
    ],
)
def test_nothing_is_hot_where_nothing_can_be(
    values: list[int], pairs: list[tuple[int, int]], why: str
) -> None:
    assert set(hot_spots(values, pairs)) == {NEITHER}, why


def test_an_area_that_touches_none_is_told_by_itself() -> None:
    assert hot_spots([500, *[3, 4] * 20], [])[0] is HOT


@pytest.mark.parametrize(
    ("values", "hot", "why"),
    [
        ([9, 1, 2, 3], [0], "at least one"),
        ([5, 5, 1], [0, 1], "as many as the last of them"),
        (list(range(20)), [18, 19], "two of twenty"),
        (list(range(15)), [13, 14], "1.5 are two"),
        ([3, 3, 3], [], "all have the same"),
        ([], [], "there is no area"),
    ],
)
def test_the_busiest_tenth(values: list[int], hot: list[int], why: str) -> None:
    found = top_tenth(values)
    assert [at for at, heat in enumerate(found) if heat is HOT] == hot, why
