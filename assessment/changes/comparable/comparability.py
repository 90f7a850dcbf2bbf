"""What is comparable: the months that can be shown, the years of history, the obstacles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.changes.comparable.chosen_sources import ChosenSource, ChosenSources, Months
from assessment.changes.comparable.refusal_reasons import reasons
from assessment.changes.comparable.source_coverage import sources_for
from assessment.changes.question import MONTHS, YEARS_OF_HISTORY, By, Question
from assessment.definitions import Measure, subject_of, subjects_of
from assessment.people import Permission
from assessment.periods import add_months
from assessment.permissions import needs
from assessment.workspace import Workspace

# What must be covered for a row: all of some grounds, about all of some subjects.
Needed = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class RowComparability:
    """What the sources carry for a row.

    `shown` are the months whose counts can be shown, `years` the whole years of history, `against`
    every reason against comparing.
    """

    shown: Months
    years: int
    against: tuple[str, ...]


@dataclass(frozen=True)
class Comparability:
    """A question with the measures that are judged together, and what their sources carry."""

    question: Question
    measures: tuple[Measure, ...]
    sources: ChosenSources
    rows: Mapping[Needed, RowComparability]


@needs(Permission.READ_FIGURES, of="place", named="question")
def comparability_of(
    workspace: Workspace, question: Question, measures: Sequence[Measure]
) -> Comparability:
    """Choose the sources of a question, and work out for every row what they carry."""
    needed = list(_needed(question, measures))
    sources = sources_for(workspace, question, measures)
    answering = {row: sources.of(*row) for row in needed}
    month_only = month_only_records(workspace, question, measures, sources)
    rows = {row: _carried(question, answering[row], month_only) for row in needed}
    return Comparability(question, tuple(measures), sources, rows)


def _needed(question: Question, measures: Sequence[Measure]) -> Iterator[Needed]:
    """Yield what rows need covered: the whole place, or one of its grounds where they are areas."""
    grounds = {question.place.grounds}
    if question.by is not By.MEASURE:
        grounds |= {(ground,) for ground in question.place.grounds}
    subjects = {subjects_of(measure) for measure in measures}
    return ((together, about) for together in grounds for about in subjects)


def _carried(
    question: Question, sources: Sequence[ChosenSource], month_only: frozenset[tuple[str, str]]
) -> RowComparability:
    """Work out what some sources carry together."""
    whole = frozenset.intersection(*(source.whole for source in sources))
    is_cut = any((source.ground, source.subject) in month_only for source in sources)
    return RowComparability(
        # Which of a cut month's records fall inside the period is not known.
        whole.difference(question.months_cut) if is_cut else whole,
        covered_years(whole, question.history.end),
        reasons(question, sources, is_cut=is_cut),
    )


def covered_years(whole: Months, end: date) -> int:
    """Count the blocks of 12 covered months before a date, at most five, none left out."""
    for years in range(YEARS_OF_HISTORY):
        block = {add_months(end, -MONTHS * years - month) for month in range(1, MONTHS + 1)}
        if not block <= whole:
            return years
    return YEARS_OF_HISTORY


@needs(Permission.READ_FIGURES, of="place", named="question")
def month_only_records(
    workspace: Workspace, question: Question, measures: Sequence[Measure], sources: ChosenSources
) -> frozenset[tuple[str, str]]:
    """Return the grounds and subjects that cannot be cut inside a month, where that is asked."""
    if not question.months_cut:
        return frozenset()
    leaves = sorted({leaf for measure in measures for leaf in measure.leaves})
    rows = workspace.store.rows(
        "month_only_records",
        ground_kind=question.place.ground_kind,
        months=question.months_cut,
        leaves=leaves,
        leaf_subjects=[subject_of(leaf, question.measure_set) for leaf in leaves],
        **sources.lists,
    )
    return frozenset((ground, subject) for ground, subject in rows)
