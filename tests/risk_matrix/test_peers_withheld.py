"""That no few records of another district can be told from what a partner is shown of peers."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import product

import pytest

from assessment.changes.counting.peer_districts import Peers
from assessment.changes.withheld.redaction import Redaction
from assessment.definitions import HOME_OFFICE, measure_sets
from assessment.disclosure import parts_of
from assessment.population import Base
from assessment.risk_matrix.evidence.indicator_disclosure import Withholding
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts, count_issues
from assessment.risk_matrix.indicators.peer_indicator import PEERS, against_peers
from tests.changes.given import Given
from tests.risk_matrix.records import NOW, ROCHFORD, YEAR, an_issue

FEWEST, MOST = 5, 9
FEW = set(range(1, FEWEST))
RESIDENTS = Base(90_000, 2021, ("a file",))
# What everybody knows of the other districts: residents, or offences of any kind.
OTHERS = [
    (1000, (60_000, 90_000), RESIDENTS, "two: their middle is made of both"),
    (1000, (60_000, 80_000, 120_000), RESIDENTS, "three, none like another"),
    (1000, (60_000, 60_500, 200_000), RESIDENTS, "rates that look the same"),
    (1000, (60_000, 60_000, 60_000), RESIDENTS, "rates that are the same"),
    (1000, (50_000, 60_000, 70_000, 80_000), RESIDENTS, "four"),
    (1000, (900, 1500, 60_000), RESIDENTS, "so few residents that each record shows"),
    (100, (400, 700, 1200), None, "shares, of so few offences that each record shows"),
    (100, (9000, 9000), None, "shares, of many"),
]


@pytest.fixture
def an_answer(covered: Given) -> IssueCounts:
    covered.records(50, NOW, "arson")
    covered.seal()
    return count_issues(covered.workspace, ROCHFORD, YEAR, [an_issue("arson")])["arson"]


ARSON = frozenset(["arson"])
ALL_CRIME = frozenset(measure_sets()[HOME_OFFICE].measure("all-crime").leaves)


def shown(found: IssueCounts, peers: Peers, counts: Mapping[str, int]) -> str:
    """Return what a partner reads of a place's peers."""
    beside = replace(found, peers=peers)
    few = {name: (frozenset([ARSON] if count in FEW else []),) for name, count in counts.items()}
    hidden = Redaction("", parts_of(frozenset([ARSON, ALL_CRIME])), {}, few)
    withheld = Withholding(ROCHFORD, HOME_OFFICE, {HOME_OFFICE: hidden})
    return "withheld" if PEERS.is_hidden(withheld, beside) else against_peers(beside).words


def told_apart(seen: Mapping[str, list[tuple[int, ...]]]) -> list[tuple[str, int]]:
    """Return what is read, and of which district it says that it has few, and not none nor more."""
    return [
        (words, district)
        for words, worlds in seen.items()
        for district, counts in enumerate(zip(*worlds, strict=True))
        if set(counts) <= FEW
    ]


@pytest.mark.parametrize(("each", "bases", "residents", "why"), OTHERS)
def test_whatever_is_read_a_district_may_have_none_or_enough(
    an_answer: IssueCounts, each: int, bases: tuple[int, ...], residents: Base | None, why: str
) -> None:
    """Every number of records that the others could have, by the words that they would give."""
    names = [f"District {number}" for number in range(len(bases))]
    seen: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(MOST), repeat=len(bases)):
        of = {name: each * n / base for name, n, base in zip(names, counts, bases, strict=True)}
        words = shown(an_answer, Peers(0.5, of, residents), dict(zip(names, counts, strict=True)))
        seen[words].append(counts)
    assert len(seen) > len(bases), "some of it is shown"
    assert told_apart(seen) == [], why
