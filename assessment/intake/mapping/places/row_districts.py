"""The districts of rows that name none: by their LSOA, their ward, or their position.

A ward's name that two districts have says nothing by itself. Where the row's position does not
decide, and all other wards of the file are of one of the two, the file is of that one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessment.areas.wards import KnownWards, known_wards
from assessment.store import Writer


@dataclass(frozen=True)
class RowDistricts:
    """How many rows were put into a district, by what, and which wards could not be.

    `named_by_wards` are the districts of the wards that are known. `unknown` are wards that no
    loaded area has, `shared` those that several districts have, with these; both with the rows that
    are in no district for it.
    """

    by_lsoa: int = 0
    by_ward: int = 0
    by_position: int = 0
    by_other_wards: Mapping[str, str] = field(default_factory=dict)
    named_by_wards: frozenset[str] = frozenset()
    unknown: Mapping[str, int] = field(default_factory=dict)
    shared: Mapping[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)


def put_in_districts(writer: Writer) -> RowDistricts:
    """Put every staged row that names no place into a district, where what is loaded tells it."""
    unplaced = [writer.value("count_unplaced")]

    def placed_by(name: str, **values: object) -> int:
        writer.run(name, **values)
        unplaced.append(writer.value("count_unplaced"))
        return int(unplaced[-2] - unplaced[-1])

    if not unplaced[0]:
        return RowDistricts()
    by_lsoa = placed_by("put_in_district_of_lsoa")
    wards = known_wards(writer)
    candidates = _candidates(writer, wards)
    clear = {said: one for said, (one, *others) in candidates.items() if not others}
    by_ward = placed_by("put_in_district_of_ward", **_as_lists(clear))
    by_position = placed_by("put_in_district_of_position")
    left: dict[str, int] = dict(writer.rows("wards_without_place"))
    by_others = {
        said: shared[0]
        for said in left
        if len(shared := sorted({*candidates.get(said, ())} & {*clear.values()})) == 1
    }
    placed_by("put_in_district_of_ward", **_as_lists(by_others))
    left = {said: n for said, n in left.items() if said not in by_others}
    return RowDistricts(
        by_lsoa,
        by_ward,
        by_position,
        by_others,
        frozenset(clear.values()),
        {said: n for said, n in left.items() if said not in candidates},
        {said: (n, candidates[said]) for said, n in left.items() if said in candidates},
    )


def _candidates(writer: Writer, wards: KnownWards) -> Mapping[str, tuple[str, ...]]:
    """Return the districts that have a ward of each name that rows without a district write."""
    named = {
        said: tuple(sorted({ward.district for ward in wards.named(said) if ward.district}))
        for said, _ in writer.rows("wards_without_place")
    }
    return {said: districts for said, districts in named.items() if districts}


def _as_lists(districts: Mapping[str, str]) -> dict[str, object]:
    return {"said": list(districts), "districts": list(districts.values())}
