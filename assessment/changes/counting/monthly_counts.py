"""Records by month: every month of some measures in a place, read once for all periods.

Someone who looks at one period soon looks at the next, so what is read is kept while the data stay.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.periods import Period
from assessment.store import BoundQuery, Store

Grid = npt.NDArray[np.int64]


class RecordedPlace(NamedTuple):
    """Where records were counted: `district` is that of a ward, `area` what the records give."""

    ground: str
    district: str = ""
    area: str = ""


@dataclass(frozen=True)
class MonthlyCounts:
    """Records of some measures (first axis) in every place (second) by month (third)."""

    span: Period
    places: tuple[RecordedPlace, ...]
    counts: Grid

    def of(self, period: Period) -> Grid:
        """Return the months of a period; a month that was not read has no records."""
        read = {month: at for at, month in enumerate(self.span.months())}
        months = period.months()
        grid = np.zeros((*self.counts.shape[:2], len(months)), dtype=np.int64)
        for at, month in enumerate(months):
            if month in read:
                grid[:, :, at] = self.counts[:, :, read[month]]
        return grid

    def recorded(self, period: Period) -> frozenset[RecordedPlace]:
        """Return the places that have records in a period."""
        is_recorded = self.of(period).any(axis=(0, 2))
        return frozenset(self.places[at] for at in np.flatnonzero(is_recorded))


class MonthlyReading(NamedTuple):
    """A query that counts the records of some measures by the months of a span."""

    query: BoundQuery
    measures: tuple[str, ...]
    span: Period


def read_months(store: Store, reading: MonthlyReading) -> MonthlyCounts:
    """Count the records of a span."""
    read = store.columns(reading.query.name, **reading.query.parameters)
    where = list(map(RecordedPlace, read["ground"], read["district"], read["area"]))
    places = {place: at for at, place in enumerate(dict.fromkeys(where))}
    measures = {measure: at for at, measure in enumerate(reading.measures)}
    grid = np.zeros((len(measures), len(places), len(reading.span.months())), dtype=np.int64)
    if where:
        lengths = [len(months) for months in read["months"]]
        of_measure = np.repeat([measures[measure] for measure in read["measure"]], lengths)
        of_place = np.repeat([places[place] for place in where], lengths)
        months, counts = np.concatenate(read["months"]), np.concatenate(read["counts"])
        grid[of_measure, of_place, months] = counts
    return MonthlyCounts(reading.span, tuple(places), grid)
