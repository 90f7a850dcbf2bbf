"""Recording events inside or between two periods: they bear on comparing them."""

from collections.abc import Iterable, Iterator

from assessment.changes.answer import Change
from assessment.changes.question import Question
from assessment.definitions import Measure
from assessment.numbers import listed

MOST_NAMED = 3


def breaks_in_words(question: Question, changes: Iterable[Change]) -> Iterator[str]:
    """Yield the effects of events across which measures were compared, naming the measures."""
    compared = [change.measure for change in changes if change.difference is not None]
    labels: dict[str, dict[str, None]] = {}
    for measure in dict.fromkeys(compared):
        for effect in bearing_on(measure, question):
            labels.setdefault(effect, {})[measure.label] = None
    for effect, measures in labels.items():
        yield f"{listed(list(measures), MOST_NAMED)}: {effect}"


def bearing_on(measure: Measure, question: Question) -> tuple[str, ...]:
    """Return the effects of the events inside or between the periods of a question."""
    first = min(question.period.start, question.comparison.start)
    end = max(question.period.end, question.comparison.end)
    return tuple(
        event.effect
        for event in measure.events
        if event.is_of(question.place.forces) and event.falls_between(first, end)
    )
