"""The issues of an assessment: prepared from what is counted, with last year's carried forward."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessment.changes import Place
from assessment.definitions import (
    FLAGS,
    Measure,
    MeasureSet,
    PreparedIssue,
    measure_set_named,
    measure_sets,
    prepared_issues,
)
from assessment.errors import InvalidRequest
from assessment.partnerships import Partnership, partnership
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.risk_matrix.assessment_year import main_set, year_ending
from assessment.workspace import Workspace

MOST_ISSUES = 40
Measured = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Issue:
    """A candidate for the partnership's priorities.

    `measures` are (set, id); none where no data cover it. `carried_from` is last year's assessment.
    """

    id: str
    label: str
    measures: Measured
    under_reported: bool
    carried_from: int | None = None

    @property
    def measure_set(self) -> str | None:
        """The set of its measures; None where it has none."""
        return self.measures[0][0] if self.measures else None


def place_of(partnership: Partnership) -> Place:
    """Return a partnership as a place whose records can be asked for."""
    return Place(partnership.name, partnership.districts)


@needs(Permission.READ_ASSESSMENTS, Permission.SCORE_ISSUES, of="assessment")
def issues_of(workspace: Workspace, assessment: int) -> tuple[Issue, ...]:
    """Return the issues of a stored assessment, in their order."""
    rows = workspace.store.rows("issues_of_assessment", assessment=assessment)
    return tuple(
        Issue(issue, label, tuple(zip(sets, ids, strict=True)), under_reported, carried_from)
        for issue, label, sets, ids, under_reported, carried_from in rows
    )


@needs(Permission.READ_ASSESSMENTS, of="partnership", named="partnership_id")
def candidates(workspace: Workspace, partnership_id: str, ending: date) -> tuple[Issue, ...]:
    """Return the issues that an assessment of the 12 months to the end of a month begins with.

    Those that the records count in either year; those that must be looked at all the same; and
    last year's, with those that people added. Raises InvalidRequest where no records cover it.
    """
    place = place_of(partnership(workspace, partnership_id))
    period = year_ending(ending)
    sets = (main_set(workspace, place, period), FLAGS)
    counted = _counted(workspace, place, period)
    prepared = [
        Issue(prepared.id, prepared.label, measures, prepared.under_reported)
        for prepared in prepared_issues()
        for measures in _measures_of(prepared, sets, counted)
    ]
    carried = list(_last_year(workspace, partnership_id, period, sets))
    return _together(prepared, carried)


def _measures_of(
    prepared: PreparedIssue, sets: Sequence[str], counted: frozenset[tuple[str, str]]
) -> Iterator[Measured]:
    """Yield the measures of a prepared issue if it is a candidate: those of the first set held."""
    for measure_set in sets:
        ids = prepared.measures.get(measure_set, ())
        if any((measure_set, leaf) in counted for leaf in _leaves(measure_set, ids)):
            yield tuple((measure_set, measure) for measure in ids)
            return
    if prepared.without_data:
        yield ()


def _leaves(measure_set: str, ids: Sequence[str]) -> tuple[str, ...]:
    of_set = measure_sets()[measure_set]
    return tuple(leaf for measure in ids for leaf in of_set.measure(measure).leaves)


def _counted(workspace: Workspace, place: Place, period: Period) -> frozenset[tuple[str, str]]:
    """Return what any record of a place is recorded under or flagged with, in either year."""
    rows = workspace.store.rows(
        "measures_recorded",
        districts=list(place.districts),
        first_month=period.year_before().start,
        end_month=period.end,
    )
    flags = {measure.id for measure in measure_sets()[FLAGS].measures}
    return frozenset((FLAGS if leaf in flags else measure_set, leaf) for measure_set, leaf in rows)


def _last_year(
    workspace: Workspace, partnership_id: str, period: Period, sets: Sequence[str]
) -> Iterator[Issue]:
    """Yield the issues of the latest assessment of an earlier year that can still be counted."""
    rows = workspace.store.rows("assessments")
    earlier = (
        number
        for number, of, ending, *_ in rows
        if of == partnership_id and ending < period.months()[-1]
    )
    last = next(earlier, None)
    for issue in issues_of(workspace, last) if last is not None else ():
        if issue.measure_set is None or issue.measure_set in sets:
            yield replace(issue, carried_from=last)


def _together(prepared: Sequence[Issue], carried: Sequence[Issue]) -> tuple[Issue, ...]:
    """Put last year's issues in the place of those prepared; what is only last year's comes last.

    An issue that had no data last year and has some now takes them.
    """
    before: Mapping[str, Issue] = {issue.id: issue for issue in carried}
    known = {issue.id for issue in prepared}
    kept = [
        replace(before[issue.id], measures=before[issue.id].measures or issue.measures)
        if issue.id in before
        else issue
        for issue in prepared
    ]
    # What people have added is never what gives way.
    own = [issue for issue in carried if issue.id not in known]
    return (*kept[: max(0, MOST_ISSUES - len(own))], *own)


def measure_of(issue: Issue) -> Measure:
    """Return what an issue counts as one measure, with the issue's own id.

    Raises InvalidRequest where its measures are of several sets, or flags beside one another:
    no two of those can be added up.
    """
    sets = {measure_set for measure_set, _ in issue.measures}
    if len(sets) != 1 or (FLAGS in sets and len(issue.measures) > 1):
        raise InvalidRequest(
            f"'{issue.label}' cannot be counted: several measures are added up only where they are "
            "offences or incidents of one set. Flags overlap, and so do sets."
        )
    of_set: MeasureSet = measure_set_named(sets.pop())
    parts = [of_set.measure(measure) for _, measure in issue.measures]
    # What is said of a group holds for its members: lockdown breaches, for each kind of incident.
    groups = [of_set.measure(of_set.families[part.id]) for part in parts]
    return replace(
        parts[0],
        id=issue.id,
        label=issue.label,
        leaves=tuple(dict.fromkeys(leaf for part in parts for leaf in part.leaves)),
        definition=" ".join(part.definition for part in parts),
        caveats=tuple(
            dict.fromkeys(caveat for part in (*parts, *groups) for caveat in part.caveats)
        ),
        events=tuple(dict.fromkeys(event for part in (*parts, *groups) for event in part.events)),
        # What is not all against homes is against people.
        per=max(part.per for part in parts),
    )
