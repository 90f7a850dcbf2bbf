"""What a project did: before and after where the work was done, beside areas without it.

Counts and refusals are those of Year on year by area, as the person who asks is shown them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.changes import By, Change, Question, Verdict, YearOnYear, year_on_year
from assessment.definitions import Measure, measure_set_named
from assessment.errors import InvalidRequest
from assessment.patterns.evaluation.displacement_difference import (
    NONE,
    BeforeAfter,
    Effect,
    displacement_difference,
)
from assessment.patterns.evaluation.project_areas import ProjectAreas
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

NO_AREAS = "No records of this name such an area in either period."


@dataclass(frozen=True)
class ProjectEvaluation:
    """What became of a measure in each group of areas, and the effect that follows.

    `known` are the names of all areas that can be chosen, by their keys. `against` says why nothing
    is told; then there are no counts and no effect. `months` are the records of each group by
    month, before and after; none for whoever is shown no months. `earlier` is the same difference
    between the year before `before` and `before`, when the work had not begun; None where that is
    not comparable. `beside` is what has to be read with the counts.
    """

    answer: YearOnYear
    measure: Measure
    areas: ProjectAreas
    known: Mapping[str, str]
    against: tuple[str, ...] = ()
    counts: Mapping[str, BeforeAfter] | None = None
    effect: Effect | None = None
    months: Mapping[str, tuple[int | None, ...]] | None = None
    earlier: Effect | None = None
    beside: tuple[str, ...] = ()

    @property
    def question(self) -> Question:
        """What is asked: its period is after, its comparison before."""
        return self.answer.question

    @property
    def expected(self) -> int | None:
        """How many there had been in the funded areas, had they changed as those compared."""
        if self.counts is None:
            return None
        return self.counts["funded"].before + self.counts["compared"].change

    @property
    def by_size(self) -> float:
        """What a common trend alone adds to the effect, the groups being of unlike size.

        Had the funded areas changed by as many percent as those compared, it would be this.
        """
        if not self.counts or not self.counts["compared"].before:
            return 0.0
        funded, compared = self.counts["funded"], self.counts["compared"]
        return compared.change * (funded.before / compared.before - 1)


@needs(Permission.READ_FIGURES, of="place", named="question")
def evaluate(workspace: Workspace, question: Question, areas: ProjectAreas) -> ProjectEvaluation:
    """Return what a project did to a measure; without one, to the first of the set.

    Raises InvalidRequest for areas that are no areas, and an unknown set or measure.
    """
    if areas.by is By.MEASURE:
        raise InvalidRequest("A project is evaluated by district, ward or small area (LSOA).")
    measures = measure_set_named(question.measure_set)
    measure = measures.measure(question.measure or measures.measures[0].id)
    answer = _by_area(workspace, question, areas, measure)
    every = _by_area(workspace, question, areas, measures.measures[0])
    rows = _rows((*every.changes, *answer.changes))
    known = {key: change.area for key, change in sorted(rows.items(), key=_by_name)}
    found = ProjectEvaluation(answer, measure, areas, known)
    if against := tuple(dict.fromkeys(_against(workspace, found, rows, every))):
        return replace(found, against=against)
    own = _rows(answer.changes)
    effect, counts = _effect(areas, own)
    return replace(
        found,
        counts=counts,
        effect=effect,
        months=_months(areas, own, answer.question),
        earlier=_earlier(workspace, question, areas, measure),
        beside=tuple(
            f"{own[each].area}: {own[each].beside}"
            for each in areas.every
            if each in own and own[each].beside
        ),
    )


def _by_area(
    workspace: Workspace, question: Question, areas: ProjectAreas, measure: Measure
) -> YearOnYear:
    return year_on_year(workspace, replace(question, by=areas.by, measure=measure.id))


def _rows(changes: Iterable[Change]) -> dict[str, Change]:
    return {change.area_code or change.area: change for change in changes if change.is_area_given}


def _by_name(row: tuple[str, Change]) -> tuple[str, str]:
    return row[1].area, row[0]


def _against(
    workspace: Workspace, found: ProjectEvaluation, rows: Mapping[str, Change], every: YearOnYear
) -> Iterator[str]:
    """Yield every reason for telling nothing: an area that may not be shown hides all of them."""
    if every.withheld:
        yield every.withheld
        return
    if not rows:
        yield NO_AREAS
        return
    yield from found.areas.faults(found.known)
    if periods := _periods(found.question):
        yield periods
        return
    own = _rows(found.answer.changes)
    if not own.keys() >= set(found.areas.every):
        yield from _not_covered(workspace, found.question)
    for area in found.areas.every:
        # An area that has none of this, where this is covered, is told as its other records are.
        change = own.get(area) or rows.get(area)
        if change and (change.difference is None or change.verdict is Verdict.NOT_COMPARABLE):
            yield change.reason


def _not_covered(workspace: Workspace, question: Question) -> Iterator[str]:
    """Yield why an area without a record of the measure cannot be taken to have none."""
    change = year_on_year(workspace, replace(question, by=By.MEASURE)).only
    if change.current is None or change.previous is None:
        yield change.reason


def _periods(question: Question) -> str:
    """Say why periods are not a before and an after of one season; '' where they are."""
    before, after = question.comparison, question.period
    if before.start >= after.start:
        return f"Before has to come before after: {before.dates} does not. {_instead(question)}"
    if question.is_alike:
        return ""
    return (
        f"Before and after are not the same months: {before.dates} and {after.dates}. Crime has "
        f"its seasons, and longer periods have more of it. {_instead(question)}"
    )


def _instead(question: Question) -> str:
    return f"Compare with the same dates a year earlier: {question.period.year_before().dates}."


def _effect(
    areas: ProjectAreas, rows: Mapping[str, Change]
) -> tuple[Effect, Mapping[str, BeforeAfter]]:
    counts = {
        name: BeforeAfter(
            sum(rows[each].previous or 0 for each in those if each in rows),
            sum(rows[each].current or 0 for each in those if each in rows),
        )
        for name, those in areas.groups.items()
    }
    groups = (
        counts.get(name, NONE) for name in ("funded", "compared", "beside", "beside_compared")
    )
    return displacement_difference(*groups), counts


def _months(
    areas: ProjectAreas, rows: Mapping[str, Change], question: Question
) -> Mapping[str, tuple[int | None, ...]] | None:
    """Add up the months of each group; None where those of an area are not shown."""
    length = len(question.comparison.months()) + len(question.period.months())
    shown = {key: (*row.previous_months, *row.current_months) for key, row in rows.items()}
    own = {key: shown[key] for key in areas.every if key in shown}
    if not own or any(len(months) != length for months in own.values()):
        return None
    return {
        name: tuple(_sum([own[each][at] for each in those if each in own]) for at in range(length))
        for name, those in areas.groups.items()
    }


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _earlier(
    workspace: Workspace, question: Question, areas: ProjectAreas, measure: Measure
) -> Effect | None:
    """Return the same difference of the year before, in which nothing had been done."""
    before = question.comparison
    asked = replace(question, period=before, comparison=before.year_before())
    if not asked.is_alike:
        return None
    every = _by_area(workspace, asked, areas, measure_set_named(question.measure_set).measures[0])
    answer = _by_area(workspace, asked, areas, measure)
    rows = _rows((*every.changes, *answer.changes))
    found = ProjectEvaluation(answer, measure, areas, {key: key for key in rows})
    if any(_against(workspace, found, rows, every)):
        return None
    return _effect(areas, _rows(answer.changes))[0]
