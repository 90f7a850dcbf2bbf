"""What every source has recorded in the grounds of a place, month by month."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from assessment.changes.question import Place
from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import BoundQuery, Store
from assessment.workspace import Workspace

Monthly = Mapping[date, int]
# By ground, source and leaf; a flag is a leaf too, under which its records are counted once more.
ByLeaf = Mapping[tuple[str, str], Mapping[str, Monthly]]


@dataclass(frozen=True)
class GroundRecords:
    """Current records by ground, source, leaf and month."""

    by_leaf: ByLeaf

    def monthly(self, ground: str, source: str, leaves: Collection[str]) -> Monthly:
        """Return the records of some leaves together, by month; months without any are left out."""
        together: Counter[date] = Counter()
        for leaf, monthly in self.by_leaf.get((ground, source), {}).items():
            if leaf in leaves:
                together.update(monthly)
        return together

    def count(
        self, ground: str, source: str, leaves: Collection[str], months: Collection[date]
    ) -> int:
        """Count the records of some leaves in some months."""
        monthly = self.monthly(ground, source, leaves)
        return sum(monthly.get(month, 0) for month in months)


@needs(Permission.SEE_SMALL_NUMBERS, of="place")
def ground_records(workspace: Workspace, place: Place, measure_sets: list[str]) -> GroundRecords:
    """Return what every source has recorded in a place, counted in some sets."""
    query = BoundQuery.of(
        "records_by_leaf",
        ground_kind=place.ground_kind,
        grounds=list(place.grounds),
        measure_sets=measure_sets,
    )
    return workspace.store.kept(_read, query)


def _read(store: Store, query: BoundQuery) -> GroundRecords:
    by_leaf: dict[tuple[str, str], dict[str, Monthly]] = {}
    for ground, source, leaf, months, counts in store.rows(query.name, **query.parameters):
        by_leaf.setdefault((ground, source), {})[leaf] = dict(zip(months, counts, strict=True))
    return GroundRecords(by_leaf)
