"""The engine and the ranges of ranks say what slow second ways say, of thousands where slow."""

import pytest

from tests.calibration.second_ways import histories, matrices


def test_a_few_are_judged_and_ranked_alike() -> None:
    judged, ranked = histories(4, 1), matrices(20, 5, 2)
    assert (judged.differ, ranked.differ) == (0, 0)
    assert judged.tried > 10
    assert ranked.seen > 50, "most ranks are not certain"


@pytest.mark.slow
def test_thousands_are_judged_and_ranked_alike() -> None:
    judged, ranked = histories(500, 3), matrices(1000, 10, 4)
    assert (judged.differ, ranked.differ) == (0, 0)
    assert judged.tried > 2000
    assert judged.seen == 5, "each verdict that counts alone can have"
