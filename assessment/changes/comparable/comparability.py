"""What is comparable: the months that can be shown, the years of history, the obstacles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from assessment.changes.comparable.chosen_sources import ChosenSource, ChosenSources, Months
from assessment.changes.comparable.doubtful_months import (
    Doubtful,
    against_doubtful,
    doubtful_months,
)
from assessment.changes.comparable.ground_records import ground_records
from assessment.changes.comparable.location_share import LocationShift, location_shares
from assessment.changes.comparable.own_events import own_events
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.comparable.refusal_reasons import reasons
from assessment.changes.comparable.series_breaks import against, bearing_on, beside
from assessment.changes.comparable.source_coverage import sets_searched, sources_for
from assessment.changes.comparable.tables_of_counts import (
    UntoldCounts,
    against_parted,
    months_apart,
    months_together,
    untold_counts,
)
from assessment.changes.comparable.unknown_categories import UnknownCategories, unknown_categories
from assessment.changes.question import MONTHS, YEARS_OF_HISTORY, By, Question
from assessment.definitions import Measure, RecordingEvent, subject_of, subjects_of
from assessment.people import Permission
from assessment.periods import add_months
from assessment.permissions import needs
from assessment.workspace import Workspace

# The areas that a row is of: the whole place, or one of its grounds.
Grounds = tuple[str, ...]


@dataclass(frozen=True)
class RowComparability:
    """What the sources carry for the rows of a measure in some grounds.

    `shown` are the months whose counts can be shown, `years` the whole years of history, `against`
    every reason against comparing, `events` what was recorded otherwise. `location` says how the
    share of records without a place moved. Where it is not `is_monthly`, some months are only
    counted together.
    """

    shown: Months
    years: int
    against: tuple[Refusal, ...]
    location: LocationShift | None = None
    is_monthly: bool = True
    events: tuple[RecordingEvent, ...] = ()


@dataclass(frozen=True)
class Comparability:
    """A question with the measures that are judged together, and what their sources carry.

    `rows` are by the id of the measure and the grounds.
    """

    question: Question
    measures: tuple[Measure, ...]
    sources: ChosenSources
    rows: Mapping[tuple[str, Grounds], RowComparability]


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def comparability_of(
    workspace: Workspace, question: Question, measures: Sequence[Measure]
) -> Comparability:
    """Choose the sources of a question, and work out for every row what they carry."""
    sources = sources_for(workspace, question, measures)
    records = ground_records(workspace, question.place, sets_searched(question.measure_set))
    obstacles = _Obstacles(
        question,
        month_only_records(workspace, question, measures, sources),
        unknown_categories(workspace, question, sources, records),
        doubtful_months(question, sources, records),
        untold_counts(workspace, question, sources, records),
    )
    grounds = _grounds_of_rows(question)
    located = location_shares(workspace, question, measures, sources, grounds)
    own = own_events(workspace, question.place)
    carried = cache(obstacles.carried)
    rows = {
        (measure.id, where): replace(
            base,
            against=(*base.against, *obstacles.of_measure(measure, answering), *against(events)),
            location=located.of(measure, where),
            events=beside(events),
        )
        for where in grounds
        for measure in measures
        for answering in [sources.of(where, subjects_of(measure))]
        for base in [carried(answering, about_of(measure, answering))]
        for events in [bearing_on(measure, question, own, where)]
    }
    return Comparability(question, tuple(measures), sources, rows)


def _grounds_of_rows(question: Question) -> list[Grounds]:
    """Return what rows are of: the whole place, and each of its grounds where rows are areas."""
    each = [(ground,) for ground in question.place.grounds if question.by is not By.MEASURE]
    return list(dict.fromkeys([question.place.grounds, *each]))


@dataclass(frozen=True)
class _Obstacles:
    """What stands against comparing, wherever it is."""

    question: Question
    month_only: frozenset[tuple[str, str]]
    unknown: UnknownCategories
    doubtful: Doubtful
    untold: UntoldCounts

    def carried(self, sources: tuple[ChosenSource, ...], measure: str) -> RowComparability:
        """Work out what some sources carry together of a measure, '' for any of records."""
        whole = frozenset.intersection(*(source.whole_of(measure) for source in sources))
        is_cut = any(self._says_month_only(source) for source in sources)
        together = months_together(self.question, sources)
        shown = whole - months_apart(self.question, sources)
        if is_cut:
            # Which of a cut month's records fall inside the period is not known; and a table has
            # no records to count the days of.
            is_table = any(source.is_counts for source in sources)
            shown = frozenset() if is_table else shown.difference(self.question.months_cut)
        return RowComparability(
            shown,
            years_known(self.question, sources, measure),
            (
                *reasons(self.question, sources, measure, is_cut=is_cut),
                *against_parted(self.question, sources),
                *against_doubtful(self.doubtful, sources),
            ),
            is_monthly=not together,
        )

    def of_measure(self, measure: Measure, sources: Sequence[ChosenSource]) -> Iterator[Refusal]:
        """Yield what stands against comparing one measure."""
        yield from self.unknown.against(measure, sources)
        yield from self.untold.against(measure, sources)

    def _says_month_only(self, source: ChosenSource) -> bool:
        if source.is_counts:
            return bool(self.question.months_cut)
        return (source.ground, source.subject) in self.month_only


def about_of(measure: Measure, sources: Iterable[ChosenSource]) -> str:
    """Return the measure that is asked of some sources, '' for any of records.

    Of records, all measures of a subject are known in the same months.
    """
    return measure.id if any(source.cells for source in sources) else ""


def years_known(question: Question, sources: Sequence[ChosenSource], measure: str) -> int:
    """Return how many years before the end of a question some sources tell of a measure."""
    if months_together(question, sources):
        return 0
    whole = frozenset.intersection(*(source.whole_of(measure) for source in sources))
    return covered_years(whole, question.history.end)


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
