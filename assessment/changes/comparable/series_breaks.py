"""Recording events inside or between two periods: they bear on comparing them.

Those of the definitions are of everybody, or of some forces; those that a partnership has entered
are of its districts, and of the force that has them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.changes.answer import Change
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.question import Question
from assessment.definitions import Bearing, Measure, RecordingEvent
from assessment.numbers import listed
from assessment.periods import Period

MOST_NAMED = 3
REFUSING = (Bearing.REFUSES, Bearing.MISSING)


@dataclass(frozen=True)
class OwnEvent:
    """An event that a partnership has entered, about one measure, a set, or all there is (None)."""

    event: RecordingEvent
    districts: frozenset[str]
    measure_set: str | None
    measure: str | None

    def is_about(self, measure: Measure, grounds: Sequence[str], force: str | None) -> bool:
        """Tell whether it changed what is recorded of a measure in some grounds."""
        is_measure = self.measure is None or self.measure == measure.id
        is_set = self.measure_set in (None, measure.measure_set)
        # A total and a group have in them whatever a part of theirs has.
        is_part = self.measure in measure.leaves
        is_here = bool(force) or not self.districts.isdisjoint(grounds)
        return is_set and (is_measure or is_part) and is_here


def breaks_in_words(changes: Iterable[Change]) -> Iterator[str]:
    """Yield the effects of events across which measures were compared, naming the measures."""
    labels: dict[str, dict[str, None]] = {}
    for change in changes:
        for event in change.events if change.difference is not None else ():
            labels.setdefault(event.effect, {})[change.measure.label] = None
    for effect, measures in labels.items():
        yield f"{listed(list(measures), MOST_NAMED)}: {effect}"


def bearing_on(
    measure: Measure,
    question: Question,
    own: Iterable[OwnEvent] = (),
    grounds: Sequence[str] | None = None,
) -> tuple[RecordingEvent, ...]:
    """Return the events inside or between the periods of a question, for a measure in some grounds.

    Without grounds they are those of the place.
    """
    place = question.place
    where = place.grounds if grounds is None else grounds
    entered = [one.event for one in own if one.is_about(measure, where, place.force)]
    of_forces = [event for event in measure.events if event.is_of(place.forces)]
    events = [event for event in (*of_forces, *entered) if _bears(event, question)]
    return tuple(dict.fromkeys(events))


def against(events: Iterable[RecordingEvent]) -> tuple[Refusal, ...]:
    """Return the reasons against comparing that some events give."""
    return tuple(Refusal(_reason(event)) for event in events if event.bearing in REFUSING)


def beside(events: Iterable[RecordingEvent]) -> tuple[RecordingEvent, ...]:
    """Return the events that stand beside a comparison."""
    return tuple(event for event in events if event.bearing not in REFUSING)


def _reason(event: RecordingEvent) -> str:
    effect = event.effect.rstrip(".")
    begins = "records are missing" if event.bearing is Bearing.MISSING else "not one series"
    return f"{begins}: {effect}"


def _bears(event: RecordingEvent, question: Question) -> bool:
    if event.small_areas and not question.is_by_small_area:
        return False
    periods: Mapping[bool, Sequence[Period]] = {
        True: (question.period, question.comparison),
        False: (_all_of(question),),
    }
    spans = periods[event.bearing is Bearing.MISSING]
    return any(event.falls_between(span.start, span.end) for span in spans)


def _all_of(question: Question) -> Period:
    period, comparison = question.period, question.comparison
    return Period(period.kind, min(period.start, comparison.start), max(period.end, comparison.end))
