"""Months of every measure beside its own average: by hand, allowing for how long months are."""

from datetime import date

import pytest

from assessment.changes.variation.significance import chance
from assessment.patterns.times import MonthsOfMeasures, months_of_measures
from assessment.periods import add_months
from tests.changes.asked import asking, days
from tests.changes.given import Given, months

YEAR = months(date(2021, 4, 1), date(2022, 3, 1))


def told(given: Given, n: dict[date, int], **asked: object) -> MonthsOfMeasures:
    for month, records in n.items():
        given.records(records, month)
    given.seal()
    return months_of_measures(given.workspace, asking(**asked))  # type: ignore[arg-type]


def of_burglary(found: MonthsOfMeasures) -> dict[date, float]:
    (row,) = (row for row in found.measures if row.measure.id == "burglary")
    return {month.month: month.percent for month in row.months if month}


@pytest.fixture
def covered(given_store: Given) -> Given:
    given_store.extract(when=YEAR)
    return given_store


def test_as_many_a_day_are_average_however_long_the_month(covered: Given) -> None:
    lengths = {month: (add_months(month, 1) - month).days for month in YEAR}
    found = told(covered, lengths)
    assert of_burglary(found) == pytest.approx(dict.fromkeys(YEAR, 0))
    assert not any(month.stands_out for row in found.measures for month in row.months if month)


def test_twice_as_many_stand_out(covered: Given) -> None:
    lengths = {month: (add_months(month, 1) - month).days for month in YEAR}
    found = told(covered, lengths | {YEAR[0]: 60})
    by_month = of_burglary(found)
    assert by_month[YEAR[0]] == pytest.approx(100 * (60 / 30 / (395 / 365) - 1))
    (row,) = (row for row in found.measures if row.measure.id == "burglary")
    assert [month.month for month in row.months if month and month.stands_out] == [YEAR[0]]


def test_one_of_many_months_that_chance_brings_does_not_stand_out(covered: Given) -> None:
    month, others = YEAR[1], 11 * 30
    alone = chance(others, 365 - 31, 47, 31)
    assert alone is not None
    assert alone < 0.05, "by itself it would"
    found = told(covered, dict.fromkeys(YEAR, 30) | {month: 47})
    assert not any(month.stands_out for row in found.measures for month in row.months if month)


def test_months_that_are_not_covered_are_none(given_store: Given) -> None:
    given_store.extract(when=[month for month in YEAR if month != YEAR[3]])
    found = told(given_store, dict.fromkeys(YEAR, 20))
    (row,) = (row for row in found.measures if row.measure.id == "burglary")
    assert [at for at, month in enumerate(row.months) if month is None] == [3]


@pytest.mark.parametrize(
    ("n", "asked", "why"),
    [
        (dict.fromkeys(YEAR, 9), {}, "fewer than ten a month"),
        ({YEAR[0]: 300}, {"period": days(YEAR[0], YEAR[1])}, "one month alone"),
        ({YEAR[0]: 300}, {"period": days(date(2021, 4, 10), date(2021, 5, 20))}, "no whole month"),
    ],
)
def test_too_few_are_told_by_name(
    covered: Given, n: dict[date, int], asked: dict[str, object], why: str
) -> None:
    found = told(covered, n, **asked)
    assert not found.measures, why
    assert "burglary" in [measure.id for measure in found.too_few], why


def test_what_has_no_record_is_not_there(covered: Given) -> None:
    found = told(covered, {})
    assert (found.measures, found.too_few) == ((), ())
