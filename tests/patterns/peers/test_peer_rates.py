"""Peers: the counts of Year on year, the middle of the risk matrix, and limits by the formula."""

from dataclasses import replace
from datetime import date
from math import exp, sqrt

import pytest

from assessment.changes import Place, year_on_year
from assessment.definitions import districts
from assessment.patterns.peers import Stands, funnel_limits, peer_rates
from assessment.population.resident_numbers import populations
from tests.changes.asked import ROCHFORD, YEAR, asking
from tests.changes.given import Given, months

ALL = districts().of_force("Essex Police")
NOW = date(2021, 6, 1)
PEOPLE = 50_000


def test_limits_are_those_of_the_formula() -> None:
    # θ = 4 for each 1,000, n = 50 thousand: 4 ± 1.96 √(4 / 50).
    limits = funnel_limits(4.0, 6.0, 300)
    assert limits
    assert (limits.low, limits.high) == pytest.approx((4 - 0.55437, 4 + 0.55437), abs=1e-4)
    assert limits.place(6.0) is Stands.ABOVE
    assert limits.place(3.5) is Stands.WITHIN
    assert limits.place(3.4) is Stands.BELOW
    wider = funnel_limits(4.0, 6.0, 300, 4.0)
    assert wider
    assert wider.high - 4 == pytest.approx(2 * (limits.high - 4))
    assert funnel_limits(4.0, 0.0, 0) is None


def fill(given_store: Given, *, populated: bool) -> None:
    when = months(date(2019, 4, 1), date(2022, 3, 1))
    given_store.extract(covers=[("district", name) for name in ALL], when=when)
    for number, name in enumerate(ALL):
        given_store.records(40 + 20 * number, NOW, "robbery", district=name)
        given_store.records(200, NOW, "arson", district=name)
        given_store.records(50, date(2020, 6, 1), "robbery", district=name)
    given_store.seal()
    if populated:
        for name in ALL:
            found = districts().find(name)
            assert found
            given_store.run(
                "INSERT INTO population BY NAME SELECT ? AS area, 2021 AS year, ? AS number, "
                "'residents' AS counted, 'people.csv' AS source, '' AS doubt, "
                "TIMESTAMP '2025-01-01' AS loaded_at, 'x' AS loaded_by",
                [found.code, PEOPLE],
            )
        assert populations(given_store.workspace)


def test_rates_are_of_the_counts_of_year_on_year(given_store: Given) -> None:
    fill(given_store, populated=True)
    found = peer_rates(given_store.workspace, asking("robbery"))
    assert found
    (own,) = (each for each in year_on_year(given_store.workspace, asking("robbery")).changes)
    assert found.own.records == own.current == found.change.current
    assert found.own.rate == pytest.approx(1000 * (own.current or 0) / PEOPLE)
    assert [rate.rate for rate in found.rates] == sorted(
        (1000 * (40 + 20 * n) / PEOPLE for n in range(len(ALL))), reverse=True
    )
    assert [rate.rank for rate in found.rates] == list(range(len(ALL), 0, -1))
    phi = max(1.0, own.dispersion or 1.0)
    assert found.own.high == pytest.approx(
        found.own.rate * exp(1.96 * sqrt(phi / found.own.records))
    )


def test_without_populations_it_is_the_mixture_and_all_crime_has_none(given_store: Given) -> None:
    fill(given_store, populated=False)
    found = peer_rates(given_store.workspace, asking("robbery"))
    assert found
    assert found.base is None
    own = found.own
    assert own.rate == pytest.approx(100 * own.records / (own.records + 200))
    assert peer_rates(given_store.workspace, asking("all-crime")) is None


def test_there_is_nothing_to_compare_with(given_store: Given) -> None:
    given_store.extract(when=months(date(2020, 4, 1), date(2022, 3, 1)))
    given_store.records(30, NOW, "robbery")
    given_store.seal()
    assert peer_rates(given_store.workspace, asking("robbery")) is None
    force = Place("Essex Police", (), "Essex Police")
    assert peer_rates(given_store.workspace, asking("robbery", force)) is None
    cut = replace(asking("robbery", ROCHFORD), period=replace(YEAR, start=date(2021, 4, 2)))
    assert peer_rates(given_store.workspace, cut) is None


def test_sets_without_offences_and_measures_without_a_row_have_none(given_store: Given) -> None:
    fill(given_store, populated=False)
    flags = asking("knife-crime", measure_set="flags")
    assert peer_rates(given_store.workspace, flags) is None
    assert peer_rates(given_store.workspace, asking("unmapped")) is None
