"""What can be shown of places: of every area a value, a class and words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.changes import By, Change, Verdict
from assessment.definitions import Direction
from assessment.numbers import people, rounded
from assessment.outputs.changes import change_wording
from assessment.outputs.charts.area_map import AreaClass
from assessment.outputs.charts.shades import Shade
from assessment.outputs.places.number_classes import number_classes
from assessment.patterns.places import Heat, HeatBy, HotSpots, Places, Spot

NOT_KNOWN = "not known"
SEVERAL = {By.WARD: "wards", By.LSOA: "small areas"}


class Show(StrEnum):
    """What is shown of every area."""

    COUNT = "count"
    RATE = "rate"
    CHANGE = "change"
    HOT_SPOTS = "hot spots"


@dataclass(frozen=True)
class Shown:
    """Classes, and of every area its class, a number for its dot, its value and words."""

    unit: str
    classes: tuple[AreaClass, ...]
    class_at: tuple[int, ...]
    numbers: tuple[float | None, ...]
    values: tuple[object, ...]
    words: tuple[str, ...]


# A rise, an unusual one, a fall, an unusual one: by what is meant to become of the measure.
SHADES = {
    Direction.DOWN: (Shade.WORSE, Shade.MUCH_WORSE, Shade.BETTER, Shade.MUCH_BETTER),
    Direction.UP: (Shade.BETTER, Shade.MUCH_BETTER, Shade.WORSE, Shade.MUCH_WORSE),
    Direction.NEUTRAL: (Shade.MORE, Shade.MUCH_MORE, Shade.LESS, Shade.MUCH_LESS),
}
BOTH, NOW_ONLY, BEFORE_ONLY = "in both periods", "in the period only", "in the comparison only"


def shown_as(places: Places, show: Show) -> Shown:
    """Return what is shown of every area."""
    return SHOWN[show](places)


def _counts(places: Places) -> Shown:
    counts = tuple(spot.now for spot in places.areas)
    found = number_classes(counts, lambda count: f"{count:,.0f}")
    noun = places.measure.noun
    return Shown(
        noun[1].capitalize(),
        found.classes,
        found.class_at,
        counts,
        tuple(NOT_KNOWN if count is None else count for count in counts),
        tuple(NOT_KNOWN if count is None else f"{count:,} {noun[count != 1]}" for count in counts),
    )


def _rates(places: Places) -> Shown:
    rates = tuple(
        None if spot.rate is None else float(rounded(spot.rate, 1)) for spot in places.areas
    )
    found = number_classes(rates, lambda rate: f"{rate:,.1f}")
    return Shown(
        f"{places.measure.noun[1].capitalize()} for each 1,000 residents",
        found.classes,
        found.class_at,
        rates,
        tuple(NOT_KNOWN if rate is None else f"{rate:,.1f}" for rate in rates),
        tuple(_rate_in_words(spot, places) for spot in places.areas),
    )


def _rate_in_words(spot: Spot, places: Places) -> str:
    if spot.now is None:
        return NOT_KNOWN
    noun = places.measure.noun
    counted = f"{spot.now:,} {noun[spot.now != 1]}"
    if spot.rate is None:
        return (
            f"{counted}, {'nobody lives there' if spot.residents == 0 else 'residents not known'}"
        )
    base = people(spot.residents or 0)
    return f"{rounded(spot.rate, 1):,} for each 1,000 residents ({counted}, {base})"


def _changes(places: Places) -> Shown:
    rise, far_rise, fall, far_fall = SHADES[places.measure.direction]
    up, down = change_wording.SYMBOLS[Verdict.RISE], change_wording.SYMBOLS[Verdict.FALL]
    classes = (
        AreaClass("unusual rise", far_rise, up * 2),
        AreaClass("ordinary rise", rise, up),
        AreaClass("no clear change", Shade.USUAL),
        AreaClass("ordinary fall", fall, down),
        AreaClass("unusual fall", far_fall, down * 2),
        AreaClass("not comparable", Shade.UNKNOWN, change_wording.SYMBOLS[Verdict.NOT_COMPARABLE]),
    )
    words = tuple(_change_in_words(spot, places) for spot in places.areas)
    return Shown(
        f"Change of {places.measure.noun[1]}",
        classes,
        tuple(map(_verdict_at, places.areas)),
        tuple(None if not spot.change else spot.change.difference for spot in places.areas),
        words,
        words,
    )


def _verdict_at(spot: Spot) -> int:
    """Return the class of a change; of an area without any record in either period, no change."""
    if spot.change is None:
        return 2 if spot.now == spot.before == 0 else 5
    by_verdict = {
        Verdict.RISE: 0 if spot.change.unusual else 1,
        Verdict.NO_CLEAR_CHANGE: 2,
        Verdict.FALL: 4 if spot.change.unusual else 3,
        Verdict.NOT_COMPARABLE: 5,
    }
    return by_verdict[spot.change.verdict]


def _change_in_words(spot: Spot, places: Places) -> str:
    if spot.change is None:
        is_none = spot.now == spot.before == 0
        return f"no {places.measure.noun[1]} in either period" if is_none else NOT_KNOWN
    return f"{counts_in_words(spot.change)}, {change_wording.verdict(spot.change)}"


def counts_in_words(change: Change) -> str:
    """Return both counts of a change, and what is between them."""
    counts = f"{change_wording.count(change.previous)} → {change_wording.count(change.current)}"
    signed = change_wording.signed(change.difference)
    return f"{counts} ({signed})" if signed else counts


def _hot_spots(places: Places) -> Shown:
    hot = places.hot
    is_tested = hot is None or hot.by is HeatBy.GI_STAR
    name = "hot spot" if is_tested else "in the busiest tenth"
    steady = hot is not None and hot.before is not None
    both, cold, neither, unknown = 0, 3, 4, 5
    classes = (
        AreaClass(f"{name} {BOTH}" if steady else name, Shade.MUCH_MORE, "●"),
        AreaClass(f"{name} {NOW_ONLY}", Shade.MORE, "○"),
        AreaClass(f"{name} {BEFORE_ONLY}", Shade.STEP_2, "·"),
        AreaClass("cold spot: few here and around", Shade.LESS, "–"),
        AreaClass("neither hot nor cold" if is_tested else "not in it", Shade.USUAL),
        AreaClass(NOT_KNOWN, Shade.UNKNOWN),
    )

    def class_at(at: int) -> int:
        now, before = _heat(hot, at)
        if now is None:
            return unknown
        if now is Heat.HOT:
            return both if not steady or before is Heat.HOT else 1
        if before is Heat.HOT:
            return 2
        return cold if now is Heat.COLD else neither

    at_class = tuple(class_at(at) for at in range(len(places.areas)))
    kept = sorted({both, neither, *at_class})
    counts = _counts(places)
    words = tuple(
        f"{classes[at].words}; {said}" for at, said in zip(at_class, counts.words, strict=True)
    )
    return Shown(
        counts.unit,
        tuple(classes[at] for at in kept),
        tuple(kept.index(at) for at in at_class),
        counts.numbers,
        counts.values,
        words,
    )


def _heat(hot: HotSpots | None, at: int) -> tuple[Heat | None, Heat | None]:
    if hot is None:
        return None, None
    return hot.now[at], hot.before[at] if hot.before else None


SHOWN: Mapping[Show, Callable[[Places], Shown]] = {
    Show.COUNT: _counts,
    Show.RATE: _rates,
    Show.CHANGE: _changes,
    Show.HOT_SPOTS: _hot_spots,
}
