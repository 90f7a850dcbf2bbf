"""From areas as a file names them to districts of today, with everything that was not matched."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from assessment.definitions import RateBase, districts
from assessment.intake.files.file_tables import in_quotes, shown
from assessment.numbers import count_of
from assessment.periods import joined
from assessment.population.population_table import PopulationRow
from assessment.population.small_areas import SmallAreas, named_in

MOST_NAMED = 5

# The rows about each area, by its code as the file means it, and year.
ByArea = Mapping[tuple[str, int], Sequence[PopulationRow]]


@dataclass(frozen=True)
class Population:
    """How many people, or households, are in a district of today in the middle of a year.

    `small` are those of the small areas that it was added up from, by code.
    """

    area: str
    year: int
    number: int
    doubt: str = ""
    small: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class MatchedPopulations:
    """The populations of a file by district of today, and sentences on what was left out."""

    populations: tuple[Population, ...]
    notices: tuple[str, ...]
    counted: RateBase = RateBase.RESIDENTS


def match_districts(
    rows: Sequence[PopulationRow], known: SmallAreas, faults: list[str]
) -> MatchedPopulations:
    """Add up rows by district of today; adds every fault it meets."""
    small = [row.small_code for row in rows if row.is_small]
    placed = known.placed(small)
    by_area: dict[tuple[str, int], list[PopulationRow]] = defaultdict(list)
    unknown = []
    for row in rows:
        if area := _area(row, placed, faults):
            by_area[area, row.year].append(row)
        else:
            unknown.append(row)
    faults += _twice(by_area)
    notices = [*_unknown_small(unknown), *_unknown(unknown)]
    populations = tuple(_of_today(by_area, _Doubts(known, placed, frozenset(small)), notices))
    return MatchedPopulations(populations, tuple(notices))


def _area(row: PopulationRow, placed: Mapping[str, str], faults: list[str]) -> str | None:
    by_code = districts().listed(row.code) if row.code else None
    by_name = districts().listed(row.name) if row.name else None
    if by_code and by_name and _today(by_code) != _today(by_name):
        faults.append(
            f"{row.where}: the code {row.code} is {_name(by_code)}, but the name is "
            f"'{shown(row.name)}'. Correct one of them."
        )
    if by_code or by_name or not row.is_small:
        return by_code or by_name
    return named_in(row.small_name) or placed.get(row.small_code)


def _twice(by_area: ByArea) -> Iterator[str]:
    """Say where an area has two numbers for a year, as a file by sex or by age has."""
    for (area, year), rows in by_area.items():
        first: dict[str, PopulationRow] = {}
        for row in rows:
            before = first.setdefault(row.small_code or row.small_name or area, row)
            if before.number != row.number:
                what = row.small_code or row.small_name or _name(area)
                yield (
                    f"{row.where}: {shown(what)} has {row.number:,} {row.counted.of_the_file} in "
                    f"{year}, and {before.number:,} in {before.where}. Give one row for each, of "
                    "all of them."
                )
                break


def _of_today(by_area: ByArea, doubts: "_Doubts", notices: list[str]) -> Iterator[Population]:
    """Yield the districts of today; merged ones are added up where all their parts are there."""
    areas_of: dict[tuple[str, int], list[str]] = defaultdict(list)
    for area, year in by_area:
        areas_of[_today(area), year].append(area)
    for (district, year), areas in sorted(areas_of.items()):
        if missing := districts().lacking(district, areas):
            notices.append(
                f"{joined([_name(area) for area in areas])}: only a part of {_name(district)}. "
                f"Without {joined(missing)} it was left out."
            )
            continue
        used = [district] if district in areas else areas
        rows = [row for area in used for row in _once(by_area[area, year])]
        if used != [district]:
            notices.append(f"{_name(district)} was added up from {joined([*map(_name, used)])}.")
        number = sum(row.number for row in rows)
        small = {row.small_code: row.number for row in rows if row.is_small and row.small_code}
        yield Population(district, year, number, doubts.of(district, rows), small)


def _once(rows: Sequence[PopulationRow]) -> Sequence[PopulationRow]:
    return list({row.small_code or row.small_name: row for row in rows}.values())


@dataclass(frozen=True)
class _Doubts:
    """What a reader must know of districts that were added up from codes alone."""

    known: SmallAreas
    placed: Mapping[str, str]
    codes: frozenset[str]

    def of(self, district: str, rows: Sequence[PopulationRow]) -> str:
        """Say how a district was added up, and what may be missing; nothing where rows name it."""
        by_code = [
            row for row in rows if row.is_small and not (row.code or row.name or row.small_name)
        ]
        return " ".join(self._of_codes(district, by_code)) if by_code else ""

    def _of_codes(self, district: str, rows: Sequence[PopulationRow]) -> Iterator[str]:
        guessed = sum(1 for row in rows if row.small_code not in self.known.known)
        by_place = f", {guessed:,} of them by their place in the list of codes" if guessed else ""
        yield (
            f"Added up from {count_of(len(rows), 'small area')} whose codes extracts "
            f"name{by_place}: some at the edge of the district may be missing."
        )
        if lacking := self.known.of_another_census(district, self.codes):
            yield f"{lacking:,} that extracts name are of another census and not in the file."


def _unknown(unknown: Sequence[PopulationRow]) -> Iterator[str]:
    """Name areas that are no district we know, and what may have been meant."""
    names = list(dict.fromkeys(row.name or row.code for row in unknown if row.name or row.code))
    for text in names[:MOST_NAMED]:
        near = districts().suggest(text)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        yield f"'{shown(text)}' is not a district that we know: left out.{hint}"
    if rest := names[MOST_NAMED:]:
        yield f"Not known either, and left out: {in_quotes(rest)}."


def _unknown_small(unknown: Sequence[PopulationRow]) -> Iterator[str]:
    small = [row for row in unknown if row.is_small and not (row.name or row.code)]
    if small:
        number = sum(row.number for row in small)
        yield (
            f"{count_of(len(small), 'small area')} ({number:,} {small[0].counted.of_the_file}) "
            "left out: the district cannot be told, or no extract answers for it."
        )


def _today(area: str) -> str:
    district = districts().find(area)
    return district.code if district else area


def _name(area: str) -> str:
    """Return an area's name; a former one's as it was then."""
    return districts().name_of(area)
