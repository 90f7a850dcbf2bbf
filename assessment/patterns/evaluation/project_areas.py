"""The areas of a project: where the work was done, and what that is set beside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from assessment.changes.question import By
from assessment.numbers import listed

MOST_NAMED = 6


@dataclass(frozen=True)
class ProjectAreas:
    """Areas by what they are for, each by its code, or by its name where it has none.

    `funded` are those in which the work was done, `compared` such as are like them without it.
    `beside` are those that crime may have moved to, and `beside_compared` such as are like these.
    """

    by: By
    funded: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    beside_compared: tuple[str, ...] = ()

    @property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """The areas of each kind that has any."""
        named = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "by"}
        return {name: areas for name, areas in named.items() if areas}

    @property
    def every(self) -> tuple[str, ...]:
        """All areas that are chosen."""
        return tuple(area for areas in self.groups.values() for area in areas)

    def faults(self, known: Mapping[str, str]) -> Iterator[str]:
        """Say what of the choice cannot be, by the names of the areas that are known."""
        if not self.funded:
            yield "Choose the areas in which the work was done."
        if not self.compared:
            yield "Choose areas to compare with: such as are like them, without the work."
        if self.beside_compared and not self.beside:
            yield "Areas to compare with those beside need areas beside: choose both, or neither."
        if unknown := [area for area in self.every if area not in known]:
            yield f"No records name {listed(unknown, MOST_NAMED)} here: choose others."
        twice = dict.fromkeys(area for area in self.every if self.every.count(area) > 1)
        if twice:
            names = listed([known.get(area, area) for area in twice], MOST_NAMED)
            yield f"Chosen more than once: {names}. An area is of one kind alone."
