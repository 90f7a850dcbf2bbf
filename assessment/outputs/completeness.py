"""How complete the data behind a place's figures are: by subject and month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.changes import Place, Question, unlocated
from assessment.changes.coverage import Covering, coverings
from assessment.definitions import FLAGS, districts
from assessment.periods import add_months
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
    """What there is for the months of a question, and what stands outside the figures."""

    months: tuple[date, ...]
    subjects: tuple[SubjectMonths, ...]
    unlocated: tuple[tuple[str, int], ...]

    @property
    def is_whole(self) -> bool:
        """Whether every month of every subject is covered."""
        return bool(self.subjects) and all(
            state is State.COVERED for subject in self.subjects for state in subject.states
        )


def completeness(workspace: Workspace, question: Question) -> Completeness:
    """Return which months of both periods the extracts cover."""
    place = question.place
    found = [
        covering
        for measure_set in dict.fromkeys((question.measure_set, FLAGS))
        for covering in coverings(workspace, place, measure_set)
    ]
    months = _every_month(question)
    return Completeness(
        months,
        tuple(_subject(found, subject, place, months) for subject in _subjects(found)),
        _unlocated(workspace, question),
    )


def _every_month(question: Question) -> tuple[date, ...]:
    """Return the months from the start of the comparison to the end of the period."""
    touched = (*question.comparison.months(), *question.period.months())
    first, last = min(touched), max(touched)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(add_months(first, step) for step in range(count))


def _subjects(found: Iterable[Covering]) -> tuple[str, ...]:
    """Return the subjects that are there at all, offences first."""
    present = {covering.subject for covering in found}
    return tuple(sorted(present, key=lambda subject: (subject != "offence", subject)))


def _subject(
    found: list[Covering], subject: str, place: Place, months: tuple[date, ...]
) -> SubjectMonths:
    about = [covering for covering in found if covering.subject == subject]
    whole = [
        frozenset[date]().union(*(one.whole for one in about if one.ground == ground))
        for ground in place.grounds
    ]
    partial = frozenset[date]().union(*(one.partial for one in about))

    def state(month: date) -> State:
        in_grounds = [month in covered for covered in whole]
        if all(in_grounds):
            return State.COVERED
        return State.PARTIAL if any(in_grounds) or month in partial else State.MISSING

    return SubjectMonths(subject, tuple(map(state, months)))


def _unlocated(workspace: Workspace, question: Question) -> tuple[tuple[str, int], ...]:
    """Count records without a district, for the forces that the place lies in."""
    place = question.place
    named = (districts().find(district) for district in place.districts)
    lies_in = {place.force} if place.force else {district.force for district in named if district}
    counted = (
        (force, unlocated(workspace, force, question.period, question.measure_set))
        for force in sorted(force for force in lies_in if force)
    )
    return tuple((force, count) for force, count in counted if count)
