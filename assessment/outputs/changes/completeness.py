"""How complete the data behind a place's figures are: by subject and month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.changes import Question, unlocated
from assessment.changes.available import subjects_of_set
from assessment.changes.comparable.refusal_reasons import needed_months
from assessment.changes.comparable.source_coverage import Chosen, choose, coverings
from assessment.definitions import FLAGS, districts, measure_sets
from assessment.definitions.measures.measure_sets import OFFENCE_SUBJECT
from assessment.people import Permission
from assessment.periods import add_months
from assessment.permissions import needs
from assessment.workspace import Workspace


class State(StrEnum):
    """How much of a month there is, about one subject in all of a place."""

    COVERED = "covered"
    PARTIAL = "partial"
    MISSING = "missing"


@dataclass(frozen=True)
class SubjectMonths:
    """A subject with the state of each month."""

    subject: str
    states: tuple[State, ...]


@dataclass(frozen=True)
class Completeness:
    """What there is for the months of a question, and what stands outside the figures.

    How many records name no district is None where it is withheld.
    """

    months: tuple[date, ...]
    subjects: tuple[SubjectMonths, ...]
    unlocated: tuple[tuple[str, int | None], ...]

    @property
    def is_whole(self) -> bool:
        """Whether every month of every subject is covered."""
        return bool(self.subjects) and all(
            state is State.COVERED for subject in self.subjects for state in subject.states
        )


@needs(Permission.READ_FIGURES, of="place", named="question")
def completeness(workspace: Workspace, question: Question) -> Completeness:
    """Return which months of both periods are covered, by the sources that the figures are from.

    Every subject of the set asked about is there, covered or not; of the flags, those that some
    extract answers for.
    """
    months = _every_month(question)
    named = dict.fromkeys((question.measure_set, FLAGS))
    subjects = (
        _subject(choice, subject, months)
        for measure_set in named
        for subject, choice in _chosen(workspace, question, measure_set)
    )
    return Completeness(months, tuple(subjects), _unlocated(workspace, question))


def _chosen(
    workspace: Workspace, question: Question, measure_set: str
) -> Iterator[tuple[str, tuple[Chosen, ...]]]:
    """Yield the subjects of a set, offences first, each with the source of every ground."""
    place, needed = question.place, needed_months(question)
    months = frozenset(_every_month(question))
    subjects = subjects_of_set(measure_sets()[measure_set])
    choice = choose(coverings(workspace, place, measure_set), place.grounds, subjects, needed)
    for subject in sorted(subjects, key=lambda subject: (subject != OFFENCE_SUBJECT, subject)):
        chosen = choice.of(place.grounds, [subject])
        if measure_set != FLAGS or any((one.whole | one.partial) & months for one in chosen):
            yield subject, chosen


def _every_month(question: Question) -> tuple[date, ...]:
    """Return the months from the start of the comparison to the end of the period."""
    touched = (*question.comparison.months(), *question.period.months())
    first, last = min(touched), max(touched)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(add_months(first, step) for step in range(count))


def _subject(chosen: tuple[Chosen, ...], subject: str, months: tuple[date, ...]) -> SubjectMonths:
    def state(month: date) -> State:
        in_grounds = [month in one.whole for one in chosen]
        if all(in_grounds):
            return State.COVERED
        cut = any(month in one.partial for one in chosen)
        return State.PARTIAL if any(in_grounds) or cut else State.MISSING

    return SubjectMonths(subject, tuple(map(state, months)))


def _unlocated(workspace: Workspace, question: Question) -> tuple[tuple[str, int | None], ...]:
    """Count records without a district, for the forces that the place lies in."""
    place = question.place
    named = (districts().find(district) for district in place.districts)
    lies_in = {place.force} if place.force else {district.force for district in named if district}
    counted = (
        (force, unlocated(workspace, force, question.period, question.measure_set))
        for force in sorted(force for force in lies_in if force)
    )
    return tuple((force, count) for force, count in counted if count != 0)
