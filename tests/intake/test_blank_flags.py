"""Columns of flags that are filled in some months and blank in others."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from assessment.intake.mapping.categories.blank_flags import blank_months
from tests.intake.test_told_flags import DA, Loads, loads  # noqa: F401 — a fixture

MONTHS = [date(2024, month, 1) for month in range(1, 13)]
DA_COLUMN = "domestic-abuse"
# Rows filled in each month, of 100; the share told by earlier files; the months that are blank.
RUNS: list[tuple[str, Sequence[int], dict[str, float], set[int]]] = [
    ("filled throughout", [20] * 12, {}, set()),
    ("half a year", [20] * 6 + [0] * 6, {}, {7, 8, 9, 10, 11, 12}),
    ("one month among filled ones", [20] * 5 + [0] + [20] * 6, {}, {6}),
    ("one month of a flag that two in a month carry", [2] * 5 + [0] + [2] * 6, {}, set()),
    ("five months of it", [2] * 4 + [0] * 5 + [2] * 3, {}, {5, 6, 7, 8, 9}),
    ("five months of one that is rare", [1, 0, 1, 0] + [0] * 5 + [1, 0, 1], {}, set()),
    ("a few cells that somebody filled", [20] * 6 + [1] * 6, {}, {7, 8, 9, 10, 11, 12}),
    ("a third of what it was", [30] * 6 + [10] * 6, {}, set()),
    ("nobody ever filled it", [0] * 12, {}, {*range(1, 13)}),
    ("earlier files filled it", [0] * 12, {DA_COLUMN: 0.1}, {*range(1, 13)}),
    ("earlier files had as good as none", [0] * 12, {DA_COLUMN: 0.001}, set()),
    ("earlier files had none", [0] * 12, {DA_COLUMN: 0.0}, set()),
    ("every row says yes or no", [100] * 11 + [0], {}, {12}),
]


@pytest.mark.parametrize(
    ("kind", "filled", "before", "blank"), RUNS, ids=[kind for kind, *_ in RUNS]
)
def test_months_so_long_blank_that_it_is_no_chance(
    kind: str, filled: Sequence[int], before: dict[str, float], blank: set[int]
) -> None:
    texts = [(f"{DA_COLUMN}=Yes", month, n) for month, n in zip(MONTHS, filled, strict=True) if n]
    rows = Counter(dict.fromkeys(MONTHS, 100))
    told = blank_months(texts, rows, [DA_COLUMN], before)[DA_COLUMN]
    assert {month.month for month in told} == blank, kind


def test_a_file_whose_column_is_blank_tells_nothing(loads: Loads) -> None:  # noqa: F811
    loads(loads.file(1, DA, ("Yes", "")))
    loads(loads.file(2, DA, ("", "")))
    assert loads.counted(DA_COLUMN, 1) == 12
    assert loads.counted(DA_COLUMN, 2) is None
    loads(loads.file(2, DA, ("No", "")))
    assert loads.counted(DA_COLUMN, 2) == 0


def test_a_blank_column_of_what_is_never_met_tells_none(loads: Loads) -> None:  # noqa: F811
    loads(loads.file(1, DA, ("No", "")))
    loads(loads.file(2, DA, ("", "")))
    assert loads.counted(DA_COLUMN, 2) == 0


def test_a_blank_strand_leaves_the_others_known(loads: Loads) -> None:  # noqa: F811
    loads(loads.file(1, "Hate crime", ("Racist", "")))
    loads(loads.file(2, "Hate crime", ("", "")))
    assert loads.counted("hate-crime", 1) == 12
    assert loads.counted("hate-crime", 2) is None
    assert loads.counted("hate-crime-race", 2) is None
