"""How unevenly records fall on small areas (LSOAs): what the busiest 5% of them hold."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import floor, lgamma, log, sqrt

import numpy as np
import numpy.typing as npt

from assessment.patterns.records_in_scope import Records
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

TOP_SHARE = 0.05
Floats = npt.NDArray[np.float64]


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
        return 100 * share_by_chance(self.located, self.areas, self.top)

    @property
    def excess(self) -> float | None:
        """By how many points the busiest 5% hold more than scatter gives; None of none located."""
        top, by_chance = self.top_percent, self.top_percent_by_chance
        return None if top is None or by_chance is None else top - by_chance

    @property
    def holding_half(self) -> int:
        """How many areas, the busiest first, it takes to hold half of the records."""
        running, located = enumerate(accumulate(self.counts), start=1), self.located
        return next((n for n, records in running if 2 * records >= located), 0)

    @property
    def holding_half_by_chance(self) -> int:
        """How many it would take if every area were as likely as any other; 0 of none located."""
        if not self.located:
            return 0

        def share(top: int) -> float:
            return share_by_chance(self.located, self.areas, top)

        return 1 + bisect_left(range(1, self.areas + 1), 0.5, key=share)


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


def share_by_chance(records: int, areas: int, top: int) -> float:
    """Return the share of all that the fullest areas would hold if each were as likely as another.

    Small numbers look concentrated wherever they fall: of one record an area on average, the top 5%
    of areas hold 17% by random scatter. The fullest hold, over every n from 1, as many of them as
    there are areas with n records or more; each area has a Poisson count.
    """
    mean = records / areas
    # So far below the mean every area has as many; so far above it none has.
    reach = 10 * sqrt(mean) + 25
    first, last = max(1, floor(mean - reach)), floor(mean + reach)
    at_least = _at_least(mean, first, last)
    fewer = np.arange(min(top, areas))[:, None]
    ways = [lgamma(areas + 1) - lgamma(n + 1) - lgamma(areas - n + 1) for n in fewer[:, 0]]
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = (
            np.array(ways)[:, None]
            + _times_log(fewer, at_least)
            + _times_log(areas - fewer, 1 - at_least)
        )
    held = len(fewer) - ((len(fewer) - fewer) * np.exp(logs)).sum(axis=0)
    return float((len(fewer) * (first - 1) + held.sum()) / records)


def _at_least(mean: float, first: int, last: int) -> Floats:
    """Return how likely a Poisson count is at least each number from the first to the last."""
    numbers = np.arange(first, last + 1)
    logs = numbers * log(mean) - mean - np.array([lgamma(n + 1) for n in numbers])
    tail: Floats = np.minimum(np.cumsum(np.exp(logs)[::-1])[::-1], 1.0)
    return tail


def _times_log(times: npt.NDArray[np.int_], of: Floats) -> Floats:
    """Return a number times a logarithm; nought times anything is nought."""
    product: Floats = np.where(times == 0, 0.0, times * np.log(of))
    return product
