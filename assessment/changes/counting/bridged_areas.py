"""Areas whose code has changed, put together where a loaded look-up says what became of them.

An area that was split is compared with its parts together, and areas that were merged together with
what they became. Where both sides are not among the places, nothing is put together.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from assessment.areas.bridges import (
    Bridge,
    KnownArea,
    WardName,
    bridges,
    lsoa_changes,
    ward_changes,
)
from assessment.changes.counting.area import Area
from assessment.changes.counting.monthly_counts import RecordedPlace
from assessment.changes.question import By
from assessment.periods import joined
from assessment.store import Store


def bridged_areas(
    store: Store, by: By, areas: Mapping[RecordedPlace, Area]
) -> dict[RecordedPlace, Area]:
    """Return the areas with those put together that are one, and other changes marked."""
    areas = {
        place: replace(area, known_as=(_known_as(by, place),))
        if area.is_given and by is not By.DISTRICT
        else area
        for place, area in areas.items()
    }
    changed = _bridges(store, by)
    together: dict[tuple[str, Bridge], dict[KnownArea, RecordedPlace]] = defaultdict(dict)
    for place in areas:
        if bridge := changed.get(known_as := _known_as(by, place)):
            together[place.ground, bridge][known_as] = place
    bridged = dict(areas)
    for (_, bridge), places in together.items():
        if not bridge.is_needed(places):
            for place in places.values():
                bridged[place] = replace(areas[place], is_in_look_up=True)
            continue
        one = _as_one(bridge, {known: areas[place] for known, place in places.items()})
        for place in places.values():
            bridged[place] = one if bridge.is_regular else replace(areas[place], is_irregular=True)
    return bridged


def _bridges(store: Store, by: By) -> Mapping[KnownArea, Bridge]:
    if by is By.LSOA:
        return bridges(lsoa_changes(store))
    return bridges(ward_changes(store)) if by is By.WARD else {}


def _known_as(by: By, place: RecordedPlace) -> KnownArea:
    return place.area if by is By.LSOA else WardName(place.district, place.area)


def _as_one(bridge: Bridge, areas: Mapping[KnownArea, Area]) -> Area:
    """Return the one area that several are: named as it is today, and as it was before."""
    after = {known: area for known, area in areas.items() if known in bridge.after}
    before = [area.name for known, area in areas.items() if known in bridge.before]
    first = next(iter(after.values()))
    return replace(
        first,
        name=f"{joined([area.name for area in after.values()])} (before: {joined(before)})",
        code=" + ".join(sorted(area.code for area in after.values() if area.code)),
        known_as=tuple(after),
    )
