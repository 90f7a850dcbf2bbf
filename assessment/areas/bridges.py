"""Areas whose codes have changed, and what they were before: unchanged, split, merged or neither.

What was split adds up to what it was, and what was merged to what it became, so that both are
compared as one area. Of an irregular change no sum is known to be of the same ground.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from assessment.areas.area_codes import LinkKind
from assessment.store import Store

IRREGULAR = "X"


class WardName(NamedTuple):
    """A ward as records name it."""

    district: str
    name: str


# An LSOA is known to look-ups and records by its code.
KnownArea = str | WardName


class AreaChange(NamedTuple):
    """An area, one that it has become wholly or in part, and how the ONS marks that, if it does."""

    before: KnownArea
    after: KnownArea
    mark: str | None


@dataclass(frozen=True)
class Bridge:
    """Areas of before and of after that cover the same ground, if the change is regular."""

    before: frozenset[KnownArea]
    after: frozenset[KnownArea]
    is_regular: bool

    def is_needed(self, areas: Collection[KnownArea]) -> bool:
        """Tell whether some areas are of both sides, so that they are no areas of one map.

        One that kept its name or code is of both: with another it is put together, and where the
        change is irregular its records of before are of other ground even alone.
        """
        recorded = {*areas} & (self.before | self.after)
        kept = recorded & self.before & self.after
        if kept:
            return len(recorded) > 1 or not self.is_regular
        return bool(recorded & self.before) and bool(recorded & self.after)


def bridges(changes: Collection[AreaChange]) -> Mapping[KnownArea, Bridge]:
    """Return the bridge of every area that has changed: all that hang together are in one."""
    moved = [
        change for change in changes if change.before != change.after or change.mark == IRREGULAR
    ]
    becomes = Counter(change.before for change in changes)
    made_of = Counter(change.after for change in changes)
    together = _together(moved)
    regular: dict[KnownArea, bool] = defaultdict(lambda: True)
    for change in changes:
        is_both = becomes[change.before] > 1 and made_of[change.after] > 1
        if change.mark == IRREGULAR or (change.mark is None and is_both):
            regular[together.get(change.before, change.before)] = False
    members: dict[KnownArea, list[AreaChange]] = defaultdict(list)
    for change in changes:
        if change.before in together or change.after in together:
            members[together.get(change.before, change.before)].append(change)
    found = {
        first: Bridge(
            frozenset(change.before for change in own),
            frozenset(change.after for change in own),
            regular[first],
        )
        for first, own in members.items()
    }
    return {area: bridge for bridge in found.values() for area in bridge.before | bridge.after}


def _together(changes: Collection[AreaChange]) -> Mapping[KnownArea, KnownArea]:
    """Return for every area one of those that it hangs together with, the same for all of them."""
    leads: dict[KnownArea, KnownArea] = {}

    def first_of(area: KnownArea) -> KnownArea:
        while (lead := leads.setdefault(area, area)) != area:
            area = lead
        return area

    for change in changes:
        leads[first_of(change.after)] = first_of(change.before)
    return {area: first_of(area) for area in list(leads)}


def lsoa_changes(store: Store) -> list[AreaChange]:
    """Return what look-ups say that LSOAs have become, by code."""
    rows = store.rows("area_links", kind=LinkKind.LSOA_TO_LSOA.value)
    return [AreaChange(code, later, mark) for code, _, later, _, _, mark in rows]


def ward_changes(store: Store) -> list[AreaChange]:
    """Return what look-ups say that wards have become, by district and name."""
    rows = store.rows("area_links", kind=LinkKind.WARD_TO_WARD.value)
    return [
        AreaChange(WardName(district, name or code), WardName(district, later_name), mark)
        for code, name, _, later_name, district, mark in rows
        if district
    ]
