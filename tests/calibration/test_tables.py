"""What the calibration says of false statements holds on a few tables too, and a step is found."""

import numpy as np
import pytest

from tests.calibration.reported import report
from tests.calibration.tables import rates, said_now
from tests.calibration.worlds import WITHIN, Rise, World, history

FEW = 60


def test_independent_tables_hold_hardly_any_false_verdict() -> None:
    said = rates(World(0.0, 24, 14), "now", FEW)
    assert said.any_changed <= 0.06
    assert said.any_unusual <= 0.06


@pytest.mark.parametrize("wandering", [0.05, 0.09])
@pytest.mark.parametrize("districts", [3, 14])
def test_wandering_levels_are_seldom_called_unusual(wandering: float, districts: int) -> None:
    """Before, more than half of the tables of levels that wander by 9% held a false statement."""
    world = World(wandering, 24, districts)
    assert rates(world, "now", FEW).any_unusual <= 0.10
    assert rates(World(0.09, 24, 14), "before", FEW).any_changed > 0.5


def test_a_rise_of_half_is_found_and_unusual() -> None:
    assert rates(World(0.05, 24, 14, Rise(0.5)), "now", 30).found_unusual > 0.9


@pytest.mark.parametrize("months", [24, 36, 60])
def test_a_step_within_the_year_is_found(months: int) -> None:
    """Version 2 took it for variation within the year, and found next to none."""
    world = World(0.0, months, 14, WITHIN["half more in the last 6"])
    assert rates(world, "now", FEW).found > 0.6
    assert rates(world, "version 2", FEW).found < 0.35


@pytest.mark.parametrize("rule", ["now", "of the force"])
@pytest.mark.parametrize(("months", "districts"), [(24, 3), (60, 14)])
def test_districts_that_wander_together_are_seldom_called_unusual(
    rule: str, months: int, districts: int
) -> None:
    world = World(0.05, months, districts, together=0.12)
    assert rates(world, rule, FEW).any_unusual <= 0.12
    assert rates(World(0.05, 60, 14, together=0.12), "version 2", FEW).any_unusual > 0.2


def test_months_that_vary_for_themselves_make_few_false_verdicts() -> None:
    assert rates(World(0.0, 24, 14, noise=0.2), "now", FEW).any_changed <= 0.1


def test_the_same_seed_makes_the_same_tables() -> None:
    world = World(0.05, 24, 3)
    one, other = (history(world, np.random.default_rng(5)) for _ in range(2))
    assert np.array_equal(one, other)
    assert said_now(one) == said_now(other)


def test_the_report_is_made() -> None:
    lines = list(report(1))
    assert sum(line.startswith("| ") for line in lines) > 60
