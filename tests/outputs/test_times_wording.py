"""Times in words: stretches, what is known, and what may be said of it."""

from datetime import date

import numpy as np
import pytest

from assessment.outputs.times.stretch_wording import size_in_words, stretch_in_words
from assessment.outputs.times.times_wording import what_is_known, why_no_days, why_no_hours
from assessment.patterns.times import EventTimes, Known, PeriodTimes, Stretch
from tests.changes.asked import YEAR

STRETCHES = [
    (Stretch(4, 2, 18, 6), "between 18:00 and 23:59 on Fridays and Saturdays", "12 of the week's"),
    (Stretch(4, 2, 21, 6), "between 21:00 and 02:59, beginning on Fridays and Saturdays", "12 of"),
    (Stretch(6, 1, 20, 4), "between 20:00 and 23:59 on Sundays", "4 of the week's 168 hours"),
    (Stretch(0, 5, 9, 8), "between 09:00 and 16:59 on Mondays to Fridays", "40 of the week's 168"),
    (Stretch(5, 3, 0, 24), "on Saturdays, Sundays and Mondays", "3 of the week's 7 days"),
    (Stretch(0, 7, 22, 4), "between 22:00 and 01:59", "4 of the day's 24 hours"),
]


@pytest.mark.parametrize(("stretch", "words", "size"), STRETCHES)
def test_stretches_are_named_by_their_hours_and_days(
    stretch: Stretch, words: str, size: str
) -> None:
    assert stretch_in_words(stretch) == words
    assert size_in_words(stretch).startswith(size)


def known(**n: int) -> EventTimes:
    return EventTimes({Known[name]: count for name, count in n.items()}, np.zeros((7, 24)), {})


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (known(), "There is no record."),
        (known(MONTH=1), "The one record tells its month alone."),
        (known(MONTH=1200), "All 1,200 records tell their month alone."),
        (
            known(HOUR=1, LONG=2, REVERSED=1, COUNTED=3),
            "Of 7 records, 1 tells its hour, 2 lie between two moments more than a week apart, "
            "1 ends before it begins and 3 came as counts.",
        ),
    ],
)
def test_what_is_known_is_counted_out(events: EventTimes, said: str) -> None:
    assert what_is_known(PeriodTimes(YEAR, events, ())) == said


def test_months_that_are_not_covered_are_named() -> None:
    times = PeriodTimes(YEAR, known(HOUR=2), (date(2021, 5, 1), date(2021, 6, 1)))
    assert what_is_known(times) == "All 2 records tell their hour. Not covered: May to June 2021."


@pytest.mark.parametrize(
    ("events", "of_hours", "of_days"),
    [
        (known(), "no record in the months", "no record in the months"),
        (known(MONTH=50), "no record tells its hour", "no record tells the day"),
        (known(DAY=50), "no record tells its hour, only its day", "fewer than 20"),
        (known(HOUR=19), "fewer than 20 records tell their hour", "fewer than 20"),
    ],
)
def test_why_there_is_nothing_to_show(events: EventTimes, of_hours: str, of_days: str) -> None:
    assert why_no_hours(events).startswith(of_hours)
    assert why_no_days(events).startswith(of_days)
