"""Times: at what hours, on what days and in what months records happen."""

from assessment.patterns.times.busiest_stretch import FEWEST_RECORDS, Busiest, Stretch
from assessment.patterns.times.event_times import EventTimes, Known
from assessment.patterns.times.kinds_of_day import KindOfDay, OfKind
from assessment.patterns.times.months_of_measures import (
    MeasureMonths,
    MonthOfMeasure,
    MonthsOfMeasures,
    months_of_measures,
)
from assessment.patterns.times.times import PeriodTimes, Times, times

__all__ = [
    "FEWEST_RECORDS",
    "Busiest",
    "EventTimes",
    "KindOfDay",
    "Known",
    "MeasureMonths",
    "MonthOfMeasure",
    "MonthsOfMeasures",
    "OfKind",
    "PeriodTimes",
    "Stretch",
    "Times",
    "months_of_measures",
    "times",
]
