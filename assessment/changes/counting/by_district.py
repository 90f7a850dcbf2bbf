"""Records of a place's force, district by district, where they are covered for a whole period."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assessment.changes.comparable.source_coverage import (
    Choice,
    Covering,
    choose,
    coverings,
    sets_searched,
)
from assessment.changes.counting.counts import subjects_of
from assessment.changes.question import Place
from assessment.definitions import Measure, districts, subject_of
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace

# Records by leaf.
Leaves = Mapping[str, int]


@dataclass(frozen=True)
class ByDistrict:
    """Records of measures of one set by district and leaf, only where a district is covered."""

    counts: Mapping[tuple[str, str], Leaves]

    def of(self, measure: str, district: str) -> int | None:
        """Return a district's records of a measure; None where it is not covered."""
        leaves = self.counts.get((measure, district))
        return None if leaves is None else sum(leaves.values())

    def together(self, measure: str, among: Iterable[str]) -> int | None:
        """Return the records of some districts; None where any of them is not covered."""
        counted = [self.of(measure, district) for district in among]
        return None if None in counted else sum(n or 0 for n in counted)

    def by_leaf(self, measure: str, among: Iterable[str]) -> Leaves:
        """Return the records of some districts by leaf."""
        found: dict[str, int] = {}
        for district in among:
            for leaf, n in self.counts.get((measure, district), {}).items():
                found[leaf] = found.get(leaf, 0) + n
        return found


def leaf_lists(measures: Iterable[Measure]) -> dict[str, list[str]]:
    """Return measures with their leaves and the subject of each, side by side, for the queries."""
    pairs = [(measure, leaf) for measure in measures for leaf in measure.leaves]
    return {
        "measures": [measure.id for measure, _ in pairs],
        "leaves": [leaf for _, leaf in pairs],
        "leaf_subjects": [subject_of(leaf, measure.measure_set) for measure, leaf in pairs],
    }


@lru_cache  # asked again for every measure
def districts_beside(place: Place) -> tuple[str, ...]:
    """Return every district of the forces that a place's districts belong to, its own included."""
    found = [districts().find(name) for name in place.districts]
    named = {name for one in found if one for name in districts().of_force(one.force)}
    return tuple(sorted(named | set(place.districts)))


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
    measure_set = measures[0].measure_set
    every = coverings(workspace, Place(place.label, beside), measure_set)
    subjects = sorted({subject for measure in measures for subject in subjects_of(measure)})
    needed = frozenset(period.months())
    # The source that answers for a comparison with the year before answers here too.
    both = needed | frozenset(period.year_before().months())
    choice = choose(_of_one_kind(every, place), beside, subjects, both)
    counts: dict[tuple[str, str], dict[str, int]] = {
        (measure.id, district): {}
        for measure in measures
        for district in beside
        if needed <= choice.whole([district], subjects_of(measure))
    }
    for measure_id, district, leaf, n in _rows(workspace, period, measures, choice):
        if (measure_id, district) in counts:
            counts[measure_id, district][leaf] = n
    return ByDistrict(counts)


def _of_one_kind(every: Sequence[Covering], place: Place) -> list[Covering]:
    """Keep real records where the place has any, else the generated ones."""
    own = [one.synthetic for one in every if one.ground in place.districts]
    synthetic = bool(own) and all(own)
    return [one for one in every if one.synthetic is synthetic]


def _rows(
    workspace: Workspace, period: Period, measures: Sequence[Measure], choice: Choice
) -> Iterable[tuple[str, str, str, int]]:
    return workspace.store.rows(
        "district_counts",
        **leaf_lists(measures),
        **choice.lists(),
        measure_sets=sets_searched(measures[0].measure_set),
        first_month=period.start,
        end_month=period.end,
    )
