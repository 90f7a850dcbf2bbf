"""What an extract answers for: forces, districts and months, judged from its rows."""

from collections.abc import Sequence
from datetime import date

import pytest

from assessment.definitions import districts
from assessment.intake.coverage import Coverage, Group, read_coverage

JANUARY, FEBRUARY = date(2024, 1, 1), date(2024, 2, 1)
BEDS, BTP = "Bedfordshire Police", "British Transport Police"


def covered(covers: str, *groups: tuple[str, str | None, int]) -> Sequence[tuple[str, str]]:
    rows: list[Group] = [(JANUARY, force, place, n) for force, place, n in groups]
    names = {place: place for _, place, _ in groups if place}
    forces = {force for force, _, _ in groups}
    return read_coverage(rows, [], names, forces, districts(), covers).areas


AREAS = [
    (
        covered("force", (BEDS, "Luton", 900), (BEDS, "Stevenage", 4), (BEDS, None, 20)),
        {("force", BEDS), ("district", "Luton")},
        "a force's file covers the force and its own districts, not a neighbour's",
    ),
    (
        covered("force", (BEDS, "Luton", 900), (BEDS, "Stevenage", 800)),
        {("force", BEDS), ("district", "Luton")},
        "however many rows a neighbour's district has",
    ),
    (
        covered("force", (BTP, "Luton", 9)),
        {("force", BTP)},
        "the railways' police answer for no district",
    ),
    (
        covered("force", ("Ruritania Police", "Luton", 100), ("Ruritania Police", "Maldon", 1)),
        {("force", "Ruritania Police"), ("district", "Luton")},
        "a force that we do not know: the districts in earnest",
    ),
    (
        covered("district", (BEDS, "Luton", 100), (BEDS, "Bedford", 2), (BEDS, "Stevenage", 1)),
        {("district", "Luton"), ("district", "Bedford")},
        "2% of the largest is in earnest, 1% is not",
    ),
    (
        covered(
            "district",
            (BEDS, "Luton", 1000),
            (BEDS, "Bedford", 500),
            (BEDS, "Central Bedfordshire", 1),
        ),
        {
            ("force", BEDS),
            ("district", "Luton"),
            ("district", "Bedford"),
            ("district", "Central Bedfordshire"),
        },
        "a file that lists every district of a force covers the force, and so each of them",
    ),
]


@pytest.mark.parametrize(("found", "expected", "why"), AREAS)
def test_areas(found: Sequence[tuple[str, str]], expected: set[tuple[str, str]], why: str) -> None:
    assert set(found) == expected, why


def of_months(by_month: dict[date, int], days: Sequence[tuple[date, int, int]] = ()) -> Coverage:
    rows: list[Group] = [(month, BEDS, "Luton", n) for month, n in by_month.items()]
    return read_coverage(rows, days, {"Luton": "Luton"}, {BEDS}, districts(), "district")


MONTHS = [
    ({JANUARY: 5, FEBRUARY: 500}, (JANUARY,), "1% of the fullest month, before it: late reports"),
    ({JANUARY: 10, FEBRUARY: 500}, (), "2% of the fullest month is a month"),
    ({JANUARY: 1, FEBRUARY: 199}, (), "in a small file nothing is late"),
    ({JANUARY: 500, FEBRUARY: 5}, (), "few rows after the rest are a month that has begun"),
]


@pytest.mark.parametrize(("by_month", "stray", "why"), MONTHS)
def test_stray_months(by_month: dict[date, int], stray: tuple[date, ...], why: str) -> None:
    assert of_months(by_month).stray_months == stray, why


def every_day(month: date, first: int, last: int, n: int = 1) -> list[tuple[date, int, int]]:
    return [(month, day, n) for day in range(first, last + 1)]


PARTIAL = [
    (every_day(JANUARY, 1, 31) + every_day(FEBRUARY, 1, 22), (FEBRUARY,), "7 usual rows missing"),
    (every_day(JANUARY, 1, 31) + every_day(FEBRUARY, 1, 23), (), "6 could be chance"),
    (every_day(JANUARY, 8, 31) + every_day(FEBRUARY, 1, 29), (JANUARY,), "begins a week late"),
    (every_day(JANUARY, 1, 31) + every_day(FEBRUARY, 1, 29), (), "February is short by nature"),
    (every_day(JANUARY, 15, 15, 99) + every_day(FEBRUARY, 15, 15), (), "all on one day"),
    ([], (), "a source that gives months only"),
]


@pytest.mark.parametrize(("days", "partial", "why"), PARTIAL)
def test_partial_months(
    days: list[tuple[date, int, int]], partial: tuple[date, ...], why: str
) -> None:
    assert of_months({JANUARY: 31, FEBRUARY: 29}, days).partial_months == partial, why


def test_a_month_without_rows_between_others_is_a_gap() -> None:
    coverage = of_months({JANUARY: 3, date(2024, 4, 1): 3})
    assert coverage.gaps == (FEBRUARY, date(2024, 3, 1))
