"""The whole judgement of a table against a slow second one, on generated histories."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.changes import Verdict
from assessment.changes.compared_rows import compared
from assessment.changes.counted_rows import CountedRow
from assessment.changes.counting.area import Area
from assessment.changes.row_variation import RowVariation
from assessment.changes.variation.dispersion import dispersions
from assessment.changes.variation.ordinary_variation import (
    OrdinaryVariation,
    estimated,
    moved_together,
    rest_of,
)
from assessment.changes.verdict import judge
from assessment.definitions import measure_sets
from assessment.periods import PeriodKind, period_ending
from tests import alternative_implementations as obvious
from tests.changes.asked import asking
from tests.properties import examples

MEASURES = [m for m in measure_sets()["home-office"].measures if m.level == 2]
AREA = Area("Rochford", None, ("Rochford",))
LEAP = period_ending(PeriodKind.CALENDAR_YEAR, date(2024, 12, 1))


def row(number: int, history: obvious.History) -> CountedRow:
    months = np.array([month for year in history.years for month in year])
    (spread,) = dispersions(months[np.newaxis], [len(history.years)])
    changes = np.array(history.districts, dtype=float)
    estimate = estimated(changes[..., 0], changes[..., 1], history.usual)
    apart = estimate[0] if estimate else history.usual
    together, _ = moved_together(changes[..., 0], changes[..., 1], apart, history.usual)
    ordinary = OrdinaryVariation(apart, together, "")
    rest = np.array(history.rest, dtype=float).reshape(-1, 2).T
    varies = RowVariation(ordinary, None, rest_of(*rest))
    before, now = (tuple(year) for year in history.years[-2:])
    return CountedRow(MEASURES[number], AREA, before, now, spread, varies, ())


def histories(most: int) -> st.SearchStrategy[list[obvious.History]]:
    """Tables of some rows, whose months have at most so many."""

    def year(level: int) -> st.SearchStrategy[list[int]]:
        return st.lists(st.integers(level // 2, level), min_size=12, max_size=12)

    def years(count: int) -> st.SearchStrategy[list[list[int]]]:
        return st.lists(st.integers(0, most).flatmap(year), min_size=count, max_size=count)

    history = st.builds(
        obvious.History,
        st.integers(2, 5).flatmap(years),
        st.integers(3, 12).flatmap(
            lambda n: st.lists(
                st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=n, max_size=n
            ).map(lambda year: [year, *([year[::-1], year] if len(year) % 2 else [])])
        ),
        st.floats(0.02, 0.3),
        st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=5),
    )
    return st.lists(history, min_size=1, max_size=4)


@pytest.mark.parametrize("most", [6, 2000])  # by the E-test, and mostly by the score test
@settings(max_examples=examples(60), deadline=None)
@given(data=st.data())
def test_a_table_is_judged_as_the_slow_way_judges_it(most: int, data: st.DataObject) -> None:
    table = data.draw(histories(most))
    question = asking(None, period=LEAP)
    rows = [row(number, history) for number, history in enumerate(table)]
    changes = judge(question, compared(question, rows))
    said = [(change.verdict.value, change.unusual) for change in changes]
    assert said == obvious.verdicts(table, (365, 366))


def test_the_tables_hold_every_verdict() -> None:
    """Else the property would show nothing: among a few hundred drawn by chance each is there."""
    draws = np.random.default_rng(4)
    said = set()
    for _ in range(150):
        levels = draws.uniform(20, 200) * np.exp(draws.normal(0, 0.5, 2))
        years = draws.poisson(levels[:, np.newaxis], (2, 12)).tolist()
        districts = [tuple(pair) for pair in draws.poisson(900, (10, 2)).tolist()]
        (change,) = judge(
            asking(), compared(asking(), [row(0, obvious.History(years, [districts], 0.3, []))])
        )
        said.add((change.verdict, change.unusual))
    assert said == {
        (Verdict.RISE, True),
        (Verdict.RISE, False),
        (Verdict.FALL, True),
        (Verdict.FALL, False),
        (Verdict.NO_CLEAR_CHANGE, False),
    }
