"""The changes of a measure over a force's districts: they say how much it ordinarily changes."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assessment.changes.comparable.force_records import ForceRecords
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.variation.ordinary_variation import Rest, rest_of
from assessment.definitions import Measure, counted_under, districts, leaves_about, subjects_of

Numbers = npt.NDArray[np.float64]
Bits = npt.NDArray[np.int64]
Covered = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class DistrictChanges:
    """Counts before and now, of (years, districts), where both are covered; else NaN.

    `force` are those of the whole force, None where not all of its districts are covered.
    """

    names: tuple[str, ...]
    previous: Numbers
    current: Numbers
    force: tuple[int, int] | None

    def rest(self, own: Collection[str]) -> Rest | None:
        """Add up the districts that are not of a row; None without any."""
        others = [at for at, name in enumerate(self.names) if name not in own]
        return rest_of(self.previous[0, others], self.current[0, others])


class DistrictGrid:
    """Records of one source by leaf, in arrays of (districts, spans); those of no district last.

    A span is covered in a district whose every month has some record of the subject: a district of
    thousands of people has some offence every month.
    """

    def __init__(self, records: ForceRecords, source: str) -> None:
        self._pairs, self._months = records.pairs, np.array(records.lengths)
        self._names = districts().of_force(records.force)
        self._counts: dict[str, Numbers] = {}
        self._known: dict[str, Bits] = {}
        shape = (len(self._names) + 1, len(records.lengths))
        rows = {name: row for row, name in enumerate((*self._names, ""))}
        for at, (of_source, district, leaf) in enumerate(records.keys):
            if of_source == source and district in rows:
                self._counts.setdefault(leaf, np.zeros(shape))[rows[district]] = records.counts[at]
                known = self._known.setdefault(leaf, np.zeros(shape, dtype=np.int64))
                known[rows[district]] = records.months[at]
        self._nothing = np.zeros(shape)
        self._covered: dict[str, Covered] = {}

    def changes(self, measure: Measure) -> DistrictChanges:
        """Return the changes of a measure over the districts."""
        own = [self._counts[leaf] for leaf in counted_under(measure) if leaf in self._counts]
        total = np.sum(own, axis=0) if own else self._nothing
        covered = [self._is_covered(subject, measure) for subject in subjects_of(measure)]
        counted = np.where(np.logical_and.reduce(covered), total[:-1], np.nan)
        whole = counted.sum(axis=0) + total[-1]
        now, before = self._pairs[0]
        is_covered = bool(self._names) and not np.isnan(whole[[now, before]]).any()
        return DistrictChanges(
            self._names,
            np.array([counted[:, before] for _, before in self._pairs]),
            np.array([counted[:, now] for now, _ in self._pairs]),
            (int(whole[before]), int(whole[now])) if is_covered else None,
        )

    def _is_covered(self, subject: str, measure: Measure) -> Covered:
        if subject not in self._covered:
            leaves = leaves_about(subject, tuple(sets_searched(measure.measure_set)))
            known = [self._known[leaf] for leaf in self._known if leaf in leaves]
            bits = np.bitwise_or.reduce(known) if known else self._nothing.astype(np.int64)
            self._covered[subject] = np.bitwise_count(bits[:-1]) >= self._months
        return self._covered[subject]
