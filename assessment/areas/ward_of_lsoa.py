"""The one ward of each LSOA: from a look-up, else from the middle of its outline.

An LSOA of 2011 has the ward of what it has become. Where it was split, and its parts are in
different wards, or in one whose ward is not known, it has none: which part a record was in is not
known by its code.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from assessment.areas.area_codes import AreaKind, LinkKind
from assessment.areas.wards import Ward
from assessment.store import Writer


def work_out_wards(writer: Writer) -> None:
    """Work out the ward of every LSOA anew, from all that is loaded."""
    wards = _by_centroid(writer) | _by_lookup(writer)
    wards |= _of_earlier_census(writer, wards)
    lsoas = sorted(wards)
    writer.run("clear_lsoa_wards")
    writer.run(
        "put_lsoa_wards",
        lsoas=lsoas,
        wards=[wards[lsoa].name for lsoa in lsoas],
        codes=[wards[lsoa].code for lsoa in lsoas],
        districts=[wards[lsoa].district for lsoa in lsoas],
    )


def _by_lookup(writer: Writer) -> dict[str, Ward]:
    rows = writer.rows("area_links", kind=LinkKind.LSOA_TO_WARD.value)
    return _only_ones(
        (lsoa, Ward(name, code, district)) for lsoa, _, code, name, district, _ in rows
    )


def _by_centroid(writer: Writer) -> dict[str, Ward]:
    lsoas = writer.rows("boundaries_of_kind", kind=AreaKind.LSOA.value)
    wards = writer.rows("boundaries_of_kind", kind=AreaKind.WARD.value)
    if not lsoas or not wards:
        return {}
    from assessment.areas.outlines import Outlines

    middles = Outlines([shape for *_, shape in lsoas]).centroids()
    within = Outlines([shape for *_, shape in wards]).at(*middles)
    return {
        lsoa: Ward(wards[at][1], wards[at][0], wards[at][2])
        for (lsoa, *_), at in zip(lsoas, within, strict=True)
        if at >= 0
    }


def _of_earlier_census(writer: Writer, wards: Mapping[str, Ward]) -> dict[str, Ward]:
    """Return the wards of LSOAs of an earlier census that no later one has taken the code of."""
    parts: dict[str, list[str]] = defaultdict(list)
    for lsoa, _, later, *_ in writer.rows("area_links", kind=LinkKind.LSOA_TO_LSOA.value):
        parts[lsoa].append(later)
    return _only_ones(
        (lsoa, wards.get(part))
        for lsoa, own_parts in parts.items()
        if lsoa not in wards
        for part in own_parts
    )


def _only_ones(pairs: Iterable[tuple[str, Ward | None]]) -> dict[str, Ward]:
    """Keep what has one ward; None beside it is a doubt as well."""
    every: dict[str, set[Ward | None]] = defaultdict(set)
    for lsoa, ward in pairs:
        every[lsoa].add(ward)
    return {
        lsoa: ward for lsoa, (ward, *others) in every.items() if ward is not None and not others
    }
