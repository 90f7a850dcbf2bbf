"""Months with far fewer records than usual: holes are found, seasons and real falls are not."""

from collections import Counter, defaultdict
from csv import DictReader
from datetime import date
from io import TextIOWrapper
from math import cos, pi
from zipfile import ZipFile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.intake.thin_months import thin_months
from assessment.periods import add_months
from tests.conftest import REAL_DATA
from tests.properties import examples

START = date(2022, 1, 1)
BEDFORDSHIRE = REAL_DATA / "police_uk" / "bedfordshire-2021-05-to-2024-04.zip"


def series(*counts: int) -> dict[date, int]:
    return {add_months(START, at): count for at, count in enumerate(counts)}


def found(*counts: int) -> list[int]:
    """Return the places of thin months."""
    monthly = series(*counts)
    thin = [month.month for month in thin_months(monthly, monthly)]
    return [at for at, month in enumerate(monthly) if month in thin]


SEASONAL = [round(100 * (1 + 0.4 * cos(2 * pi * month / 12))) for month in range(36)]
SERIES = [
    ([100] * 13 + [6] * 11, list(range(13, 24)), "case 02: eleven of twenty-four months are holes"),
    ([*SEASONAL[:20], SEASONAL[20] // 10, *SEASONAL[21:]], [20], "a hole in a season"),
    (SEASONAL, [], "a season of 40% up and down"),
    ([100] * 12 + [60] * 12, [], "a real fall of 40%"),
    ([100] * 12 + [70] + [100] * 11, [], "one month 30% down"),
    ([100] * 12 + [51] + [100] * 11, [], "half is not yet far below"),
    ([100] * 12 + [49] + [100] * 11, [12], "less than half, where months are alike"),
    ([4, 3, 0, 5, 4, 2, 6, 3, 4, 5, 0, 4], [], "a source of four a month has months without any"),
    ([20] * 11 + [3], [], "three of twenty is not beyond every chance"),
    ([20] * 11 + [0], [11], "none of twenty is"),
    ([100, 20, 150, 60, 180, 40, 90, 30, 130, 70, 160, 25], [], "months that vary as much anyhow"),
    ([100] * 6 + [5], [6], "six others tell what is usual"),
    ([100] * 5 + [5], [], "five do not"),
    ([], [], "nothing"),
]


@pytest.mark.parametrize(("counts", "thin", "why"), SERIES, ids=[why for *_, why in SERIES])
def test_thin_months(counts: list[int], thin: list[int], why: str) -> None:
    assert found(*counts) == thin, why


def test_a_month_without_any_record_is_thin_where_it_is_covered() -> None:
    monthly = series(*[100] * 11)
    empty = add_months(START, 11)
    (thin,) = thin_months(monthly, [*monthly, empty])
    assert (thin.month, thin.records, thin.usual) == (empty, 0, 100)


@settings(max_examples=examples(25))
@given(st.integers(0, 10_000), st.floats(3, 2000), st.floats(0, 0.3))
def test_no_month_of_a_steady_source_is_thin(seed: int, level: float, season: float) -> None:
    months = np.arange(36)
    expected = level * (1 + season * np.cos(2 * pi * months / 12))
    counts = np.random.default_rng(seed).poisson(expected)
    assert found(*counts.tolist()) == []


@settings(max_examples=examples(25))
@given(st.integers(0, 10_000), st.integers(0, 35))
def test_the_order_of_months_does_not_matter(seed: int, hole: int) -> None:
    counts = np.random.default_rng(seed).poisson(200, 36)
    counts[hole] //= 10
    assert found(*counts.tolist()) == [hole]


@pytest.mark.skipif(not BEDFORDSHIRE.is_file(), reason="the published months are not here")
def test_no_published_month_of_bedfordshire_is_thin() -> None:
    counted: dict[tuple[str, str], Counter[date]] = defaultdict(Counter)
    with ZipFile(BEDFORDSHIRE) as archive:
        for name in archive.namelist():
            if name.endswith("-street.csv"):
                for row in DictReader(TextIOWrapper(archive.open(name), "utf-8")):
                    month = date.fromisoformat(f"{row['Month']}-01")
                    kind = "asb" if row["Crime type"] == "Anti-social behaviour" else "offence"
                    for area in ("the force", row["LSOA name"][:-5]):
                        counted[kind, area][month] += 1
    months = list(counted["offence", "the force"])
    assert len(months) == 36
    assert {series for series, counts in counted.items() if thin_months(counts, months)} == set()
