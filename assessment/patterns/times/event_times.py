"""When records happened: by hour of the week and by day, as far as each record tells it.

A record that tells only between which two moments it happened is spread evenly over the hours
between (aoristic; Ratcliffe 2000). Nothing is told finer than the record itself tells it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from assessment.changes.comparable.chosen_sources import ChosenSources
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.counting.counts import leaf_lists
from assessment.changes.question import Question
from assessment.definitions import Measure
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace

Floats = npt.NDArray[np.float64]

DAYS_OF_WEEK, HOURS_OF_DAY = 7, 24
HOURS_OF_WEEK = DAYS_OF_WEEK * HOURS_OF_DAY
# In seconds: a week.
LONGEST = HOURS_OF_WEEK * 3600


class Known(StrEnum):
    """What a record tells of when it happened, by the words that the query has for it."""

    HOUR = "minute"
    DAY = "day"
    MONTH = "month"
    RECORDED = "recorded"  # nothing but when it was recorded
    LONG = "long"  # between two moments that are more than a week apart
    REVERSED = "reversed"  # it ends before it begins
    COUNTED = "counted"  # it arrived as one of a number


@dataclass(frozen=True)
class EventTimes:
    """Records by when they happened; `known` says of how many what is told.

    `hours` has a row for each day of the week from Monday, of the records whose hour is known;
    `by_day` are the records of each day, of those whose day or hour is.
    """

    known: Mapping[Known, int]
    hours: Floats
    by_day: Mapping[date, float]

    @property
    def records(self) -> int:
        """How many records there are in all."""
        return sum(self.known.values())

    @property
    def with_hour(self) -> int:
        """How many records are placed by hour."""
        return self.known.get(Known.HOUR, 0)

    @property
    def with_day(self) -> int:
        """How many records are placed by day: those of which the hour is known among them."""
        return self.with_hour + self.known.get(Known.DAY, 0)

    @property
    def weekdays(self) -> Floats:
        """The records of each day of the week, from Monday."""
        totals = np.zeros(DAYS_OF_WEEK)
        for day, n in self.by_day.items():
            totals[day.weekday()] += n
        return totals

    @property
    def weekdays_spread(self) -> Floats:
        """The same as `hours` would have them, each day spread evenly over its hours."""
        return np.repeat(self.weekdays[:, None] / HOURS_OF_DAY, HOURS_OF_DAY, axis=1)


@dataclass(frozen=True)
class WhichRecords:
    """The records of a measure in the known months of a period, each from its one source."""

    measure: Measure
    sources: ChosenSources
    period: Period
    months: frozenset[date]


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def event_times(workspace: Workspace, question: Question, which: WhichRecords) -> EventTimes:
    """Return when some records happened; what arrived as counts is not among them."""
    with_hours = [name for (name,) in workspace.store.kept_rows("sources_with_hours_of_ends")]
    given = {
        **leaf_lists((which.measure,)),
        **which.sources.lists,
        "ground_kind": question.place.ground_kind,
        "measure_sets": sets_searched(question.measure_set),
        "months": sorted(which.months),
        "first_day": which.period.start,
        "end_day": which.period.end,
        "with_hours_of_ends": with_hours,
        "longest": LONGEST,
        "hours_of_cycle": HOURS_OF_WEEK,
    }
    known: dict[Known, int] = {}
    hours = np.zeros(HOURS_OF_WEEK)
    by_day: dict[date, float] = {}
    for unit, name, cell, n in workspace.store.rows("records_by_time", **given):
        if unit is None:
            known[Known(name)] = round(n)
        elif unit == "hour":
            hours[cell] = n
        else:
            day = date.fromordinal(cell + 1)
            by_day[day] = by_day.get(day, 0.0) + n
    return EventTimes(known, hours.reshape(DAYS_OF_WEEK, HOURS_OF_DAY), by_day)
