"""The changes of a measure over a force's districts: they say how much it ordinarily changes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import numpy as np
import numpy.typing as npt

from assessment.changes.comparable.force_records import ForceRecords, LeafRecords
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.definitions import Measure, counted_under, districts, leaves_about, subjects_of

Numbers = npt.NDArray[np.float64]
NONE: dict[str, LeafRecords] = {}


@dataclass(frozen=True)
class DistrictChanges:
    """Counts before and now, of (years, districts), where both are covered; else NaN.

    `force` are those of the whole force, None where not all of its districts are covered.
    """

    previous: Numbers
    current: Numbers
    force: tuple[int, int] | None


def district_changes(records: ForceRecords, source: str, measure: Measure) -> DistrictChanges:
    """Return the changes of a measure over a force's districts, by one source.

    A span is covered in a district whose every month has some record of the measure's subject:
    a district of thousands of people has some offence every month.
    """
    names = districts().of_force(records.force)
    subjects = _leaves_by_subject(measure)
    counted = np.array(
        [_counted(records, source, measure, subjects, name) for name in names], dtype=np.float64
    ).reshape(len(names), len(records.months))
    elsewhere = _sum(_of_measure(records, source, measure, ""), len(records.months))
    whole = counted.sum(axis=0) + elsewhere
    now, before = records.pairs[0]
    is_covered = bool(names) and not np.isnan(whole[[now, before]]).any()
    return DistrictChanges(
        np.array([counted[:, before] for _, before in records.pairs]),
        np.array([counted[:, now] for now, _ in records.pairs]),
        (int(whole[before]), int(whole[now])) if is_covered else None,
    )


def _leaves_by_subject(measure: Measure) -> list[Collection[str]]:
    sets = tuple(sets_searched(measure.measure_set))
    return [leaves_about(subject, sets) for subject in subjects_of(measure)]


def _counted(
    records: ForceRecords,
    source: str,
    measure: Measure,
    subjects: Sequence[Collection[str]],
    name: str,
) -> Numbers:
    """Count a measure in every span: NaN where the span is not covered in the district."""
    total = _sum(_of_measure(records, source, measure, name), len(records.months))
    by_leaf = records.by_district.get((source, name), NONE)
    for leaves in subjects:
        known = [counted.months for leaf, counted in by_leaf.items() if leaf in leaves]
        for span, months in enumerate(records.months):
            bits: int = reduce(or_, (bits[span] for bits in known), 0)
            if bits.bit_count() < months:
                total[span] = np.nan
    return total


def _of_measure(
    records: ForceRecords, source: str, measure: Measure, name: str
) -> list[Sequence[int]]:
    by_leaf = records.by_district.get((source, name), NONE)
    return [by_leaf[leaf].counts for leaf in counted_under(measure) if leaf in by_leaf]


def _sum(counts: Sequence[Sequence[int]], spans: int) -> Numbers:
    total: Numbers = np.array([(0,) * spans, *counts], dtype=np.float64).sum(axis=0)
    return total
