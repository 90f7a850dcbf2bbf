"""Stretches of the week in words."""

from calendar import day_name

from assessment.patterns.times import Stretch
from assessment.periods import joined

WEEK, DAY = 7, 24
# So many days that follow each other are named; of more, the first and the last.
MOST_NAMED = 3


def hour_name(hour: int) -> str:
    """Name an hour by its beginning: 18:00."""
    return f"{hour:02d}:00"


def stretch_in_words(stretch: Stretch) -> str:
    """Say which hours and days: between 18:00 and 23:59 on Fridays and Saturdays."""
    days = _days(stretch)
    if stretch.hours == DAY:
        return f"on {days}"
    last = (stretch.first_hour + stretch.hours - 1) % DAY
    between = f"between {hour_name(stretch.first_hour)} and {last:02d}:59"
    if stretch.days == WEEK:
        return between
    is_over_midnight = stretch.first_hour + stretch.hours > DAY
    return f"{between}{', beginning' if is_over_midnight else ''} on {days}"


def size_in_words(stretch: Stretch) -> str:
    """Say how large a part of the week a stretch is, in its own terms."""
    if stretch.hours == DAY:
        return f"{stretch.days} of the week's 7 days"
    if stretch.days == WEEK:
        return f"{stretch.hours} of the day's 24 hours"
    return f"{stretch.size} of the week's 168 hours"


def _days(stretch: Stretch) -> str:
    numbers = [(stretch.first_day + step) % WEEK for step in range(stretch.days)]
    names = [f"{day_name[number]}s" for number in numbers]
    return joined(names) if len(names) <= MOST_NAMED else f"{names[0]} to {names[-1]}"
