"""Records of a place's force, district by district, where they are covered for a whole period."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assessment.changes.comparable.chosen_sources import (
    ChosenSources,
    SourceCoverage,
    choose_sources,
)
from assessment.changes.comparable.source_coverage import sets_searched, source_coverages
from assessment.changes.counting.counts import leaf_lists
from assessment.changes.question import Place
from assessment.definitions import Measure, districts, subjects_of
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace

RecordsByLeaf = Mapping[str, int]


@dataclass(frozen=True)
class ByDistrict:
    """Records of measures of one set by district and leaf, only where a district is covered."""

    counts: Mapping[tuple[str, str], RecordsByLeaf]

    def of(self, measure: str, district: str) -> int | None:
        """Return a district's records of a measure; None where it is not covered."""
        leaves = self.counts.get((measure, district))
        return None if leaves is None else sum(leaves.values())

    def together(self, measure: str, among: Iterable[str]) -> int | None:
        """Return the records of some districts; None where any of them is not covered."""
        counts = [self.of(measure, district) for district in among]
        return None if None in counts else sum(count or 0 for count in counts)

    def by_leaf(self, measure: str, among: Iterable[str]) -> RecordsByLeaf:
        """Return the records of some districts by leaf."""
        totals: dict[str, int] = {}
        for district in among:
            for leaf, count in self.counts.get((measure, district), {}).items():
                totals[leaf] = totals.get(leaf, 0) + count
        return totals


@lru_cache  # asked again for every measure
def districts_beside(place: Place) -> tuple[str, ...]:
    """Return every district of the forces that a place's districts belong to, its own included."""
    known = filter(None, map(districts().find, place.districts))
    beside = {name for district in known for name in districts().of_force(district.force)}
    return tuple(sorted(beside | set(place.districts)))


@needs(Permission.SEE_SMALL_NUMBERS, of="place")
def by_district(
    workspace: Workspace, place: Place, period: Period, measures: Sequence[Measure]
) -> ByDistrict:
    """Count measures of one set in every district of a place's force that covers all of a period.

    Where the place's own records are real, no generated ones stand beside them, and the other way
    round. Whole months only.
    """
    if not measures:
        return ByDistrict({})
    beside = districts_beside(place)
    needed = frozenset(period.months())
    sources = choose_sources(
        _of_one_kind(
            source_coverages(workspace, Place(place.label, beside), measures[0].measure_set), place
        ),
        beside,
        {subject for measure in measures for subject in subjects_of(measure)},
        # The source that answers for a comparison with the year before answers here too.
        needed | frozenset(period.year_before().months()),
    )
    counts: dict[tuple[str, str], dict[str, int]] = {
        (measure.id, district): {}
        for measure in measures
        for district in beside
        if all(needed <= source.whole for source in sources.of([district], subjects_of(measure)))
    }
    for measure_id, district, leaf, count in _rows(workspace, period, measures, sources):
        if (measure_id, district) in counts:
            counts[measure_id, district][leaf] = count
    return ByDistrict(counts)


def _of_one_kind(coverages: Sequence[SourceCoverage], place: Place) -> list[SourceCoverage]:
    """Keep real records where the place has any, else the generated ones."""
    own = [coverage.synthetic for coverage in coverages if coverage.ground in place.districts]
    synthetic = bool(own) and all(own)
    return [coverage for coverage in coverages if coverage.synthetic is synthetic]


def _rows(
    workspace: Workspace, period: Period, measures: Sequence[Measure], sources: ChosenSources
) -> Iterable[tuple[str, str, str, int]]:
    return workspace.store.rows(
        "district_counts",
        **leaf_lists(measures),
        **sources.lists,
        measure_sets=sets_searched(measures[0].measure_set),
        first_month=period.start,
        end_month=period.end,
    )
