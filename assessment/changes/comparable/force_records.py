"""What a force recorded by district in the periods of a question, and in the years before.

All of a set is read at once, and kept while the data stay: it says how many records name no
district, how much a measure ordinarily changes from place to place, and what the whole force did.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.question import Question
from assessment.definitions import districts
from assessment.people import Permission
from assessment.periods import Period, add_months, month_start
from assessment.permissions import needs
from assessment.store import BoundQuery, Store
from assessment.workspace import Workspace

# The period, the comparison, and three years before it.
SPANS = 5
PERIOD, COMPARISON = 0, 1


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
    months: tuple[int, ...]
    query: BoundQuery


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def force_records(workspace: Workspace, question: Question, force: str) -> ForceRecords:
    """Return what one of a place's forces recorded by district."""
    spans = _spans(question)
    query = BoundQuery.of(
        "force_records",
        force=force,
        districts=list(districts().of_force(force)),
        measure_sets=sets_searched(question.measure_set),
        starts=[month_start(span.start) for span in spans],
        ends=[add_months(span.months()[-1], 1) for span in spans],
    )
    months = tuple(len(span.months()) for span in spans)
    return workspace.store.kept(_read, _Reading(force, _pairs(question), months, query))


def _spans(question: Question) -> list[Period]:
    spans = [question.period, question.comparison]
    while len(spans) < SPANS:
        spans.append(spans[-1].year_before())
    return spans


def _pairs(question: Question) -> tuple[tuple[int, int], ...]:
    """Return the spans to compare, now and before: earlier years too, where years are compared."""
    is_year_before = question.comparison == question.period.year_before()
    return tuple(pairwise(range(SPANS))) if is_year_before else ((PERIOD, COMPARISON),)


def _read(store: Store, reading: _Reading) -> ForceRecords:
    by_district: dict[tuple[str, str], dict[str, LeafRecords]] = defaultdict(dict)
    rows = store.rows(reading.query.name, **reading.query.parameters)
    for source, district, leaf, spans, counts, months in rows:
        by_span = [[0] * SPANS, [0] * SPANS]
        for span, n, bits in zip(spans, counts, months, strict=True):
            by_span[0][span], by_span[1][span] = n, bits
        by_district[source, district][leaf] = LeafRecords(*by_span)
    return ForceRecords(reading.force, reading.pairs, reading.months, by_district)
