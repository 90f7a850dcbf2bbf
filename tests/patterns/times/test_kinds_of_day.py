"""Records on bank holidays and weekends beside other days: by hand, and where too few are known."""

from datetime import date, timedelta

import pytest

from assessment.changes.variation.significance import chance
from assessment.patterns.times.kinds_of_day import KindOfDay, kind_of, kinds_of_day
from tests.changes.asked import days

# Easter 2024: Good Friday on 29 March, Easter Monday on 1 April.
EASTER = days(date(2024, 3, 25), date(2024, 4, 8))


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2024, 3, 29), KindOfDay.BANK_HOLIDAY),
        (date(2024, 3, 30), KindOfDay.WEEKEND),
        (date(2024, 4, 2), KindOfDay.OTHER),
        (date(2021, 12, 25), KindOfDay.WEEKEND),  # the Monday after was in its place
    ],
)
def test_what_a_day_is(day: date, kind: KindOfDay) -> None:
    assert kind_of(day) is kind


def test_records_are_added_up_by_kind_of_day() -> None:
    by_day = {EASTER.start + timedelta(days=n): 2.0 for n in range(14)}
    by_day[date(2024, 3, 29)] = 30.5
    by_day[date(2024, 4, 8)] = 99.0  # the day after the period
    holidays, weekends, others = kinds_of_day(EASTER, by_day, ())
    assert (holidays.days, weekends.days, others.days) == (2, 4, 8)
    assert (holidays.records, weekends.records, others.records) == (32.5, 8, 16)
    assert holidays.p_value == chance(16, 8, 33, 2)
    assert others.p_value is None


def test_months_that_are_not_covered_have_no_days() -> None:
    by_day = {date(2024, 4, 3): 25.0, date(2024, 3, 29): 50.0}
    holidays, _, others = kinds_of_day(EASTER, by_day, (date(2024, 3, 1),))
    assert (holidays.days, holidays.records, others.days) == (1, 0, 4)


def test_a_period_without_bank_holidays_says_nothing_of_them() -> None:
    week = days(date(2024, 2, 5), date(2024, 2, 12))
    holidays, weekends, _ = kinds_of_day(week, {date(2024, 2, 5): 40.0}, ())
    assert (holidays.days, holidays.per_day, holidays.p_value) == (0, 0, None)
    assert weekends.p_value is not None


def test_fewer_than_twenty_say_nothing() -> None:
    assert kinds_of_day(EASTER, {date(2024, 4, 2): 19.0}, ()) == ()
