"""Bank holidays of England and Wales: by rule, and as they were published."""

from datetime import date
from pathlib import Path

import pytest

from assessment.definitions.bank_holidays import _by_proclamation, bank_holidays, easter_sunday
from assessment.errors import DefinitionFault

# As GOV.UK lists them, day and month.
PUBLISHED = {
    2019: "1 1, 19 4, 22 4, 6 5, 27 5, 26 8, 25 12, 26 12",
    2020: "1 1, 10 4, 13 4, 8 5, 25 5, 31 8, 25 12, 28 12",
    2021: "1 1, 2 4, 5 4, 3 5, 31 5, 30 8, 27 12, 28 12",
    2022: "3 1, 15 4, 18 4, 2 5, 2 6, 3 6, 29 8, 19 9, 26 12, 27 12",
    2023: "2 1, 7 4, 10 4, 1 5, 8 5, 29 5, 28 8, 25 12, 26 12",
    2024: "1 1, 29 3, 1 4, 6 5, 27 5, 26 8, 25 12, 26 12",
    2025: "1 1, 18 4, 21 4, 5 5, 26 5, 25 8, 25 12, 26 12",
    2026: "1 1, 3 4, 6 4, 4 5, 25 5, 31 8, 25 12, 28 12",
    2027: "1 1, 26 3, 29 3, 3 5, 31 5, 30 8, 27 12, 28 12",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_days_are_those_that_were_published(year: int) -> None:
    pairs = (pair.split() for pair in PUBLISHED[year].split(", "))
    assert bank_holidays(year) == {date(year, int(month), int(day)) for day, month in pairs}


# Published tables: the earliest and the latest there can be, and some leap years and centuries.
EASTERS = ["1818-03-22", "1943-04-25", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24"]
EASTERS += ["2016-03-27", "2019-04-21", "2024-03-31", "2025-04-20", "2038-04-25", "2049-04-18"]


@pytest.mark.parametrize("easter", [date.fromisoformat(day) for day in EASTERS], ids=str)
def test_easter_is_as_tables_have_it(easter: date) -> None:
    assert easter_sunday(easter.year) == easter


@pytest.mark.parametrize("year", range(1980, 2200))
def test_there_are_eight_or_more_and_none_is_on_a_weekend(year: int) -> None:
    assert len(bank_holidays(year)) >= 8
    assert all(day.weekday() < 5 for day in bank_holidays(year))


@pytest.mark.parametrize("text", ["date\n2020-05-08\n", "date,instead_of\n8 May 2020,\n"])
def test_a_file_that_lists_no_days_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "days.csv"
    path.write_text(text)
    with pytest.raises(
        DefinitionFault, match=r"days.csv: expected the columns date and instead_of"
    ):
        _by_proclamation(path)
