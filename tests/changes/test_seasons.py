"""Periods of different months of the year are not compared, and the same months are offered."""

from datetime import date

import pytest

from assessment.changes import Verdict, year_on_year
from assessment.periods import Period
from tests.changes.asked import asking, days, only
from tests.changes.given import Given, months

SUMMER = days(date(2021, 3, 1), date(2021, 8, 1))  # 153 days, as are August to December
AUTUMN = days(date(2021, 8, 1), date(2022, 1, 1))
REFUSED = "The periods are of different months of the year, and crime has its seasons"


@pytest.mark.parametrize(
    ("period", "comparison", "is_compared", "why"),
    [
        (AUTUMN, SUMMER, False, "as long, and five months later"),
        (AUTUMN, AUTUMN.year_before(), True, "the same months"),
        (days(date(2022, 4, 1), date(2023, 4, 1)), days(date(2020, 1, 1), date(2021, 1, 1)), True,
         "whole years"),
        (days(date(2021, 4, 1), date(2021, 5, 1)), days(date(2020, 4, 1), date(2020, 5, 1)), True,
         "a month"),
        (days(date(2021, 4, 1), date(2021, 5, 1)), days(date(2020, 6, 1), date(2020, 7, 1)), False,
         "another month"),
        (days(date(2021, 3, 8), date(2021, 3, 15)), days(date(2020, 3, 9), date(2020, 3, 16)), True,
         "a week of the same month"),
        (days(date(2021, 1, 1), date(2021, 4, 1)), days(date(2020, 10, 1), date(2020, 12, 30)),
         False, "a quarter against the one before"),
    ],
)  # fmt: skip
def test_only_the_same_months_of_the_year_are_compared(
    given_store: Given, period: Period, comparison: Period, is_compared: bool, why: str
) -> None:
    given_store.extract(when=months(date(2019, 1, 1), date(2023, 12, 1)))
    change = only(year_on_year(given_store.workspace, asking(period=period, comparison=comparison)))
    assert (change.verdict is not Verdict.NOT_COMPARABLE) is is_compared, why
    assert change.reason.startswith(REFUSED) is not is_compared, why


def test_the_same_months_are_offered_and_can_be_compared(given_store: Given) -> None:
    given_store.extract(when=months(date(2020, 1, 1), date(2021, 12, 1)))
    asked = asking(period=AUTUMN, comparison=SUMMER)
    reason = only(year_on_year(given_store.workspace, asked)).reason
    assert reason == f"{REFUSED}: compare with 1 August 2020 to 31 December 2020 instead."
    followed = asking(period=AUTUMN, comparison=AUTUMN.year_before())
    advised = only(year_on_year(given_store.workspace, followed))
    assert advised.verdict is not Verdict.NOT_COMPARABLE


def test_what_is_not_covered_is_not_offered(given_store: Given) -> None:
    given_store.extract(when=months(date(2021, 1, 1), date(2021, 12, 1)))
    asked = asking(period=AUTUMN, comparison=SUMMER)
    assert only(year_on_year(given_store.workspace, asked)).reason == f"{REFUSED}."
