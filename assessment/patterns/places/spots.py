"""The small areas of a place with their records: wards or LSOAs, those without any among them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assessment.areas.area_codes import AreaKind
from assessment.areas.area_shapes import Pairs, drawn_areas, together, touching
from assessment.areas.drawn_area import DrawnArea
from assessment.areas.loaded_outlines import LoadedOutlines, Outline, loaded_outlines
from assessment.changes import By, Change, Question
from assessment.definitions import districts
from assessment.population.resident_numbers import FOR_EACH
from assessment.store import Store

KINDS = {By.WARD: AreaKind.WARD, By.LSOA: AreaKind.LSOA}
# A map that lacks more than this part of the areas or of their records would show another place.
MOST_LACKING = 0.1
# More are too many to be sent to a phone, and too small to be told apart on it.
MOST_DRAWN = 1500


@dataclass(frozen=True)
class Together:
    """The records of the whole place, and those that name no area; None where not covered."""

    now: int | None
    before: int | None
    nowhere_now: int | None
    nowhere_before: int | None


class NoMap(StrEnum):
    """Why there is no map."""

    NONE_LOADED = "none loaded"  # no outlines of such areas in these districts
    OTHER_AREAS = "other areas"  # the outlines are not of the areas that records name
    TOO_MANY = "too many"


@dataclass(frozen=True)
class Spot:
    """A ward or LSOA: its records in the period and before, None where that is not known.

    `change` is its row of Year on year, None where it has no record in either period; `codes` are
    those of today that it is made of, `drawn` is None where their outlines are not loaded,
    `residents` where it is not known how many live there.
    """

    name: str
    codes: tuple[str, ...]
    district: str
    now: int | None
    before: int | None
    change: Change | None
    drawn: DrawnArea | None = None
    residents: int | None = None

    @property
    def rate(self) -> float | None:
        """The records of the period for each 1,000 residents; None where that is not known."""
        return (
            FOR_EACH * self.now / self.residents
            if self.residents and self.now is not None
            else None
        )


@dataclass(frozen=True)
class Spots:
    """The areas, the busiest first, and which of them touch: where there is a map."""

    areas: tuple[Spot, ...]
    touching: Pairs | None
    no_map: NoMap | None = None


def districts_of(question: Question) -> tuple[str, ...]:
    """Return the districts of the place that is asked about."""
    place = question.place
    return districts().of_force(place.force) if place.force else place.districts


def spots_of(store: Store, question: Question, changes: Sequence[Change], whole: Together) -> Spots:
    """Return the areas that records name, and with a map those that have none.

    `changes` are the rows of areas that are given.
    """
    outlines = loaded_outlines(
        store,
        KINDS[question.by],
        districts_of(question),
        [known for row in changes for known in row.known_as],
    )
    found = [(row, outlines.of(row.known_as)) for row in changes]
    no_map = _no_map(found, outlines)
    recorded = [_recorded(row, own, outlines) for row, own in found]
    if no_map:
        return Spots(_busiest_first(recorded), None, no_map)
    every = _busiest_first([*recorded, *_unrecorded(recorded, outlines, whole)])
    drawn = [at for at, spot in enumerate(every) if spot.district]
    shapes = [together([outlines.by_code[code].shape for code in every[at].codes]) for at in drawn]
    by_place = dict(zip(drawn, drawn_areas(shapes), strict=True))
    return Spots(
        tuple(replace(spot, drawn=by_place.get(at)) for at, spot in enumerate(every)),
        tuple((drawn[one], drawn[other]) for one, other in touching(shapes)),
    )


def _no_map(
    found: Sequence[tuple[Change, Sequence[Outline]]], outlines: LoadedOutlines
) -> NoMap | None:
    """Return why there is no map; None where there is one."""
    if not outlines.by_code:
        return NoMap.NONE_LOADED
    if len(outlines.by_code) > MOST_DRAWN:
        return NoMap.TOO_MANY
    lacking = [_records(row) for row, own in found if not own]
    every = [_records(row) for row, _ in found]
    is_other = len(lacking) > MOST_LACKING * len(every) or sum(lacking) > MOST_LACKING * sum(every)
    return NoMap.OTHER_AREAS if is_other else None


def _records(row: Change) -> int:
    return (row.current or 0) + (row.previous or 0)


def _recorded(row: Change, own: Sequence[Outline], outlines: LoadedOutlines) -> Spot:
    codes = outlines.codes_of(row.known_as)
    district = own[0].district if own else ""
    return Spot(row.area, codes, district, row.current, row.previous, row)


def _unrecorded(
    recorded: Sequence[Spot], outlines: LoadedOutlines, whole: Together
) -> Iterator[Spot]:
    """Yield the areas that no record names: they have none where their district is covered."""
    named = {code for spot in recorded for code in spot.codes}
    names = Counter(outline.name for outline in outlines.by_code.values())
    now = {spot.district for spot in recorded if spot.now is not None}
    before = {spot.district for spot in recorded if spot.before is not None}
    for code, outline in outlines.by_code.items():
        if code not in named:
            own = outline.district
            yield Spot(
                outline.name if names[outline.name] == 1 else f"{outline.name} ({own})",
                (code,),
                own,
                0 if own in now or whole.now is not None else None,
                0 if own in before or whole.before is not None else None,
                None,
            )


def _busiest_first(areas: Sequence[Spot]) -> tuple[Spot, ...]:
    return tuple(sorted(areas, key=lambda spot: (-(spot.now or 0), -(spot.before or 0), spot.name)))
