"""What an extract answers for: forces, districts and months, judged from its rows."""

from collections.abc import Sequence
from datetime import date

import pytest

from assessment.definitions import districts
from assessment.intake.coverage.extract_coverage import Coverage, read_coverage
from assessment.intake.coverage.sent_rows import RowGroup

JANUARY, FEBRUARY = date(2024, 1, 1), date(2024, 2, 1)
BEDS, BTP = "Bedfordshire Police", "British Transport Police"


def covered(covers: str, *groups: tuple[str | None, str | None, int]) -> Sequence[tuple[str, str]]:
    rows = [RowGroup(JANUARY, force, place, "offence", n) for force, place, n in groups]
    cells = read_coverage(rows, [], districts(), covers).cells
    return [(cell.kind, cell.area) for cell in cells]


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
        covered("district", (BTP, "Luton", 9), (None, "Bedford", 9)),
        {("district", "Bedford")},
        "what another force recorded there covers nothing; a sender without a force is its own",
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
    rows = [RowGroup(month, BEDS, "Luton", "offence", n) for month, n in by_month.items()]
    return read_coverage(rows, days, districts(), "district")


HALF_YEAR = {date(2024, month, 1): 18 for month in range(1, 7)}
MONTHS = [
    ({JANUARY: 5, FEBRUARY: 500}, (JANUARY,), "1% of the fullest month, before it: late reports"),
    ({JANUARY: 10, FEBRUARY: 500}, (), "2% of the fullest month is a month"),
    ({JANUARY: 1, FEBRUARY: 199}, (), "in a small file nothing is late"),
    ({JANUARY: 500, FEBRUARY: 5}, (), "few rows after the rest are a month that has begun"),
    ({**HALF_YEAR, date(2024, 9, 1): 3}, (date(2024, 9, 1),), "3 apart from 6 of 18: mistyped"),
    ({**HALF_YEAR, date(2024, 9, 1): 4}, (), "more than a fifth of the usual may be a month"),
    ({date(2013, 1, 1): 1, JANUARY: 20}, (date(2013, 1, 1),), "years before a month: mistyped"),
    ({date(2023, 1, 1): 4, JANUARY: 20}, (), "a fifth of the usual, a year before, may be a month"),
    ({date(2013, 1, 1): 1, JANUARY: 9}, (), "of so few, one may be all that there was"),
    ({**HALF_YEAR, date(2024, 7, 1): 3}, (), "next to the rest it is a month that has begun"),
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


ASB = "anti-social-behaviour"


def holes(*groups: tuple[int, str, str, int]) -> set[tuple[str, str, int]]:
    rows = [
        RowGroup(date(2024, month, 1), BEDS, place, what, n) for month, place, what, n in groups
    ]
    found = read_coverage(rows, [], districts(), "district").holes
    return {(hole.subject, hole.area, hole.month.month) for hole in found}


LUTON = [(1, "Luton", "offence", 90), (2, "Luton", "offence", 90)]
HOLES = [
    (
        holes(*LUTON, (1, "Bedford", "offence", 80)),
        {("offence", "Bedford", 2)},
        "a district that stops is missing, not safe",
    ),
    (holes(*LUTON, (1, "Luton", ASB, 40)), {(ASB, "Luton", 2)}, "a subject that stops is missing"),
    (holes(*LUTON, (1, "Luton", ASB, 6)), set(), "where few are usual, none is none"),
    (
        holes((1, "Luton", "offence", 90), (1, "Luton", ASB, 90), (1, "Bedford", "offence", 90)),
        {(ASB, "Bedford", 1)},
        "a district whose anti-social behaviour nobody sent",
    ),
]


@pytest.mark.parametrize(("found", "expected", "why"), HOLES)
def test_holes(
    found: set[tuple[str, str, int]], expected: set[tuple[str, str, int]], why: str
) -> None:
    assert found == expected, why


HERTS = "Hertfordshire Constabulary"


@pytest.mark.parametrize("covers", ["force", "district"])
def test_a_month_that_only_a_neighbouring_force_sent_is_a_hole(covers: str) -> None:
    rows = [
        RowGroup(JANUARY, BEDS, "Luton", "offence", 90),
        RowGroup(JANUARY, HERTS, "Stevenage", "offence", 90),
        RowGroup(FEBRUARY, HERTS, "Stevenage", "offence", 90),
        RowGroup(FEBRUARY, HERTS, "Luton", "offence", 12),
    ]
    coverage = read_coverage(rows, [], districts(), covers)
    covered_months = {(cell.area, cell.month) for cell in coverage.cells if cell.kind == "district"}
    assert ("Luton", JANUARY) in covered_months
    assert ("Luton", FEBRUARY) not in covered_months
    assert ("Stevenage", FEBRUARY) in covered_months


def test_few_records_are_no_true_zero_where_the_force_sent_nothing_at_all() -> None:
    found = holes(
        *LUTON,
        (1, "Bedford", "offence", 90),
        (2, "Bedford", "offence", 90),
        (1, "Luton", ASB, 90),
        (1, "Bedford", ASB, 3),
    )
    assert found == {(ASB, "Luton", 2), (ASB, "Bedford", 2)}
