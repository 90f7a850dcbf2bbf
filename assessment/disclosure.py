"""Numbers so small that they could be about somebody known: who is shown them, from which on.

Those who answer for the data see everything. Groups of a survey are another rule, the same for
everybody, since breakdowns are published: `survey/withholding`.

What is withheld is decided in one place at a time, a district in one stretch of time, by all that
was counted there, whatever is asked. Of several districts or stretches only that is shown which may
be shown of each: it is their sum, and tells nothing new. So no two views tell more than one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assessment.people import Audience
from assessment.workspace import Workspace

# So many records, or people who answered, are no longer few.
ENOUGH = 5
# By audience, the fewest that are shown; none at all always is.
FEWEST: Mapping[Audience, int] = {Audience.PARTNER: ENOUGH, Audience.PUBLIC: ENOUGH}

# What a measure counts, by the ids that records have.
Leaves = frozenset[str]


def fewest_shown(workspace: Workspace) -> int:
    """Return the smallest count, other than none, that whoever asks may see."""
    return FEWEST.get(workspace.shown_to, 1)


def is_few(count: int | None, fewest: int) -> bool:
    """Tell whether a count is not to be shown."""
    return count is not None and 0 < count < fewest


def withheld_in_words(fewest: int) -> str:
    """Say that something is withheld, and why."""
    return f"Withheld: it is about fewer than {fewest}, or would give such a number back."


@dataclass(frozen=True)
class Part:
    """A measure and the parts that add up to it; one that `is_rest` is no measure of its own.

    The rest are records that say the group and no member of it: no table has a row for them, and
    whoever knows the group and all its members can tell how many they are.
    """

    leaves: Leaves
    parts: tuple["Part", ...] = ()
    is_rest: bool = False

    def total(self, counts: Mapping[str, int]) -> int:
        """Return how many records there are."""
        return sum(counts.get(leaf, 0) for leaf in self.leaves)

    def cost(self, counts: Mapping[str, int]) -> tuple[bool, int, list[str]]:
        """Return how much is lost where it is withheld: of the rest there is no row to lose."""
        return not self.is_rest, self.total(counts), sorted(self.leaves)

    def with_parts(self) -> Iterator["Part"]:
        """Yield it and everything that it is made of."""
        yield self
        for part in self.parts:
            yield from part.with_parts()


@lru_cache
def parts_of(measures: frozenset[Leaves]) -> tuple[Part, ...]:
    """Arrange measures by what they are part of. They overlap only where one holds the other."""
    largest: list[Leaves] = []
    for leaves in sorted(measures, key=lambda each: (-len(each), sorted(each))):
        if not any(leaves <= each for each in largest):
            largest.append(leaves)
    return tuple(_part(leaves, measures) for leaves in largest)


def _part(leaves: Leaves, measures: frozenset[Leaves]) -> Part:
    within = parts_of(frozenset(each for each in measures if each < leaves))
    said = frozenset[str]().union(*(part.leaves for part in within))
    if not within or said == leaves:
        return Part(leaves, within)
    rests = (Part(frozenset([leaf]), is_rest=True) for leaf in sorted(leaves - said))
    return Part(leaves, (*within, *rests))


def withheld(whole: Iterable[Part], counts: Mapping[str, int], fewest: int) -> frozenset[Leaves]:
    """Return which measures and rests are withheld in one district and stretch of time.

    Beside what is few, the smallest others of a total that is shown are withheld, until each of
    them could be more than few. A measure that has parts is withheld with one of them, else it
    would be their sum. What is none is shown as none, so that of the others none is known to be.
    """
    return frozenset(
        part.leaves
        for one in whole
        for part in (
            one.with_parts() if _tells(one, counts, fewest) else _within(one, counts, fewest)
        )
        if part.total(counts)
    )


def _tells(whole: Part, counts: Mapping[str, int], fewest: int) -> bool:
    """Tell whether a total is few, or so small that it says that a part of it must be."""
    return is_few(whole.total(counts), fewest) or (
        any(_tells(part, counts, fewest) for part in whole.parts)
        and not _is_enough([whole], counts, fewest)
    )


def _is_enough(hidden: Iterable[Part], counts: Mapping[str, int], fewest: int) -> bool:
    """Tell whether of several kinds of record, none of them none, each could be more than few."""
    present = [counts[leaf] for part in hidden for leaf in part.leaves if counts.get(leaf)]
    return len(present) > 1 and sum(present) - (len(present) - 1) >= fewest


def _within(whole: Part, counts: Mapping[str, int], fewest: int) -> Iterator[Part]:
    """Yield what is withheld of the parts of a total that is shown."""
    hidden, shown = _apart(whole, counts, fewest)
    cover = list(shown) if hidden else []
    while cover and not _is_enough(hidden, counts, fewest):
        chosen = min(cover, key=lambda part: part.cost(counts))
        yield chosen
        few, others = _apart(chosen, counts, fewest)
        hidden += few if chosen.parts else [chosen]
        shown = [*(part for part in shown if part is not chosen), *others]
        # Of a measure with parts one at least is withheld with it.
        cover = others or [part for part in cover if part is not chosen]
    for part in hidden:
        yield from part.with_parts()
    for part in shown:
        yield from _within(part, counts, fewest)


def _apart(whole: Part, counts: Mapping[str, int], fewest: int) -> tuple[list[Part], list[Part]]:
    """Return the parts that must be withheld, and the others that are not none."""
    present = [part for part in whole.parts if part.total(counts)]
    tell = [_tells(part, counts, fewest) for part in present]
    return (
        [part for part, tells in zip(present, tell, strict=True) if tells],
        [part for part, tells in zip(present, tell, strict=True) if not tells],
    )


def is_shown(whole: Iterable[Part], hidden: frozenset[Leaves], leaves: Leaves) -> bool:
    """Tell whether some records may be shown: as the sum of measures that each may be."""
    touched = [part for part in whole if part.leaves & leaves]
    return all(
        part.leaves not in hidden if part.leaves <= leaves else is_shown(part.parts, hidden, leaves)
        for part in touched
    )
