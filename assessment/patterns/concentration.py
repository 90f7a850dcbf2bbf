"""How unevenly records fall on small areas (LSOAs): what the busiest 5% of them hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, count
from math import exp, floor, lgamma, log, sqrt

from assessment.patterns.records_in_scope import Records
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

TOP_SHARE = 0.05


@dataclass(frozen=True)
class Concentration:
    """Records by small area, the most first; areas without any are not among `counts`.

    `areas` is how many small areas the place has; `elsewhere` how many records name none. `busiest`
    are the codes of the first few of `counts`.
    """

    counts: tuple[int, ...]
    areas: int
    elsewhere: int
    busiest: tuple[str, ...] = ()

    @property
    def located(self) -> int:
        """How many records name their small area."""
        return sum(self.counts)

    @property
    def top(self) -> int:
        """How many areas are the busiest 5%: the nearest whole number, at least one."""
        return max(1, floor(TOP_SHARE * self.areas + 0.5))

    @property
    def top_percent(self) -> float | None:
        """The share of records in the busiest 5% of areas; None where none names its area."""
        return 100 * sum(self.counts[: self.top]) / self.located if self.located else None

    @property
    def top_percent_by_chance(self) -> float | None:
        """What the busiest 5% would hold if every area were as likely as any other."""
        if not self.located:
            return None
        return 100 * share_by_chance(self.located / self.areas, self.top / self.areas)

    @property
    def holding_half(self) -> int:
        """How many areas, the busiest first, it takes to hold half of the records."""
        running, located = enumerate(accumulate(self.counts), start=1), self.located
        return next((n for n, records in running if 2 * records >= located), 0)


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="records")
def concentrations(
    workspace: Workspace, records: Records, everything: str
) -> Mapping[str, Concentration]:
    """Return the concentration of every measure that has a record.

    `everything` names the measure that counts all records: the areas that any of them names are
    taken to be all there are, because no list of a place's small areas fits every year's codes.
    """
    rows = workspace.store.rows("small_area_counts", **records.given())
    counted = {
        measure: (tuple(counts), elsewhere, tuple(busiest))
        for measure, counts, elsewhere, busiest in rows
    }
    areas = len(counted.get(everything, ((), 0, ()))[0])
    return {
        # A flag may be counted from another source, which names areas that have no other records.
        measure: Concentration(counts, max(areas, len(counts)), elsewhere, busiest)
        for measure, (counts, elsewhere, busiest) in counted.items()
    }


def share_by_chance(mean: float, top: float) -> float:
    """Return the share of all that the top of many Poisson counts of one mean would hold.

    Small numbers look concentrated wherever they fall: of counts of 1 on average, the top 5% hold
    17% by chance alone.
    """
    share = reached = 0.0
    # From far above the mean downwards, until the top is full.
    for n in count(int(mean + 10 * sqrt(mean) + 25), -1):
        chance = exp(n * log(mean) - mean - lgamma(n + 1))
        if reached + chance >= top or n == 0:
            break
        reached += chance
        share += n * chance
    return (share + n * (top - reached)) / mean
