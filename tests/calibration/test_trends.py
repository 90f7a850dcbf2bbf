"""Hardly any month of a series that has not changed is outside its limits, whatever its season."""

import numpy as np
import pytest

from tests.calibration.trends import drawn, latest_out, outside


@pytest.mark.parametrize("months", [24, 36, 60])
@pytest.mark.parametrize("mean", [20, 100])
def test_steady_months_are_seldom_out_of_the_usual(mean: int, months: int) -> None:
    rng = np.random.default_rng(7)
    trends = [drawn(rng, mean, months, 0) for _ in range(150)]
    assert outside(trends) < 0.01
    assert latest_out(trends) < 0.16
