"""Cells of tables: numbers, bounds, and what is withheld or missing."""

import pytest

from assessment.intake.counts.count_cells import CellCount, CountStatus, added, read_cell

COUNTED, WITHHELD, MISSING = CountStatus.COUNTED, CountStatus.WITHHELD, CountStatus.MISSING


@pytest.mark.parametrize(
    ("text", "value"), [("0", 0), ("12", 12), ("1,234", 1234), ("1 234 567", 1234567), ("12.0", 12)]
)
def test_numbers(text: str, value: int) -> None:
    assert read_cell(text) == CellCount(COUNTED, value, value, value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("<5", 0, 4),  # neither 0 nor 5: not every agency prints its noughts
        ("< 10", 0, 9),
        ("fewer than 5", 0, 4),
        ("≤5", 0, 5),
        ("1-4", 1, 4),
        ("1 to 4", 1, 4),
        ("*", 0, None),
        ("[c]", 0, None),
        ("c", 0, None),
    ],
)
def test_withheld(text: str, low: int, high: int | None) -> None:
    assert read_cell(text) == CellCount(WITHHELD, None, low, high)


@pytest.mark.parametrize("text", ["", " ", "-", "–", "—", "..", "n/a", "N/A", "[x]", ":"])
def test_missing_is_not_zero(text: str) -> None:
    assert read_cell(text) == CellCount(MISSING, None, 0, None)


@pytest.mark.parametrize(
    ("text", "count", "mark"),
    [
        ("7*", 7, "*"),
        ("1,040 [note 2]", 1040, "[note 2]"),
        ("7 (p)", 7, "(p)"),
        ("7r", 7, "r"),
        ("7²", 7, "²"),
        ("7 †", 7, "†"),
    ],
)
def test_a_mark_behind_a_number_is_told_apart(text: str, count: int, mark: str) -> None:
    assert read_cell(text) == CellCount(COUNTED, count, count, count, mark)


@pytest.mark.parametrize("text", ["7P", "7 (3)", "7b", "7****", "1,23*", "<5*"])
def test_what_is_no_mark(text: str) -> None:
    assert read_cell(text) is None


@pytest.mark.parametrize("text", ["nil", "3.5", "-2", "12%", "Burglary", "5-3", "1,23", "<0"])
def test_what_is_no_count(text: str) -> None:
    assert read_cell(text) is None


def test_sums_keep_what_is_not_known() -> None:
    ten, few = CellCount(COUNTED, 10, 10, 10), CellCount(WITHHELD, None, 0, 4)
    none = CellCount(MISSING)
    assert added(ten, ten) == CellCount(COUNTED, 20, 20, 20)
    assert added(ten, few) == CellCount(WITHHELD, None, 10, 14)
    assert added(few, none) == CellCount(MISSING, None, 0, None)
