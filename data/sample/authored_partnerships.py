"""Reads what is authored about the example partnerships: their numbers, and what they share."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from data.sample.spreading import spread

FOLDER = Path(__file__).parent
NOWHERE = ""  # the district of records without a place


@dataclass(frozen=True)
class Offence:
    """An offence or incident: when in the year, where, how it ends, and which flags it carries."""

    name: str
    season: tuple[float, ...]
    concentration: float
    outcomes: Mapping[str, float]
    flags: Mapping[str, float]


@dataclass(frozen=True)
class Shape:
    """What all examples share."""

    offences: tuple[Offence, ...]
    flag_season: tuple[float, ...]
    strands: Mapping[str, float]


@dataclass(frozen=True)
class SmallArea:
    """An LSOA and the ward that holds its centre."""

    lsoa: str
    lsoa_name: str
    ward: str


@dataclass(frozen=True)
class RecordTotals:
    """Records of an offence, or with a flag, in a district: one total for each period."""

    district: str
    name: str
    totals: tuple[int, ...]


@dataclass(frozen=True)
class Layout:
    """How an extract is written."""

    date_format: str
    yes: str
    no: str
    title: tuple[str, ...]
    headers: Mapping[str, str]  # column names that differ from the usual ones


@dataclass(frozen=True)
class Example:
    """A partnership and what its extract holds."""

    name: str
    districts: tuple[str, ...]
    source: str
    force: str
    reference: str
    periods: tuple[tuple[np.datetime64, ...], ...]  # the months of each period
    layout: Layout
    counts: tuple[RecordTotals, ...]
    flags: tuple[RecordTotals, ...]

    @property
    def months(self) -> tuple[np.datetime64, ...]:
        """Every month of the extract, in order."""
        return tuple(month for period in self.periods for month in period)


@cache
def shape() -> Shape:
    """Return what all examples share."""
    written = _read(FOLDER / "shape.toml")
    offences = tuple(
        Offence(
            name,
            tuple(written["seasons"][offence["season"]]),
            written["concentration"][offence["concentration"]],
            written["outcomes"][offence["outcomes"]],
            offence.get("flags", {}),
        )
        for name, offence in written["offence"].items()
    )
    return Shape(offences, tuple(written["seasons"][written["flag_season"]]), written["strands"])


@cache
def small_areas() -> Mapping[str, tuple[SmallArea, ...]]:
    """Return the small areas of each district for which they are known, the busiest first."""
    by_district: dict[str, list[SmallArea]] = {}
    with (FOLDER / "small_areas.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            area = SmallArea(row["lsoa"], row["lsoa_name"], row["ward"])
            by_district.setdefault(row["district"], []).append(area)
    return {district: tuple(areas) for district, areas in by_district.items()}


@cache
def examples() -> tuple[Example, ...]:
    """Return every example partnership, by file name."""
    return tuple(_example(_read(path)) for path in sorted((FOLDER / "partnerships").glob("*.toml")))


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _example(written: Mapping[str, Any]) -> Example:
    extract = written["extract"]
    layout = {"headers": {}} | written["layout"] | {"title": tuple(written["layout"]["title"])}
    return Example(
        name=written["name"],
        districts=tuple(written["districts"]),
        source=extract["source"],
        force=extract["force"],
        reference=extract["reference"],
        periods=tuple(
            tuple(np.datetime64(first, "M") + step for step in range(extract["months"]))
            for first in extract["first_months"]
        ),
        layout=Layout(**layout),
        counts=(*_read_totals(written["counts"]), *_spread_totals(written, ("crime", "incidents"))),
        flags=(*_read_totals(written["flags"]), *_flagged_totals(written)),
    )


def _read_totals(tables: Mapping[str, Mapping[str, list[int]]]) -> Iterator[RecordTotals]:
    for district, table in tables.items():
        for name, totals in table.items():
            yield RecordTotals(district, name, tuple(totals))


def _spread_totals(written: Mapping[str, Any], groups: tuple[str, ...]) -> Iterator[RecordTotals]:
    """Spread totals of a group of offences over them, by the shares of each period."""
    for group in groups:
        shares = written.get("shares", {}).get(group, {})
        for district, totals in written.get("totals", {}).get(group, {}).items():
            by_period = [
                spread(total, [share[period] for share in shares.values()])
                for period, total in enumerate(totals)
            ]
            for name, counts in zip(shares, zip(*by_period, strict=True), strict=True):
                yield RecordTotals(district, name, counts)


def _flagged_totals(written: Mapping[str, Any]) -> Iterator[RecordTotals]:
    """Flag so many records per thousand crimes, where only the crimes are given."""
    for name, rates in written.get("shares", {}).get("flags", {}).items():
        for district, totals in written["totals"]["crime"].items():
            counts = zip(totals, rates, strict=True)
            yield RecordTotals(district, name, tuple(round(n * rate / 1000) for n, rate in counts))
