"""How unevenly records fall on small areas: what is counted, and what chance alone would do."""

from datetime import date

import numpy as np
import pytest

from assessment.changes.counting.counts import leaf_lists
from assessment.definitions import measure_sets
from assessment.patterns.concentration import Concentration, concentrations, share_by_chance
from assessment.patterns.records_in_scope import Records
from assessment.periods import Period, PeriodKind
from tests.changes.given import Given

YEAR = Period(PeriodKind.ROLLING_12, date(2021, 4, 1), date(2022, 4, 1))
IN, LAST = date(2021, 4, 1), date(2022, 3, 31)


def asked(given_store: Given, *measures: str) -> dict[str, Concentration]:
    home_office = measure_sets()["home-office"]
    records = Records(
        YEAR,
        leaf_lists([home_office.measure(each) for each in measures]),
        {
            "grounds": ["Rochford", "Rochford"],
            "subjects": ["offence", "anti-social-behaviour"],
            "sources": ["police", "police"],
        },
        ["home-office"],
    )
    return dict(concentrations(given_store.workspace, records, "all-records"))


def test_what_counts_where(given_store: Given) -> None:
    given_store.records(3, IN, lsoa="E1")
    given_store.records(2, LAST, "residential-burglary", lsoa="E2")  # counted in its group too
    given_store.records(4, IN, lsoa=None)  # located nowhere
    given_store.records(1, IN, "personal-anti-social-behaviour", lsoa="E3")  # makes E3 an area
    given_store.records(9, date(2021, 3, 31), lsoa="E4")  # not counted: too early
    given_store.records(9, date(2022, 4, 1), lsoa="E4")  # not counted: too late
    given_store.records(9, IN, lsoa="E5", district="Castle Point")  # not counted: elsewhere
    given_store.records(9, IN, lsoa="E6", source="council")  # not counted: another source
    given_store.records(9, IN, lsoa="E7", ended=2)  # not counted: withdrawn
    given_store.seal()
    found = asked(given_store, "burglary", "residential-burglary", "robbery", "all-records")
    assert found["burglary"] == Concentration((3, 2), 3, 4, busiest=("E1", "E2"))
    assert found["residential-burglary"] == Concentration((2,), 3, 0, busiest=("E2",))
    assert found["all-records"] == Concentration((3, 2, 1), 3, 4, busiest=("E1", "E2", "E3"))
    assert "robbery" not in found


@pytest.mark.parametrize(
    ("counts", "areas", "top", "percent", "half", "why"),
    [
        ((10,), 20, 1, 100.0, 1, "all in one place"),
        ((1,) * 20, 20, 1, 5.0, 10, "evenly: the top 5% hold 5%"),
        ((6, 3, 1), 3, 1, 60.0, 1, "at least one area is the top"),
        ((4, 4, 1, 1), 30, 2, 80.0, 2, "1.5 areas are 2: half away from zero"),
        ((4, 4, 1, 1), 29, 1, 40.0, 2, "1.45 areas are 1"),
        ((), 20, 1, None, 0, "none names its area: no share, which is not 0"),
    ],
)
def test_the_busiest_areas(
    counts: tuple[int, ...], areas: int, top: int, percent: float | None, half: int, why: str
) -> None:
    found = Concentration(counts, areas, elsewhere=2)
    assert (found.top, found.top_percent, found.holding_half) == (top, percent, half), why


@pytest.mark.parametrize(
    ("records", "areas", "top"),
    [(20, 20, 1), (60, 20, 1), (121, 121, 6), (1210, 121, 6), (80, 400, 20), (30_000, 40, 2)],
)
def test_chance_against_drawing_it(records: int, areas: int, top: int) -> None:
    """Each record falls in any area alike, many times over; few areas have no long tail."""
    drawn = np.random.default_rng(5).multinomial(records, [1 / areas] * areas, size=4000)
    held = np.sort(drawn, axis=1)[:, -top:].sum(axis=1).mean() / records
    assert share_by_chance(records, areas, top) == pytest.approx(held, rel=0.015)


def test_what_random_scatter_gives_is_no_excess() -> None:
    """The share scores 17% at one record an area and 8% at ten; the excess is about 0 in both."""
    chance = np.random.default_rng(8)
    for records in (121, 1210):
        drawn = chance.multinomial(records, [1 / 121] * 121, size=300)
        excesses = [
            Concentration(tuple(sorted(counts.tolist(), reverse=True)), 121, 0).excess or 0
            for counts in drawn
        ]
        assert np.mean(excesses) == pytest.approx(0, abs=0.2)


def test_small_numbers_look_concentrated() -> None:
    one_each = Concentration((1,) * 40, areas=40, elsewhere=0)
    assert one_each.top_percent_by_chance == pytest.approx(17, abs=0.5)
    assert Concentration((), areas=40, elsewhere=3).top_percent_by_chance is None
