"""What a force recorded by district in the periods of a question, and in the years before.

All of a set is read at once, and kept while the data stay: it says how many records name no
district, how much a measure ordinarily changes from place to place, and what the whole force did.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.question import MONTHS, Question
from assessment.definitions import districts
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.store import BoundQuery, Store
from assessment.workspace import Workspace

# The period, the comparison, and three years before it.
SPANS = 5
PERIOD, COMPARISON = 0, 1
BITS = 60
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class LeafRecords:
    """Records of a leaf in every span, and which months of each have any, as bits."""

    counts: Sequence[int]
    months: Sequence[int]


@dataclass(frozen=True)
class ForceRecords:
    """Records of a force by source and district ('' for those that name none), and by leaf.

    `pairs` are the spans to compare, now and before, the question's own first; `months` how many
    months each span has.
    """

    force: str
    pairs: Sequence[tuple[int, int]]
    months: Sequence[int]
    by_district: Mapping[tuple[str, str], Mapping[str, LeafRecords]]


class _Reading(NamedTuple):
    force: str
    pairs: tuple[tuple[int, int], ...]
    # The first month and the number of months of each span.
    spans: tuple[tuple[int, int], ...]
    query: BoundQuery


class _Read(NamedTuple):
    """Sources, districts and leaves; and for every count the number of its row, and its month."""

    keys: Sequence[tuple[str, str, str]]
    row: Numbers
    month: Numbers
    counted: Numbers


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def force_records(workspace: Workspace, question: Question, force: str) -> ForceRecords:
    """Return what one of a place's forces recorded by district."""
    spans = _spans(question)
    query = BoundQuery.of(
        "force_records",
        force=force,
        districts=list(districts().of_force(force)),
        measure_sets=sets_searched(question.measure_set),
    )
    reading = _Reading(force, _pairs(question), tuple(map(_months_of, spans)), query)
    return workspace.store.kept(_in_spans, reading)


def _spans(question: Question) -> list[Period]:
    spans = [question.period, question.comparison]
    while len(spans) < SPANS:
        spans.append(spans[-1].year_before())
    return spans


def _pairs(question: Question) -> tuple[tuple[int, int], ...]:
    """Return the spans to compare, now and before: earlier years too, where years are compared."""
    is_year_before = question.comparison == question.period.year_before()
    return tuple(pairwise(range(SPANS))) if is_year_before else ((PERIOD, COMPARISON),)


def _months_of(span: Period) -> tuple[int, int]:
    first, *_ = months = span.months()
    return _number(first), len(months)


def _number(month: date) -> int:
    return month.year * MONTHS + month.month


def _in_spans(store: Store, reading: _Reading) -> ForceRecords:
    """Count what was recorded in every span; what is read serves those that are asked next too."""
    keys, row, month, counted = store.kept(_read, reading.query)
    counts = np.zeros((len(keys), SPANS), dtype=np.int64)
    months = np.zeros_like(counts)
    for span, (first, length) in enumerate(reading.spans):
        inside = (month >= first) & (month < first + length)
        np.add.at(counts[:, span], row[inside], counted[inside])
        # A span of more months than there are bits is one of which not every month is known.
        known = np.zeros((len(keys), BITS), dtype=np.int64)
        known[row[inside], (month[inside] - first) % BITS] = 1
        months[:, span] = known @ (1 << np.arange(BITS))
    by_district: dict[tuple[str, str], dict[str, LeafRecords]] = defaultdict(dict)
    for (source, district, leaf), n, bits in zip(
        keys, counts.tolist(), months.tolist(), strict=True
    ):
        if any(bits):
            by_district[source, district][leaf] = LeafRecords(n, bits)
    lengths = [length for _, length in reading.spans]
    return ForceRecords(reading.force, reading.pairs, lengths, by_district)


def _read(store: Store, query: BoundQuery) -> _Read:
    rows = store.rows(query.name, **query.parameters)
    keys = [(source, district, leaf) for source, district, leaf, _, _ in rows]
    return _Read(
        keys,
        np.repeat(np.arange(len(rows)), [len(months) for *_, months, _ in rows]),
        np.fromiter(chain.from_iterable(months for *_, months, _ in rows), np.int64),
        np.fromiter(chain.from_iterable(counts for *_, counts in rows), np.int64),
    )
