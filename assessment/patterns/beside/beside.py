"""A measure beside one of another data set: what a partner counts beside what the police do.

Each has its row, its verdict and its refusals from Year on year. Nothing is added up or divided
across two data sets: one event may stand in both, in one or in neither.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import exp, log, sqrt

from assessment.changes import Available, By, Change, Question, Verdict, YearOnYear, year_on_year
from assessment.definitions import Measure, MeasureKind, measure_set_named, measure_sets
from assessment.errors import InvalidRequest
from assessment.patterns.beside.areas_beside import AreasBeside, areas_beside, nowhere
from assessment.patterns.beside.months_beside import MonthsBeside, months_beside
from assessment.patterns.trends import MonthlySeries, monthly_series
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Apart:
    """How the daily rate of the other went beside the first's, in percent, and its 95% interval."""

    percent: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether counting alone does not explain it."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class Side:
    """A measure, the question of it, and its answer for the whole place."""

    measure: Measure
    question: Question
    answer: YearOnYear

    @property
    def change(self) -> Change:
        """Its row of Year on year."""
        return self.answer.only


@dataclass(frozen=True)
class Beside:
    """Two measures side by side; `months` is None for partners, and where too few are shared.

    `apart` is None where either is not compared; `areas` has its ranks by district or small area.
    """

    own: Side
    other: Side
    months: MonthsBeside | None
    areas: AreasBeside
    apart: Apart | None

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both, in the order in which they are told."""
        return self.own, self.other


def sets_beside(loaded: Mapping[str, Available], measure_set: str) -> Mapping[str, list[Measure]]:
    """Return the sets of other data sets that are loaded for a place, with their measures."""
    own = measure_set_named(measure_set).data_set
    return {
        of: [m for m in measure_sets()[of].measures if m.kind is not MeasureKind.UNMAPPED]
        for of in loaded
        if measure_sets()[of].data_set != own
    }


@needs(Permission.READ_FIGURES, of="place", named="question")
def beside(workspace: Workspace, question: Question, of: str, measure: str) -> Beside:
    """Set the measure of a question beside one of another set, `of`.

    Without a measure, the first of its set; areas are those of the question, or its districts.
    Raises InvalidRequest for an unknown set or measure, and for two of one data set.
    """
    sets = measure_set_named(question.measure_set), measure_set_named(of)
    if sets[0].data_set == sets[1].data_set:
        raise InvalidRequest(
            f"{sets[0].label} and {sets[1].label} count the same records: Year on year has both. "
            "Name a measure of another data set."
        )
    first = question.measure or sets[0].measures[0].id
    own, other = (
        _side(workspace, question, each.measure(named))
        for each, named in zip(sets, (first, measure), strict=True)
    )
    months = None
    if workspace.may(Permission.SEE_SMALL_NUMBERS):
        months = months_beside(_months(workspace, own), _months(workspace, other))
    return Beside(
        own,
        other,
        months,
        _areas(workspace, question.by, own, other),
        _apart(own.change, other.change),
    )


def _side(workspace: Workspace, question: Question, measure: Measure) -> Side:
    asked = replace(question, measure_set=measure.measure_set, measure=measure.id, by=By.MEASURE)
    return Side(measure, asked, year_on_year(workspace, asked))


def _months(workspace: Workspace, side: Side) -> MonthlySeries | None:
    return next(iter(monthly_series(workspace, side.question)), None)


def _areas(workspace: Workspace, by: By, own: Side, other: Side) -> AreasBeside:
    by = By.DISTRICT if by is By.MEASURE else by
    answers = [year_on_year(workspace, replace(side.question, by=by)) for side in (own, other)]
    rows = answers[0].changes, answers[1].changes
    covered = own.change.current is not None, other.change.current is not None
    withheld = next((answer.withheld for answer in answers if answer.withheld), "")
    none_given = nowhere(rows[0]), nowhere(rows[1])
    return AreasBeside(by, areas_beside(rows, covered), none_given, withheld)


def shared_months(loaded: Mapping[str, Available], found: Beside) -> tuple[date, ...]:
    """Return the months in which both data sets are covered in the place."""
    months = [
        set(loaded[side.measure.measure_set].months)
        if side.measure.measure_set in loaded
        else set()
        for side in found.sides
    ]
    return tuple(sorted(months[0] & months[1]))


def _apart(own: Change, other: Change) -> Apart | None:
    """Set the change of one beside that of the other: by what the ratio of their rates changed.

    The ends of both intervals are put together on the scale of logarithms (MOVER: Zou & Donner
    2008), so that what each varies by is in it.
    """
    sides = [_logs(change) for change in (other, own)]
    if None in sides:
        return None
    (now, low, high), (beside_it, low_beside, high_beside) = (side for side in sides if side)
    ratio = now - beside_it
    down = sqrt((now - low) ** 2 + (high_beside - beside_it) ** 2)
    up = sqrt((high - now) ** 2 + (beside_it - low_beside) ** 2)
    return Apart(*(100 * (exp(each) - 1) for each in (ratio, ratio - down, ratio + up)))


def _logs(change: Change) -> tuple[float, float, float] | None:
    """Return the change of the daily rate with its ends, as logarithms; None where not compared."""
    told = change.rate_percent, change.interval_low, change.interval_high
    if change.verdict is Verdict.NOT_COMPARABLE or None in told:
        return None
    ratios = [1 + (each or 0.0) / 100 for each in told]
    if min(ratios) <= 0:
        return None
    rate, low, high = map(log, ratios)
    return rate, low, high
