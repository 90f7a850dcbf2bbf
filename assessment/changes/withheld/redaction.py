"""What is withheld of a place's records from partners, district by district and year by year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.changes.comparable.source_coverage import sources_for
from assessment.changes.counting.counts import count
from assessment.changes.counting.monthly_counts import Grid
from assessment.changes.question import By, Question
from assessment.changes.withheld.shown_years import shown_pieces
from assessment.definitions import Measure, MeasureKind, counted_under, measure_set_named
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
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace

YEARS_ONLY = (
    "Withheld: partners are shown whole years that an assessment looks at (until there is one, "
    "years to March), because periods that overlap would give small numbers back."
)
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
        """Every district, and the records that do not give theirs."""
        return tuple(self.now or ())

    @property
    def is_one_piece(self) -> bool:
        """Whether no other year ends within the period."""
        return all(len(pieces) == 1 for pieces in (self.now or {}).values())

    def shows_before(self, measure: Measure, areas: Iterable[str]) -> bool:
        """Tell whether the records of the comparison may be shown, of some areas together."""
        return self._shows(self.before, [_records_of(measure)], areas)

    def shows_now(self, measure: Measure, areas: Iterable[str]) -> bool:
        """Tell whether the records of the period may be shown, of some areas together."""
        return self._shows(self.now, [_records_of(measure)], areas)

    def shows_parts_now(self, measure: Measure, areas: Iterable[str]) -> bool:
        """Tell whether everything that a measure is made of may be shown."""
        return self._shows(self.now, [frozenset([leaf]) for leaf in counted_under(measure)], areas)

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
    """Return what is withheld from the person who asks, by district; None where nothing is."""
    fewest = fewest_shown(workspace)
    if fewest <= 1:
        return None
    periods = (question.comparison, question.period)
    before, now = shown_pieces(workspace, question.place, periods)
    if not before or not now:
        return Redaction(YEARS_ONLY)
    measures = measure_set_named(question.measure_set).measures
    whole = parts_of(frozenset(map(_records_of, measures)))
    by_leaf = _count_by_leaf(workspace, question, measures)

    def hidden(grid: Grid, period: Period, pieces: Sequence[Period]) -> Side:
        return {
            area: tuple(
                _withheld(whole, measures, by_leaf.counts(grid, at, period, piece), fewest)
                for piece in pieces
            )
            for at, area in enumerate(by_leaf.areas)
        }

    return Redaction(
        withheld_in_words(fewest),
        whole,
        hidden(by_leaf.previous, question.comparison, before),
        hidden(by_leaf.current, question.period, now),
    )


def _records_of(measure: Measure) -> Leaves:
    """Return what a measure counts, and what tables count under the totals within it alone.

    So that measures overlap only where one holds the other.
    """
    counted = frozenset(counted_under(measure))
    if measure.kind is not MeasureKind.TOTAL:
        return counted
    totals = measure_set_named(measure.measure_set).totals
    return counted | {total.id for total in totals if {*total.leaves} < {*measure.leaves}}


def _withheld(
    whole: Sequence[Part], measures: Iterable[Measure], counts: Mapping[str, int], fewest: int
) -> frozenset[Leaves]:
    """Return what is withheld, and each total that lacks what stands under one within it alone.

    Such a total is the sum of its parts: the one within it, less these, would be what is apart.
    """
    lacking = {
        _records_of(measure)
        for measure in measures
        if any(counts.get(leaf) for leaf in _records_of(measure).difference(counted_under(measure)))
    }
    return withheld(whole, counts, fewest) | lacking


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


def _count_by_leaf(
    workspace: Workspace, question: Question, measures: Iterable[Measure]
) -> _ByLeaf:
    """Count every leaf of a set in every district, from the source that answers the question."""
    by_leaf = {
        # Of no total: what stands under a total alone is counted by itself.
        leaf: replace(measure, id=leaf, leaves=(leaf,), kind=MeasureKind.UNMAPPED)
        for measure in measures
        for leaf in counted_under(measure)
    }
    by_district = replace(question, by=By.DISTRICT, measure=None)
    leaves = tuple(by_leaf.values())
    counts = count(workspace, by_district, leaves, sources_for(workspace, by_district, leaves))
    areas = tuple(area.name for area in counts.areas)
    return _ByLeaf(tuple(by_leaf), areas, counts.previous, counts.current)
