"""What is withheld of a place's records from partners, and that no two periods give it back.

Partners are shown whole years: those that assessments look at, and the one before each; until there
is an assessment, years to March. Where the years of two assessments cross, a figure is shown only
where it may be of each piece between.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from assessment.changes.comparable.refusal_reasons import needed_months
from assessment.changes.comparable.source_coverage import choose, coverings
from assessment.changes.counting.by_district import districts_beside
from assessment.changes.counting.counts import count, subjects_of
from assessment.changes.counting.monthly_counts import Grid
from assessment.changes.question import By, Place, Question
from assessment.definitions import Measure, MeasureSet, districts, measure_sets
from assessment.disclosure import (
    Leaves,
    Part,
    fewest_shown,
    is_shown,
    parts_of,
    withheld,
    withheld_in_words,
)
from assessment.people import Permission
from assessment.periods import Period, PeriodKind, add_months
from assessment.permissions import needs
from assessment.workspace import Workspace

YEARS_ONLY = (
    "Withheld: partners are shown whole years that an assessment looks at (until there is one, "
    "years to March), because periods that overlap would give small numbers back."
)
APRIL = 4
# The year that an assessment looks at, and the one before it.
YEARS_SHOWN = 2

# By area, what is withheld in each piece.
Side = Mapping[str, tuple[frozenset[Leaves], ...]]


@dataclass(frozen=True)
class Redaction:
    """What is withheld, by area: of each piece of the comparison and of the period.

    `words` say why something is. Of periods that are not whole years everything is withheld.
    """

    words: str
    whole: tuple[Part, ...] = ()
    before: Side | None = None
    now: Side | None = None

    @property
    def areas(self) -> tuple[str, ...]:
        """Every district there is, and records that do not give theirs."""
        return tuple(self.now or ())

    @property
    def is_one_piece(self) -> bool:
        """Whether no other year ends within the period."""
        return all(len(pieces) == 1 for pieces in (self.now or {}).values())

    def shows_before(self, measure: Measure, areas: Iterable[str]) -> bool:
        """Tell whether the records of the comparison may be shown, of some areas together."""
        return self._shows(self.before, [frozenset(measure.leaves)], areas)

    def shows_now(self, measure: Measure, areas: Iterable[str]) -> bool:
        """Tell whether the records of the period may be shown, of some areas together."""
        return self._shows(self.now, [frozenset(measure.leaves)], areas)

    def shows_parts_now(self, measure: Measure, areas: Iterable[str]) -> bool:
        """Tell whether everything that a measure is made of may be shown."""
        return self._shows(self.now, [frozenset([leaf]) for leaf in measure.leaves], areas)

    def _shows(
        self,
        side: Side | None,
        wanted: Sequence[Leaves],
        areas: Iterable[str],
    ) -> bool:
        return side is not None and all(
            is_shown(self.whole, hidden, leaves)
            for area in areas
            for hidden in side.get(area, ())
            for leaves in wanted
        )


@needs(Permission.READ_FIGURES, of="place", named="question")
def redaction(workspace: Workspace, question: Question) -> Redaction | None:
    """Return what is withheld from whoever asks, district by district; None where nothing is."""
    fewest = fewest_shown(workspace)
    if fewest <= 1:
        return None
    ends = _assessed(workspace, question.place)
    before, now = pieces_of(question.comparison, ends), pieces_of(question.period, ends)
    if not before or not now:
        return Redaction(YEARS_ONLY)
    asked = measure_sets()[question.measure_set]
    whole = parts_of(frozenset(frozenset(measure.leaves) for measure in asked.measures))
    by_leaf = _count(workspace, question, asked)

    def hidden(grid: Grid, period: Period, pieces: Sequence[Period]) -> Side:
        return {
            area: tuple(
                withheld(whole, by_leaf.counts(grid, at, period, piece), fewest) for piece in pieces
            )
            for at, area in enumerate(by_leaf.areas)
        }

    return Redaction(
        withheld_in_words(fewest),
        whole,
        hidden(by_leaf.previous, question.comparison, before),
        hidden(by_leaf.current, question.period, now),
    )


@needs(Permission.READ_FIGURES, of="place")
def shown_pieces(workspace: Workspace, place: Place, period: Period) -> tuple[Period, ...]:
    """Return what a period is made of for whoever asks: one piece, or where years end within it.

    None where they are not shown such a period.
    """
    if fewest_shown(workspace) <= 1:
        return (period,)
    return pieces_of(period, _assessed(workspace, place))


def pieces_of(period: Period, ends: Collection[date]) -> tuple[Period, ...]:
    """Cut a period where the years of assessments end; none where it is not made of whole pieces.

    Without assessments years end with March.
    """
    years = range(period.start.year, period.end.year + 1)
    cuts = sorted(ends or {date(year, APRIL, 1) for year in years})
    if not {period.start, period.end} <= set(cuts):
        return ()
    inside = [cut for cut in cuts if period.start <= cut <= period.end]
    return tuple(Period(PeriodKind.CUSTOM, start, end) for start, end in pairwise(inside))


def _assessed(workspace: Workspace, place: Place) -> frozenset[date]:
    """Return the days after the years that assessments of a place's force look at, and before."""
    beside = districts().of_force(place.force) if place.force else districts_beside(place)
    months = workspace.store.rows("assessed_months", districts=list(beside))
    return frozenset(
        add_months(month, 1 - years_before * 12)
        for (month,) in months
        for years_before in range(YEARS_SHOWN + 1)
    )


@dataclass(frozen=True)
class _ByLeaf:
    """Records by leaf, area and month, of the comparison and of the period."""

    leaves: tuple[str, ...]
    areas: tuple[str, ...]
    previous: Grid
    current: Grid

    def counts(self, grid: Grid, area: int, period: Period, piece: Period) -> Mapping[str, int]:
        """Return an area's records in a piece of a period, by leaf."""
        within = [
            at for at, month in enumerate(period.months()) if piece.start <= month < piece.end
        ]
        return dict(zip(self.leaves, grid[:, area, within].sum(axis=1).tolist(), strict=True))


def _count(workspace: Workspace, question: Question, asked: MeasureSet) -> _ByLeaf:
    """Count every leaf of a set in every district, from the source that answers the question."""
    by_leaf = {
        leaf: replace(measure, id=leaf, leaves=(leaf,))
        for measure in asked.measures
        for leaf in measure.leaves
    }
    choice = choose(
        coverings(workspace, question.place, asked.id),
        question.place.grounds,
        sorted({subject for measure in by_leaf.values() for subject in subjects_of(measure)}),
        needed_months(question),
    )
    by_district = replace(question, by=By.DISTRICT, measure=None)
    counts = count(workspace, by_district, tuple(by_leaf.values()), choice)
    areas = tuple(area.name for area in counts.areas)
    return _ByLeaf(tuple(by_leaf), areas, counts.previous, counts.current)
