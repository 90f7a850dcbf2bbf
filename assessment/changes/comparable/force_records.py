"""What a force recorded by district in the periods of a question, and in the years before.

It says how many records name no district, how much a measure ordinarily changes from place to
place, and what the whole force did.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from assessment.changes.comparable.recorded_months import (
    Numbers,
    number_of,
    of_force,
    read_recorded,
    recorded_query,
)
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.question import Question
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.store import BoundQuery, Store
from assessment.workspace import Workspace

# The period, the comparison, and three years before it.
SPANS = 5
PERIOD, COMPARISON = 0, 1
BITS = 60
NO_MONTHS = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class ForceRecords:
    """Records of a force in arrays of (keys, spans): how many, and which months have any, as bits.

    `keys` are the source, the district ('' where none is named) and the leaf; `pairs` the spans to
    compare, now and before, the question's own first; `lengths` how many months each span has.
    """

    force: str
    pairs: Sequence[tuple[int, int]]
    lengths: Sequence[int]
    keys: Sequence[tuple[str, str, str]]
    counts: Numbers
    months: Numbers


class _Reading(NamedTuple):
    force: str
    pairs: tuple[tuple[int, int], ...]
    # The first month and the number of months of each span.
    spans: tuple[tuple[int, int], ...]
    query: BoundQuery


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def force_records(workspace: Workspace, question: Question, force: str) -> ForceRecords:
    """Return what one of a place's forces recorded by district."""
    spans = _spans(question)
    query = recorded_query(question.place, sets_searched(question.measure_set))
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
    return number_of(first), len(months)


def _in_spans(store: Store, reading: _Reading) -> ForceRecords:
    """Count what was recorded in every span; what is read serves those that are asked next too."""
    own = of_force(store.kept(read_recorded, reading.query), reading.force)
    keys = sorted({(row.source, row.district, row.leaf) for row in own})
    at = {key: number for number, key in enumerate(keys)}
    rows = [at[each.source, each.district, each.leaf] for each in own]
    lengths = [len(each.months) for each in own]
    row = np.repeat(np.array(rows, dtype=np.int64), lengths)
    month = np.concatenate([NO_MONTHS, *(each.months for each in own)])
    counted = np.concatenate([NO_MONTHS, *(each.counts for each in own)])
    counts = np.zeros((len(keys), SPANS), dtype=np.int64)
    months = np.zeros_like(counts)
    for span, (first, length) in enumerate(reading.spans):
        inside = (month >= first) & (month < first + length)
        np.add.at(counts[:, span], row[inside], counted[inside])
        # A span of more months than there are bits is one of which not every month is known.
        bits = 1 << ((month[inside] - first) % BITS)
        np.bitwise_or.at(months[:, span], row[inside], bits)
    spans = [length for _, length in reading.spans]
    return ForceRecords(reading.force, reading.pairs, spans, keys, counts, months)
