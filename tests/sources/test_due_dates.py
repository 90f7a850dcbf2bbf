"""When data are due, and whether they came in time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.periods import add_months
from assessment.sources.due_dates import DueRule, Every, freshness

MONTHLY, QUARTERLY = DueRule(Every.MONTH, 15), DueRule(Every.QUARTER, 15)
YEARLY = DueRule(Every.YEAR, 31, 2)
SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


@pytest.mark.parametrize(
    ("rule", "first_month", "due"),
    [
        (MONTHLY, date(2026, 9, 1), date(2026, 10, 15)),
        (MONTHLY, date(2026, 12, 1), date(2027, 1, 15)),  # over the end of the year
        (QUARTERLY, date(2026, 7, 1), date(2026, 10, 15)),
        (YEARLY, date(2025, 4, 1), date(2026, 5, 31)),  # April to March, two months after March
        (DueRule(Every.MONTH, 31), date(2026, 1, 1), date(2026, 2, 28)),  # the last day there is
        (DueRule(Every.MONTH, 31, 2), date(2026, 7, 1), date(2026, 9, 30)),
    ],
)
def test_due_date(rule: DueRule, first_month: date, due: date) -> None:
    assert rule.due(first_month) == due


@pytest.mark.parametrize(
    ("rule", "month", "first"),
    [
        (MONTHLY, date(2026, 9, 1), date(2026, 9, 1)),
        (QUARTERLY, date(2026, 9, 1), date(2026, 7, 1)),
        (QUARTERLY, date(2026, 1, 1), date(2026, 1, 1)),
        (YEARLY, date(2026, 3, 1), date(2025, 4, 1)),
        (YEARLY, date(2026, 4, 1), date(2026, 4, 1)),
    ],
)
def test_period_that_holds_a_month(rule: DueRule, month: date, first: date) -> None:
    assert rule.period_of(month) == first


def came(*days: tuple[date, date]) -> dict[date, date]:
    return dict(days)


def test_what_came_after_its_due_date_was_late() -> None:
    """The issue's own words: due 15 October, came 3 November."""
    first = (date(2026, 8, 1), date(2026, 9, 10))
    fresh = freshness(MONTHLY, came(first, (SEPTEMBER, date(2026, 11, 3))), today=date(2026, 11, 5))
    assert fresh is not None
    assert fresh.latest is not None
    assert (fresh.latest.due, fresh.latest.came) == (date(2026, 10, 15), date(2026, 11, 3))
    assert fresh.latest.days_late == 19
    assert fresh.overdue_since is None
    assert fresh.next.months == (OCTOBER,)


@pytest.mark.parametrize(
    ("today", "since"),
    [
        (date(2026, 11, 15), None),  # the day itself is in time
        (date(2026, 11, 16), date(2026, 11, 15)),
        (date(2027, 1, 1), date(2026, 11, 15)),  # since the first of those that did not come
    ],
)
def test_overdue_from_the_day_after(today: date, since: date | None) -> None:
    fresh = freshness(MONTHLY, came((SEPTEMBER, date(2026, 10, 1))), today)
    assert fresh is not None
    assert fresh.overdue_since == since


def test_what_came_with_the_first_file_was_not_late() -> None:
    first_file = date(2026, 11, 3)
    fresh = freshness(
        MONTHLY, came((SEPTEMBER, first_file), (date(2026, 8, 1), first_file)), date(2026, 11, 4)
    )
    assert fresh is not None
    assert [delivery.days_late for delivery in fresh.deliveries] == [0, 0]
    assert all(delivery.was_first for delivery in fresh.deliveries)


def test_a_hole_in_the_middle_is_not_overdue_and_is_no_delivery() -> None:
    days = [(date(2026, 7, 1), date(2026, 8, 1)), (SEPTEMBER, date(2026, 10, 1))]
    fresh = freshness(MONTHLY, came(*days), date(2026, 11, 1))
    assert fresh is not None
    assert fresh.overdue_since is None
    assert [delivery.came is None for delivery in fresh.deliveries] == [False, True, False]


def test_a_quarter_comes_with_its_last_month() -> None:
    months = [date(2026, 7, 1), date(2026, 8, 1), SEPTEMBER]
    days = [date(2026, 8, 5), date(2026, 9, 5), date(2026, 10, 14)]
    fresh = freshness(QUARTERLY, dict(zip(months, days, strict=True)), date(2026, 10, 20))
    assert fresh is not None
    assert fresh.latest is not None
    assert fresh.latest.came == date(2026, 10, 14)


def test_a_quarter_of_which_the_source_has_the_end_alone_is_not_asked_of_it() -> None:
    fresh = freshness(QUARTERLY, came((SEPTEMBER, date(2026, 10, 1))), date(2026, 10, 20))
    assert fresh is not None
    assert fresh.deliveries == ()
    assert fresh.next.months[0] == OCTOBER


def test_without_data_nothing_is_fresh() -> None:
    assert freshness(MONTHLY, {}, date(2026, 11, 1)) is None


months_drawn = st.integers(0, 40).map(lambda n: add_months(date(2022, 1, 1), n))


@given(
    st.builds(DueRule, st.sampled_from(Every), st.integers(1, 31), st.integers(1, 12)),
    st.dictionaries(months_drawn, st.dates(date(2022, 1, 1), date(2026, 1, 1)), min_size=1),
    st.dates(date(2026, 1, 1), date(2027, 1, 1)),
)
def test_every_period_stands_once_and_all_that_was_due_is_told(
    rule: DueRule, days: dict[date, date], today: date
) -> None:
    fresh = freshness(rule, days, today)
    assert fresh is not None
    told = [month for delivery in fresh.deliveries for month in delivery.months]
    assert len(told) == len({*told})
    assert all(delivery.due < today or delivery.came for delivery in fresh.deliveries)
    assert fresh.next.due >= today
    whole = {month for month in told if month in days}
    assert {m for d in fresh.deliveries if d.came for m in d.months} <= whole
