"""Months, quarters and years as tables name them."""

from datetime import date

import pytest

from assessment.intake.headings.period_words import read_span
from assessment.intake.headings.year_parts import financial_quarter, month_of_year

NAMED = [
    # text, first month, month after the last
    ("Oct-25", (2025, 10), (2025, 11)),
    ("October 2025", (2025, 10), (2025, 11)),
    ("Sept 2025", (2025, 9), (2025, 10)),
    ("2025-10", (2025, 10), (2025, 11)),
    ("10/2025", (2025, 10), (2025, 11)),
    ("202510", (2025, 10), (2025, 11)),
    ("2025-10-01 00:00:00", (2025, 10), (2025, 11)),  # a heading that Excel took for a date
    ("Q1 2025/26", (2025, 4), (2025, 7)),
    ("2024/25 Q4", (2025, 1), (2025, 4)),  # the fourth financial quarter is of the next year
    ("Quarter 2 2025-26", (2025, 7), (2025, 10)),
    ("Q2 (Jul-Sep) 2025/26", (2025, 7), (2025, 10)),
    ("Q4 Jan - Mar 2024/25", (2025, 1), (2025, 4)),
    ("Oct 23 - Sep 24", (2023, 10), (2024, 10)),
    ("Oct 24 – Sep 25", (2024, 10), (2025, 10)),
    ("April to June 2025", (2025, 4), (2025, 7)),
    ("1 April 2024 to 31 March 2025", (2024, 4), (2025, 4)),
    ("2024/25", (2024, 4), (2025, 4)),
    ("2024-25", (2024, 4), (2025, 4)),
    ("2024", (2024, 1), (2025, 1)),
    ("Year ending September 2025", (2024, 10), (2025, 10)),
    ("12 months to 30 September 2025", (2024, 10), (2025, 10)),
]


@pytest.mark.parametrize(("text", "first", "after"), NAMED)
def test_months_are_read(text: str, first: tuple[int, int], after: tuple[int, int]) -> None:
    assert read_span(text) == (date(*first, 1), date(*after, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Q1 2025",  # of the calendar year, or of the financial one
        "Q2 (Apr-Jun) 2025/26",  # its number and its months say different things
        "Q1 (Jan-Mar) 2025",
        "2011-12",  # December, or a financial year
        "3 April 2024 to 31 March 2025",  # not whole months
        "2024/26",
        "May",
        "35",
        "Burglary",
        "",
    ],
)
def test_what_may_mean_other_months_is_not_read(text: str) -> None:
    assert read_span(text) is None


def test_year_and_quarter_in_columns_of_their_own() -> None:
    assert financial_quarter("2024/25", "4") == (date(2025, 1, 1), date(2025, 4, 1))
    assert financial_quarter("2024/25", "Q1") == (date(2024, 4, 1), date(2024, 7, 1))
    assert financial_quarter("2024/25", "Apr-Jun") == (date(2024, 4, 1), date(2024, 7, 1))
    assert financial_quarter("2024/25", "Q2 (Apr-Jun)") is None
    assert financial_quarter("2024/25", "Apr") is None
    assert financial_quarter("2024", "4") is None  # of which year, nothing says
    assert month_of_year("2024", "January") == (date(2024, 1, 1), date(2024, 2, 1))
    assert month_of_year("2024", "1") == (date(2024, 1, 1), date(2024, 2, 1))
    assert month_of_year("2024/25", "1") is None
