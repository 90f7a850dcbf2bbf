"""What is withheld of a survey, so that nothing published gives back what a small group said.

A question that few of those who took part answered (a follow-up put to the victims of a crime) is
their answers and nobody else's: it is withheld whole, as it would be in a breakdown.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.disclosure import is_few

# A group with fewer answers to a question could be about people whom a reader knows.
SMALLEST_BASE = 10

# A grouping's question and the option that people of the group gave to it.
GroupId = tuple[int, int]
# In place of the option: they left it blank, or would rather not say.
NOT_SAID = 0
Groups = frozenset[GroupId]
NOTHING: Groups = frozenset()


@dataclass(frozen=True)
class CrosstabCell:
    """Those of the same groups, one of each grouping; `counts` is how many gave each answer."""

    groups: tuple[GroupId, ...]
    base: int
    counts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Block:
    """People whom the groups shown do not tell apart: all are in those `shown`, and in no other."""

    shown: Groups
    cells: tuple[CrosstabCell, ...]


def is_withheld_whole(answered: int, respondents: int, fewest: int) -> bool:
    """Tell whether nothing is told of a question that so many of the respondents answered.

    From everybody, where they are a small group of more people; and from those who are shown no
    number below `fewest`, however many took part.
    """
    are_a_small_group = 0 < answered < SMALLEST_BASE <= respondents
    return are_a_small_group or is_few(answered, fewest)


def withheld_groups(cells: Iterable[CrosstabCell]) -> Groups:
    """Return the groups of a question, in any of its breakdowns, whose numbers must not be shown.

    Besides the groups that are small, others are withheld, the smallest first, until whoever is in
    a small one stands among at least ten whom the groups shown do not tell apart, somebody of
    another group with them, and no answer that all of these gave, or none. Then two of them could
    change places, answers and all, and every number shown would be the same: neither adding nor
    subtracting can tell what the small group said.
    """
    table = Crosstab.of(cells)
    hidden = set(table.small)
    while further := next(table.remedies(hidden), None):
        hidden.add(further)
    # What was withheld on the way may not be needed at its end.
    for group in sorted(hidden - table.small, key=table.order, reverse=True):
        if not any(table.exposed(hidden - {group})):
            hidden.remove(group)
    return frozenset(hidden)


@dataclass(frozen=True)
class Crosstab:
    """All breakdowns of one question as the cells that they are made of."""

    cells: tuple[CrosstabCell, ...]
    people: Mapping[GroupId, int]
    # What all of a group answered, or none of it: to show the group is to tell it.
    alike_by_group: Mapping[GroupId, frozenset[int]]
    alike_overall: frozenset[int]

    @classmethod
    def of(cls, cells: Iterable[CrosstabCell]) -> "Crosstab":
        """Gather cells that hold anybody: an empty group has nobody to protect."""
        filled = tuple(cell for cell in cells if cell.base)
        members: dict[GroupId, list[CrosstabCell]] = {}
        for cell in filled:
            for group in cell.groups:
                members.setdefault(group, []).append(cell)
        people = {group: sum(cell.base for cell in cells) for group, cells in members.items()}
        alike_by_group = {group: alike(cells) for group, cells in members.items()}
        return cls(filled, people, alike_by_group, alike(filled))

    @property
    def small(self) -> Groups:
        """The groups that are withheld for their own sake."""
        return frozenset(group for group, n in self.people.items() if n < SMALLEST_BASE)

    def order(self, group: GroupId) -> tuple[int, GroupId]:
        """Sort the smallest group first, and always the same of two as small."""
        return self.people[group], group

    def blocks(self, hidden: Collection[GroupId]) -> Iterator[Block]:
        """Yield the people whom the groups shown do not tell apart."""
        cells_by_groups: dict[Groups, list[CrosstabCell]] = {}
        for cell in self.cells:
            cells_by_groups.setdefault(self.shown(cell, hidden), []).append(cell)
        return (Block(shown, tuple(cells)) for shown, cells in cells_by_groups.items())

    def shown(self, cell: CrosstabCell, hidden: Collection[GroupId]) -> Groups:
        """Return the groups of a cell that are not withheld."""
        return frozenset(group for group in cell.groups if group not in hidden)

    def exposed(self, hidden: Collection[GroupId]) -> Iterator[Block]:
        """Yield the blocks from which something of a small group could be told."""
        return (block for block in self.blocks(hidden) if self._is_exposed(block))

    def _is_exposed(self, block: Block) -> bool:
        threatened = self._threatened(block)
        if not threatened:
            return False
        alone = any(all(group in cell.groups for cell in block.cells) for group in threatened)
        few = sum(cell.base for cell in block.cells) < SMALLEST_BASE
        return alone or few or bool(self._given_away(block))

    def _threatened(self, block: Block) -> Groups:
        return self.small & {group for cell in block.cells for group in cell.groups}

    def _given_away(self, block: Block) -> frozenset[int]:
        """Return the answers of which a block tells what no group shown tells by itself.

        Of those who did not say their group it may: nobody is known by not having said.
        """
        if all(option == NOT_SAID for _, option in self._threatened(block)):
            return frozenset()
        known = self.alike_overall.union(*(self.alike_by_group[group] for group in block.shown))
        return alike(block.cells) - known

    def remedies(self, hidden: Collection[GroupId]) -> Iterator[GroupId]:
        """Yield, for each block that is exposed, the group to withhold next."""
        for block in self.exposed(hidden):
            joining = self._joining(block, hidden)
            if candidates := set(joining) or block.shown:
                lacking = self._given_away(block)
                helping = [
                    group
                    for group in candidates
                    if lacking - alike((*block.cells, *joining.get(group, ())))
                ]
                yield min(helping or candidates, key=self.order)

    def _joining(
        self, block: Block, hidden: Collection[GroupId]
    ) -> dict[GroupId, list[CrosstabCell]]:
        """Return the groups that keep others out of a block, with the nearest of these others."""
        shown = {cell.groups: self.shown(cell, hidden) - block.shown for cell in self.cells}
        outside = [
            cell
            for cell in self.cells
            if shown[cell.groups] and block.shown <= self.shown(cell, hidden)
        ]
        nearest = min((len(shown[cell.groups]) for cell in outside), default=0)
        joining: dict[GroupId, list[CrosstabCell]] = {}
        for cell in outside:
            if len(shown[cell.groups]) == nearest:
                for group in shown[cell.groups]:
                    joining.setdefault(group, []).append(cell)
        return joining


def alike(cells: Sequence[CrosstabCell]) -> frozenset[int]:
    """Return the answers that all of some people gave, or none of them."""
    base = sum(cell.base for cell in cells)
    totals = [sum(counts) for counts in zip(*(cell.counts for cell in cells), strict=True)]
    return frozenset(number for number, n in enumerate(totals) if n in (0, base))
