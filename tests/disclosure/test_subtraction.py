"""That no small count comes back from everything that a partner can read, however it is combined.

Whoever adds a view that partners see adds to `readable` how it is read.
"""

from collections.abc import Iterable, Mapping
from itertools import islice

import pytest

from assessment.changes.withheld import redaction
from assessment.disclosure import Leaves, Part, is_few
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.disclosure.attack import Atom, Knowledge, given_back
from tests.disclosure.worlds import CASES, COUNTS, a_world, everything_read, protected

CELLS = [Atom("set", leaf, "here", 0) for leaf in "abc"]
TRUE = dict(zip(CELLS, (3, 7, 40), strict=True))
ROBBERY, ARSON, THEFT = CELLS
# What is read, and which single counts it gives back.
READ = [
    ([], [], "nothing is read"),
    ([(CELLS, 50)], [], "a total"),
    ([(CELLS, 50), ([THEFT], 40)], [], "two are left, 10 together"),
    ([(CELLS, 50), ([THEFT], 40), ([ARSON], 7)], [ROBBERY], "one is left"),
    ([([ROBBERY, ARSON], 10), ([ARSON, THEFT], 47), (CELLS, 50)], [ROBBERY], "by two steps"),
]
# Which stores are searched each time, and which where there is time for it.
SEARCHED = [(name, 1) for name in CASES if name != "two years that overlap"]
SEARCHED_APART = [
    pytest.param(name, seed, marks=pytest.mark.slow)
    for name in CASES
    for seed in COUNTS
    if (name, seed) not in SEARCHED
]


@pytest.mark.parametrize(("read", "back", "why"), READ)
def test_the_attack_subtracts(
    read: list[tuple[list[Atom], int]], back: list[Atom], why: str
) -> None:
    known = Knowledge()
    for cells, count in read:
        known.reads(why, cells, count)
    every = [frozenset([cell]) for cell in CELLS]
    assert list(given_back(known, TRUE, every)) == [frozenset([cell]) for cell in back], why


def test_the_attack_takes_a_rounded_share_for_what_it_leaves_open() -> None:
    known = Knowledge()
    known.reads("all", CELLS, 50)
    known.between("6%", {ROBBERY: 1.0}, 0.055 * 50, 0.065 * 50)
    assert list(given_back(known, TRUE, [frozenset([ROBBERY])])) == [frozenset([ROBBERY])]


@pytest.mark.parametrize(("name", "seed"), [*SEARCHED, *SEARCHED_APART])
def test_no_view_gives_a_small_count_back(workspace: Workspace, name: str, seed: int) -> None:
    case = CASES[name]
    world, true = a_world(Given(workspace), case, seed)
    known = everything_read(world, case, true)
    few = protected(world, case, true)
    assert len(few) > 100, "there is something to find"
    assert len(known.rows) > 100, "there is something to read"
    assert [sorted(cells) for cells in given_back(known, true, few)] == []


def test_without_cover_the_attack_finds_some(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is few alone is withheld: a total less the others is what is left."""

    def few_alone(
        whole: Iterable[Part], counts: Mapping[str, int], fewest: int
    ) -> frozenset[Leaves]:
        every = (part for one in whole for part in one.with_parts())
        return frozenset(part.leaves for part in every if is_few(part.total(counts), fewest))

    monkeypatch.setattr(redaction, "withheld", few_alone)
    case = CASES["two consecutive years"]
    world, true = a_world(Given(workspace), case, 1)
    known = everything_read(world, case, true)
    assert len([*islice(given_back(known, true, protected(world, case, true)), 10)]) == 10
