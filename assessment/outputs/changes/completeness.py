"""How complete the data behind a place's figures are: by subject and month."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from assessment.changes import Question, unlocated
from assessment.changes.comparable.chosen_sources import ChosenSource
from assessment.changes.comparable.source_coverage import sources_for
from assessment.definitions import (
    FLAGS,
    OFFENCE_SUBJECT,
    POLICE,
    MeasureSet,
    measure_set_named,
    measure_sets,
    subjects_of_set,
)
from assessment.people import Permission
from assessment.periods import add_months
from assessment.permissions import needs
from assessment.workspace import Workspace


class MonthState(StrEnum):
    """How much of a month there is, about one subject in all of a place."""

    COVERED = "covered"
    PARTIAL = "partial"
    MISSING = "missing"


@dataclass(frozen=True)
class SubjectMonths:
    """A subject with the state of each month."""

    subject: str
    states: tuple[MonthState, ...]


@dataclass(frozen=True)
class Completeness:
    """How the months of a question are covered, and what stands outside the figures.

    How many records name no district is None where it is withheld.
    """

    months: tuple[date, ...]
    subjects: tuple[SubjectMonths, ...]
    unlocated: tuple[tuple[str, int | None], ...]

    @property
    def is_whole(self) -> bool:
        """Whether every month of every subject is covered."""
        return bool(self.subjects) and all(
            state is MonthState.COVERED for subject in self.subjects for state in subject.states
        )


@needs(Permission.READ_FIGURES, of="place", named="question")
def completeness(workspace: Workspace, question: Question) -> Completeness:
    """Return which months of both periods are covered, by the sources that the figures are from.

    Every subject of the set asked about is there, covered or not; of the flags, those that some
    extract answers for.
    """
    months = _every_month(question)
    subjects = (
        _subject(sources, subject, months)
        for name in _counted_together(question.measure_set)
        for subject, sources in _sources(workspace, question, measure_set_named(name))
    )
    return Completeness(months, tuple(subjects), _unlocated(workspace, question))


def _counted_together(measure_set: str) -> tuple[str, ...]:
    """Return a set and, if its records are the police's, the flags that mark them."""
    police = measure_sets()[measure_set].data_set == POLICE
    return tuple(dict.fromkeys((measure_set, FLAGS))) if police else (measure_set,)


def _sources(
    workspace: Workspace, question: Question, measure_set: MeasureSet
) -> Iterator[tuple[str, tuple[ChosenSource, ...]]]:
    """Yield the subjects of a set, offences first, each with the source of every ground."""
    months = frozenset(_every_month(question))
    of_set = replace(question, measure_set=measure_set.id, measure=None)
    chosen = sources_for(workspace, of_set, measure_set.measures)
    subjects = subjects_of_set(measure_set)
    for subject in sorted(subjects, key=lambda subject: (subject != OFFENCE_SUBJECT, subject)):
        sources = chosen.of(question.place.grounds, [subject])
        covered = any((source.whole_of() | source.partial) & months for source in sources)
        if covered or measure_set.id != FLAGS:
            yield subject, sources


def _every_month(question: Question) -> tuple[date, ...]:
    """Return the months from the start of the comparison to the end of the period."""
    first, last = min(question.needed_months), max(question.needed_months)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(add_months(first, step) for step in range(count))


def _subject(
    sources: tuple[ChosenSource, ...], subject: str, months: tuple[date, ...]
) -> SubjectMonths:
    def state(month: date) -> MonthState:
        in_grounds = [month in source.whole_of() for source in sources]
        if all(in_grounds):
            return MonthState.COVERED
        is_cut = any(month in source.partial for source in sources)
        return MonthState.PARTIAL if any(in_grounds) or is_cut else MonthState.MISSING

    return SubjectMonths(subject, tuple(map(state, months)))


def _unlocated(workspace: Workspace, question: Question) -> tuple[tuple[str, int | None], ...]:
    """Count records without a district, for the forces that the place lies in."""
    counts = (
        (force, unlocated(workspace, force, question.period, question.measure_set))
        for force in sorted(question.place.forces)
    )
    return tuple((force, count) for force, count in counts if count != 0)
