"""When the records of a measure happen: by hour, weekday and kind of day, in both periods."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.changes.comparable.comparability import comparability_of
from assessment.changes.comparison import measures_judged
from assessment.changes.counting.counts import count
from assessment.changes.question import By, Question
from assessment.definitions import Measure
from assessment.errors import InvalidRequest
from assessment.patterns.times.busiest_stretch import (
    DAYS_ALONE,
    EVERY_STRETCH,
    HOURS_ALONE,
    Busiest,
    busiest_stretch,
)
from assessment.patterns.times.event_times import EventTimes, Known, WhichRecords, event_times
from assessment.patterns.times.kinds_of_day import OfKind, kinds_of_day
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace


@dataclass(frozen=True)
class PeriodTimes:
    """When the records of one period happened; `not_covered` are months whose records are left out.

    `events` are all records of the other months, placed and not placed: as many as Year on year has
    of the period, where every month is covered.
    """

    period: Period
    events: EventTimes
    not_covered: tuple[date, ...]


@dataclass(frozen=True)
class Times:
    """When the records of a measure happen in a place, and when they did before.

    Of the busiest stretch of the week, of hours and of days each is None where too few records
    tell their hour or day; `kinds` of day is empty there.
    """

    question: Question
    measure: Measure
    area: str
    now: PeriodTimes
    before: PeriodTimes
    of_week: Busiest | None
    of_hours: Busiest | None
    of_days: Busiest | None
    kinds: tuple[OfKind, ...]


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def times(workspace: Workspace, question: Question) -> Times:
    """Return when the records of the question's measure happen; raises InvalidRequest without one.

    They are the records that Year on year counts, from the same source each.
    """
    if question.measure is None:
        raise InvalidRequest("Times are told of one measure. Choose which.")
    asked = replace(question, by=By.MEASURE)
    measures = measures_judged(asked)
    number, measure = next(
        (at, each) for at, each in enumerate(measures) if each.id == asked.measure
    )
    comparability = comparability_of(workspace, asked, measures)
    counts = count(workspace, asked, measures, comparability.sources)
    shown = comparability.rows[measure.id, asked.place.grounds].shown

    def of(period: Period, by_month: Sequence[int]) -> PeriodTimes:
        known = {
            month: n for month, n in zip(period.months(), by_month, strict=True) if month in shown
        }
        which = WhichRecords(measure, comparability.sources, period, frozenset(known))
        events = event_times(workspace, asked, which)
        rest = sum(known.values()) - events.records
        whole = replace(events, known={**events.known, Known.COUNTED: rest}) if rest > 0 else events
        return PeriodTimes(period, whole, tuple(m for m in period.months() if m not in known))

    now = of(asked.period, counts.current[number].sum(axis=0).tolist())
    before = of(asked.comparison, counts.previous[number].sum(axis=0).tolist())
    return Times(
        asked,
        measure,
        asked.place.label,
        now,
        before,
        busiest_stretch(now.events.hours, before.events.hours, EVERY_STRETCH),
        busiest_stretch(now.events.hours, before.events.hours, HOURS_ALONE),
        busiest_stretch(now.events.weekdays_spread, before.events.weekdays_spread, DAYS_ALONE),
        kinds_of_day(now.period, now.events.by_day, now.not_covered),
    )
