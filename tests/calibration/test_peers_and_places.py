"""What the pages say of districts that are alike, and of records that are scattered, is so."""

import numpy as np
import pytest

from tests.calibration.peers_and_places import any_spot, outside


@pytest.mark.parametrize(("others", "least", "most"), [(2, 0.08, 0.16), (13, 0.03, 0.09)])
def test_how_many_districts_that_are_alike_stand_outside(
    others: int, least: float, most: float
) -> None:
    rng = np.random.default_rng(4)
    own, _ = np.mean([outside(rng, others) for _ in range(800)], axis=0)
    assert least < own < most


@pytest.mark.parametrize(("areas_differ", "most"), [(False, 0.1), (True, 0.2)])
def test_how_many_maps_of_scattered_records_have_a_spot(areas_differ: bool, most: float) -> None:
    rng = np.random.default_rng(4)
    assert np.mean([any_spot(rng, 20, areas_differ=areas_differ) for _ in range(200)]) < most
