"""The loaded outlines of the small areas that records name, by what records call them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from assessment.areas.area_codes import AreaKind
from assessment.areas.bridges import KnownArea, WardName
from assessment.areas.wards import KnownWards, known_wards
from assessment.store import Store


@dataclass(frozen=True)
class Outline:
    """An area with its code, its district and its outline, as well-known binary."""

    code: str
    name: str
    district: str
    shape: bytes


@dataclass(frozen=True)
class LoadedOutlines:
    """Outlines by code, and the codes of areas as records name them."""

    by_code: Mapping[str, Outline]
    codes: Mapping[KnownArea, str]

    def of(self, known_as: Collection[KnownArea]) -> tuple[Outline, ...]:
        """Return the outlines of all that an area is; nothing where one of them is not loaded."""
        found = [self.by_code.get(code) for code in self.codes_of(known_as)]
        outlines = tuple(outline for outline in found if outline)
        return outlines if len(outlines) == len(found) else ()

    def codes_of(self, known_as: Collection[KnownArea]) -> tuple[str, ...]:
        """Return the codes of all that an area is; nothing where one of them is not known."""
        codes = tuple(self.codes[known] for known in known_as if known in self.codes)
        return codes if len(codes) == len(known_as) else ()


def loaded_outlines(
    store: Store, kind: AreaKind, districts: Collection[str], named: Collection[KnownArea]
) -> LoadedOutlines:
    """Return the outlines of a kind in some districts, of the year whose areas records name."""
    codes = _codes(store, districts, named)
    rows = store.rows(
        "outlines_of_districts",
        kind=kind.value,
        districts=sorted(districts),
        codes=sorted(set(codes.values())),
    )
    return LoadedOutlines({code: Outline(code, *about) for code, *about in rows}, codes)


def _codes(
    store: Store, districts: Collection[str], named: Collection[KnownArea]
) -> Mapping[KnownArea, str]:
    wards = [known for known in named if isinstance(known, WardName)]
    lsoas: dict[KnownArea, str] = {known: known for known in named if isinstance(known, str)}
    if not wards:
        return lsoas
    every = known_wards(store)
    return {known: code for known in wards if (code := _code(every, known, districts))}


def _code(wards: KnownWards, named: WardName, districts: Collection[str]) -> str | None:
    """Return the code of a ward; one without a district may be of any, if it is of one only."""
    among = {named.district} if named.district else set(districts)
    codes = [ward.code for ward in wards.named(named.name) if ward.district in among]
    return codes[0] if len(codes) == 1 else None
