"""Months over years: how many records of a measure each month has, and what was recorded otherwise.

The months are those that year-on-year answers rest on, from the same source each, so that twelve of
them add up to the count that stands there.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.changes.comparable.comparability import Comparability, comparability_of
from assessment.changes.comparable.doubtful_months import doubtful_months
from assessment.changes.comparable.ground_records import ground_records
from assessment.changes.comparable.own_events import own_events
from assessment.changes.comparable.series_breaks import OwnEvent
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.comparison import measures_judged
from assessment.changes.counting.area import Area
from assessment.changes.counting.counts import Counts, count
from assessment.changes.location_wording import caution
from assessment.changes.question import Question
from assessment.definitions import Bearing, Measure, MeasureKind, RecordingEvent, subjects_of
from assessment.people import Permission
from assessment.periods import month_start
from assessment.permissions import needs
from assessment.workspace import Workspace


@dataclass(frozen=True)
class SeriesEvent:
    """Something that was recorded otherwise from a month on; `restarts` what is usual."""

    month: date
    effect: str
    restarts: bool


@dataclass(frozen=True)
class MonthlySeries:
    """The records of a measure in an area by month, the last month being that of the question.

    A month that is not wholly covered is None: it is not 0. One in which its source has far fewer
    records than usual is `doubtful`: it is shown and not judged. It begins with the first month
    that is covered, at most five years before its end. `caution` says that the share of records
    without a place moved between the question's periods, where it did.
    """

    measure: Measure
    area: str
    area_code: str | None
    months: tuple[date, ...]
    counts: tuple[int | None, ...]
    events: tuple[SeriesEvent, ...] = ()
    doubtful: frozenset[date] = frozenset()
    caution: str = ""

    @property
    def judged(self) -> tuple[int | None, ...]:
        """The counts that tell what is usual: those of doubtful months do not."""
        by_month = zip(self.months, self.counts, strict=True)
        return tuple(None if month in self.doubtful else n for month, n in by_month)

    @property
    def restarts(self) -> frozenset[date]:
        """The months from which on what was usual before tells nothing."""
        return frozenset(event.month for event in self.events if event.restarts)

    @property
    def known(self) -> int:
        """How many records its months have in all."""
        return sum(count or 0 for count in self.counts)


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def monthly_series(workspace: Workspace, question: Question) -> tuple[MonthlySeries, ...]:
    """Return the months of every row that the question has: of each measure, or of each area.

    Raises InvalidRequest for an unknown set or measure. What has no record in five years has none.
    """
    measures = tuple(
        measure
        for measure in measures_judged(question)
        if question.measure in (None, measure.id) and measure.kind is not MeasureKind.UNMAPPED
    )
    comparability = comparability_of(workspace, question, measures)
    counts = count(workspace, question, measures, comparability.sources)
    own = own_events(workspace, question.place)
    doubtful = _doubtful(workspace, comparability)
    return tuple(
        replace(series, doubtful=doubtful(series.measure, grounds))
        for series, grounds in _series(comparability, counts, own)
    )


def _doubtful(
    workspace: Workspace, comparability: Comparability
) -> Callable[[Measure, Sequence[str]], frozenset[date]]:
    """Return what says which months of five years are doubtful, of a measure in some grounds."""
    question, sources = comparability.question, comparability.sources
    years = replace(question, period=question.history, comparison=question.history)
    records = ground_records(workspace, question.place, sets_searched(question.measure_set))
    thin = doubtful_months(years, sources, records)

    def months(measure: Measure, grounds: Sequence[str]) -> frozenset[date]:
        chosen = sources.of(tuple(grounds), subjects_of(measure))
        keys = {(source.ground, source.subject) for source in chosen}
        return frozenset(month.month for key in keys for month in thin.get(key, ()))

    return months


def _series(
    comparability: Comparability, counts: Counts, own: Sequence[OwnEvent]
) -> Iterator[tuple[MonthlySeries, Sequence[str]]]:
    months = comparability.question.history.months()
    for number, measure in enumerate(comparability.measures):
        for at, area in enumerate(counts.areas):
            if not area.is_given or not counts.history[number, at].any():
                continue
            row = comparability.rows[measure.id, area.grounds]
            known = zip(months, counts.history[number, at].tolist(), strict=True)
            by_month = [(month, n if month in row.shown else None) for month, n in known]
            first = next((k for k, (_, n) in enumerate(by_month) if n is not None), None)
            if first is None:
                continue
            kept, ns = zip(*by_month[first:], strict=True)
            events = _events(comparability.question, measure, area, own, kept)
            said = caution(comparability.question, row.location)
            series = MonthlySeries(measure, area.name, area.code, kept, ns, events, caution=said)
            yield series, area.grounds


def _events(
    question: Question,
    measure: Measure,
    area: Area,
    own: Sequence[OwnEvent],
    months: Sequence[date],
) -> tuple[SeriesEvent, ...]:
    """Return what was recorded otherwise from a month of the series on, the earliest first."""
    place = question.place
    entered = [one.event for one in own if one.is_about(measure, area.grounds, place.force)]
    of_forces = [
        event for event in measure.events if event.is_of(place.forces) and not event.small_areas
    ]
    within = {
        SeriesEvent(month, event.effect, _restarts(event))
        for event in (*of_forces, *entered)
        for month in _turning_points(event)
        if months[0] < month <= months[-1]
    }
    return tuple(sorted(within, key=lambda event: (event.month, event.effect)))


def _restarts(event: RecordingEvent) -> bool:
    """Tell whether what was usual before tells nothing of what comes after."""
    return event.bearing is not Bearing.FOOTNOTE


def _turning_points(event: RecordingEvent) -> Iterator[date]:
    """Yield the months with which it began, and with which what it was had passed."""
    for dates in event.dates:
        yield month_start(dates.start)
        if dates.until is not None:
            yield month_start(dates.until)
