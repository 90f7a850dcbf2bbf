"""What loading a file would do to figures that have been quoted, before it is loaded.

Quoted are the measures of the issues of every assessment, in its year and the year before. Where
no assessment rests on what a file changes, the latest year that can be compared is looked at.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from assessment.changes import Change, Place, Question, default_question, year_on_year
from assessment.definitions import MeasureKind, measure_set_named
from assessment.errors import InvalidRequest
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import Progress
from assessment.intake.versions.figure_changes import ComparedFigure, FigureChange
from assessment.partnerships import Partnership, partnerships
from assessment.people import Permission
from assessment.periods import month_start, parse_month
from assessment.permissions import needs
from assessment.risk_matrix.assessment_year import year_ending
from assessment.risk_matrix.assessments import Assessment, assessments
from assessment.risk_matrix.issues import issues_of, place_of
from assessment.workspace import Workspace

LATEST = "not quoted yet: the latest year"


@dataclass(frozen=True)
class _Quoted:
    """Figures that somebody rests on: of a question, those of some measures."""

    where: str
    question: Question
    measures: Collection[str]


@needs(Permission.LOAD_EXTRACTS)
def check_load(
    workspace: Workspace,
    path: Path,
    *,
    name: str | None = None,
    source: str | None = None,
    choices: FileChoices | None = None,
    progress: Progress | None = None,
) -> LoadReport:
    """Check a file as `load` does, and say which quoted figures it would change."""

    def foresee(after: Workspace, report: LoadReport) -> LoadReport:
        return replace(report, figures=tuple(_changes(workspace, after, report)))

    return load(
        workspace,
        path,
        name=name,
        source=source,
        choices=choices,
        dry_run=True,
        progress=progress,
        foresee=foresee,
    )


def _changes(workspace: Workspace, after: Workspace, report: LoadReport) -> Iterator[FigureChange]:
    """Yield the figures of the questions concerned that would be others."""
    for quoted in _concerned(workspace, report):
        before = _rows(workspace, quoted)
        for measure, now in _rows(after, quoted).items():
            if measure not in before:  # records that nobody understands, the first of them
                continue
            figures = _figure(before[measure]), _figure(now)
            if figures[0] != figures[1]:
                question = quoted.question
                label, period = now.measure.label, question.period.dates
                yield FigureChange(quoted.where, question.place.label, label, period, *figures)


def _concerned(workspace: Workspace, report: LoadReport) -> list[_Quoted]:
    """Return what is quoted of the places and months of a file, else the latest year of each."""
    areas = {cell.area for cell in report.answers_for} | {name for name, _ in report.districts}
    places = {
        known.id: known
        for known in partnerships(workspace)
        if not areas.isdisjoint(known.districts)
    }
    months = _months(report)
    quoted = [
        each
        for started in assessments(workspace)
        if started.partnership in places and not started.synthetic
        for each in _quoted(workspace, started, places[started.partnership])
        if not months.isdisjoint(each.question.needed_months)
    ]
    return quoted or [
        latest
        for known in places.values()
        if (latest := _latest(workspace, place_of(known)))
        and not months.isdisjoint(latest.question.needed_months)
    ]


def _months(report: LoadReport) -> set[date]:
    """Return every month that a load would touch."""
    rows = report.differences.rows if report.differences else ()
    days = (day for row in rows for day in (row.day_before, row.day_now) if day)
    return {*map(parse_month, report.months), *map(month_start, days)}


def _quoted(
    workspace: Workspace, started: Assessment, partnership: Partnership
) -> Iterator[_Quoted]:
    period = year_ending(started.ending)
    by_set: dict[str, set[str]] = {}
    for issue in issues_of(workspace, started.id):
        for measure_set, measure in issue.measures:
            by_set.setdefault(measure_set, set()).add(measure)
    where = f"{partnership.name}, year to {started.ending:%B %Y} ({started.status})"
    place = place_of(partnership)
    for measure_set, measures in by_set.items():
        question = Question(place, period, period.year_before(), measure_set)
        yield _Quoted(where, question, measures | _totals(measure_set))


def _latest(workspace: Workspace, place: Place) -> _Quoted | None:
    try:
        question = default_question(workspace, place)
    except InvalidRequest:
        return None
    every = {measure.id for measure in measure_set_named(question.measure_set).measures}
    return _Quoted(LATEST, question, every)


def _totals(measure_set: str) -> set[str]:
    measures = measure_set_named(measure_set).measures
    return {measure.id for measure in measures if measure.kind is MeasureKind.TOTAL}


def _rows(workspace: Workspace, quoted: _Quoted) -> Mapping[str, Change]:
    changes = year_on_year(workspace, quoted.question).changes
    return {row.measure.id: row for row in changes if row.measure.id in quoted.measures}


def _figure(change: Change) -> ComparedFigure:
    return ComparedFigure(change.previous, change.current, change.verdict.value)
