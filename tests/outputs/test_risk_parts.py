"""Contribution bars: as long as the score, a segment for each criterion that is known."""

import pytest

from assessment.outputs.risk_matrix.score_bars import bars, colours
from assessment.risk_matrix import ranked, shipped_schemes
from tests.outputs.test_charts import luminance

SCHEMES = shipped_schemes()


def test_a_weighted_bar_is_as_long_as_its_score() -> None:
    scheme = SCHEMES["weighted-evidence"]
    found = ranked(scheme, {"a": {"harm": 5, "volume": 1, "hidden": 0}, "b": {}})
    ((bar,), (none,)) = bars(scheme, found).values()
    # 100 · (3·5 + 2·1) ÷ (5 · 6), of which harm is 15 ÷ 30; what is 0 or missing has no segment.
    assert {each.criterion.id: each.percent for each in bar} == pytest.approx(
        {"harm": 50, "volume": 100 * 2 / 30}
    )
    assert sum(each.percent for each in bar) == pytest.approx(found[0].scored.score)
    assert none == ()


def test_two_sides_have_a_bar_each() -> None:
    scheme = SCHEMES["four-by-four"]
    found = ranked(scheme, {"a": {"impact": 4, "likelihood": 2}})
    (impact,), (likelihood,) = bars(scheme, found)["a"]
    assert (impact.criterion.id, impact.percent) == ("impact", 100)
    assert (likelihood.criterion.id, likelihood.percent) == ("likelihood", 50)


def test_what_has_no_most_is_set_against_the_largest() -> None:
    scheme = SCHEMES["harm-only"]
    found = ranked(scheme, {"a": {"harm": 400.0}, "b": {"harm": 100.0}})
    assert [bar[0].percent for (bar,) in bars(scheme, found).values()] == [100, 25]


@pytest.mark.parametrize("name", SCHEMES)
def test_numbers_can_be_read_on_every_segment_and_neighbours_parted(name: str) -> None:
    scheme = SCHEMES[name]
    found = colours(scheme)
    assert set(found) == {each.id for each in scheme.counted}
    for fill, letters in found.values():
        light, dark = sorted((luminance(fill), luminance(letters)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5
