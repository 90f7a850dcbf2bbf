"""What every source has recorded in the grounds of a place, month by month."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np

from assessment.changes.comparable.recorded_months import (
    Recorded,
    months_numbered,
    read_recorded,
    recorded_query,
)
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


class _Reading(NamedTuple):
    place: Place
    query: BoundQuery


@needs(Permission.SEE_SMALL_NUMBERS, of="place")
def ground_records(workspace: Workspace, place: Place, measure_sets: list[str]) -> GroundRecords:
    """Return what every source has recorded in a place, counted in some sets."""
    reading = _Reading(place, recorded_query(place, measure_sets))
    return workspace.store.kept(_read, reading)


def _read(store: Store, reading: _Reading) -> GroundRecords:
    place, by_leaf = reading.place, defaultdict[tuple[str, str], dict[str, Monthly]](dict)
    grounds = set(place.grounds)
    together: dict[tuple[str, str, str], list[Recorded]] = defaultdict(list)
    for row in store.kept(read_recorded, reading.query):
        ground = row.force if place.force else row.district
        if ground in grounds:
            together[ground, row.source, row.leaf].append(row)
    for (ground, source, leaf), rows in together.items():
        by_leaf[ground, source][leaf] = _monthly(rows)
    return GroundRecords(by_leaf)


def _monthly(rows: Sequence[Recorded]) -> Monthly:
    """Add up the records of some districts by month."""
    numbers, at = np.unique(np.concatenate([row.months for row in rows]), return_inverse=True)
    counts = np.zeros(len(numbers), dtype=np.int64)
    np.add.at(counts, at, np.concatenate([row.counts for row in rows]))
    return dict(zip(months_numbered(numbers), counts.tolist(), strict=True))
