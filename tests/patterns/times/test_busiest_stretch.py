"""The busiest stretch: found where it was put, and called chance where it is."""

from itertools import product

import numpy as np
import pytest

from assessment.changes.variation.significance import chance
from assessment.patterns.times.busiest_stretch import (
    DAYS_ALONE,
    EVERY_STRETCH,
    HOURS_ALONE,
    Busiest,
    Stretch,
    busiest_stretch,
)

NONE = np.zeros((7, 24))
WEEKEND_NIGHTS = Stretch(4, 2, 21, 6)  # Fridays and Saturdays, 21:00 to 02:59


def week(stretch: Stretch, inside: float, outside: float) -> np.ndarray:
    """So many records an hour inside a stretch, and outside it."""
    return np.where(stretch.cells, inside, outside).reshape(7, 24)


def found(now: np.ndarray, before: np.ndarray = NONE) -> Busiest:
    busiest = busiest_stretch(now, before, EVERY_STRETCH)
    assert busiest is not None
    return busiest


def test_all_of_both_periods_is_no_difference() -> None:
    alone = week(WEEKEND_NIGHTS, 9, 0)
    assert found(alone, alone).p_before == 1


def test_hours_beyond_midnight_are_those_of_the_next_day() -> None:
    cells = {tuple(cell) for cell in np.argwhere(WEEKEND_NIGHTS.cells.reshape(7, 24)).tolist()}
    of_day = [(0, hour) for hour in (21, 22, 23)] + [(1, hour) for hour in (0, 1, 2)]
    assert cells == {(day + more, hour) for day, (more, hour) in product((4, 5), of_day)}
    assert Stretch(6, 1, 22, 4).cells[:2].all(), "after Sunday comes Monday"


def test_every_stretch_is_looked_at_once_and_the_whole_week_is_none() -> None:
    kinds = {tuple(stretch.cells) for stretch in EVERY_STRETCH}
    assert len(kinds) == len(EVERY_STRETCH)
    assert max(stretch.size for stretch in EVERY_STRETCH) < 168
    assert set(HOURS_ALONE) | set(DAYS_ALONE) <= set(EVERY_STRETCH)


@pytest.mark.parametrize(
    "stretch", [WEEKEND_NIGHTS, Stretch(0, 5, 9, 8), Stretch(0, 7, 18, 4), Stretch(6, 1, 0, 24)]
)
def test_the_stretch_that_was_put_in_is_found(stretch: Stretch) -> None:
    busiest = found(week(stretch, 9, 2))
    assert busiest.stretch == stretch
    assert busiest.inside == 9 * stretch.size
    assert busiest.stands_out


def test_its_p_is_that_of_the_stretch_times_the_stretches_looked_at() -> None:
    busiest = found(week(WEEKEND_NIGHTS, 2, 1))
    alone = chance(168 - 12, 168 - 12, 24, 12)
    assert alone is not None
    assert busiest.p_value == min(1, alone * len(EVERY_STRETCH))


def test_an_even_spread_stands_out_in_no_more_than_one_in_twenty() -> None:
    draws = np.random.default_rng(11)
    out = sum(
        found(draws.multinomial(n, [1 / 168] * 168).reshape(7, 24).astype(float)).stands_out
        for n in (25, 200, 2000)
        for _ in range(60)
    )
    assert out <= 9


def test_fewer_than_twenty_show_no_pattern() -> None:
    few = week(Stretch(4, 1, 22, 3), 19 / 3, 0)
    assert busiest_stretch(few, NONE, EVERY_STRETCH) is None
    assert busiest_stretch(week(Stretch(4, 1, 22, 3), 20 / 3, 0), NONE, EVERY_STRETCH)


@pytest.mark.parametrize(
    ("inside", "moved", "why"),
    [
        (9, False, "the same"),
        (4, True, "half of the rate"),
        (0.1, None, "fewer than twenty before: not told"),
    ],
)
def test_the_share_before_is_set_beside_it(inside: float, moved: bool | None, why: str) -> None:
    outside = 2 if inside > 1 else 0
    busiest = found(week(WEEKEND_NIGHTS, 9, 2), week(WEEKEND_NIGHTS, inside, outside))
    assert (busiest.p_before is None) == (moved is None), why
    assert busiest.has_moved == bool(moved), why
    assert busiest.inside_before == pytest.approx(12 * inside)
