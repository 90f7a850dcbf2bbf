"""Records by month: all months there are of some measures in a place, read once for every period.

Whoever looks at one period soon looks at the next, so what is read is kept while the data stay.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.changes.counting.row_areas import Key
from assessment.periods import Period
from assessment.store import BoundQuery, Store

Grid = npt.NDArray[np.int64]
Ids = Sequence[str]


@dataclass(frozen=True)
class Monthly:
    """Records of some measures (first axis) in every place (second) by month (third)."""

    span: Period
    places: tuple[Key, ...]
    counts: Grid

    def of(self, period: Period) -> Grid:
        """Return the months of a period; a month that was not read has no records."""
        read = {month: at for at, month in enumerate(self.span.months())}
        months = period.months()
        found = np.zeros((*self.counts.shape[:2], len(months)), dtype=np.int64)
        for at, month in enumerate(months):
            if month in read:
                found[:, :, at] = self.counts[:, :, read[month]]
        return found

    def recorded(self, period: Period) -> frozenset[Key]:
        """Return the places that have records in a period."""
        some = self.of(period).any(axis=(0, 2))
        return frozenset(self.places[at] for at in np.flatnonzero(some))


def monthly(store: Store, asked: BoundQuery, ids: Ids, span: Period) -> Monthly:
    """Ask a query that counts the records of a span."""
    rows = [
        (measure, (ground, district, area), months, counts)
        for measure, ground, district, area, months, counts in store.rows(
            asked.name, **asked.parameters
        )
    ]
    places = {place: at for at, place in enumerate(dict.fromkeys(place for _, place, *_ in rows))}
    measures = {measure: at for at, measure in enumerate(ids)}
    found = np.zeros((len(ids), len(places), len(span.months())), dtype=np.int64)
    for measure, place, months, counts in rows:
        found[measures[measure], places[place], months] = counts
    return Monthly(span, tuple(places), found)


class Reading(NamedTuple):
    """The query that reads all months of a span for some measures."""

    asked: BoundQuery
    ids: tuple[str, ...]
    span: Period


def read_months(store: Store, reading: Reading) -> Monthly:
    """Read all months of a span."""
    return monthly(store, *reading)
