"""From areas as a file names them to districts of today, with everything that was not matched."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.definitions import districts
from assessment.intake.files.file_tables import listed, shown
from assessment.numbers import count_of
from assessment.periods import joined
from assessment.population.population_table import PopulationRow
from assessment.population.small_areas import SmallAreas, named_in

MOST_NAMED = 5

# What is said of each area, by its code as the file means it, in a year.
ByArea = Mapping[tuple[str, int], Sequence[PopulationRow]]


@dataclass(frozen=True)
class Population:
    """How many people live in a district of today in the middle of a year."""

    area: str
    year: int
    people: int
    doubt: str = ""


@dataclass(frozen=True)
class Matched:
    """What a file says of districts, and sentences on what it does not."""

    populations: tuple[Population, ...]
    notices: tuple[str, ...]


def matched(said: Sequence[PopulationRow], known: SmallAreas, faults: list[str]) -> Matched:
    """Add up what is said by district of today; adds every fault it meets."""
    small = [one.small_code for one in said if one.is_small]
    placed = known.placed(small)
    by_area: dict[tuple[str, int], list[PopulationRow]] = defaultdict(list)
    unknown = []
    for one in said:
        if area := _area(one, placed, faults):
            by_area[area, one.year].append(one)
        else:
            unknown.append(one)
    faults += _twice(by_area)
    notices = [*_unknown_small(unknown), *_unknown(unknown)]
    found = tuple(_of_today(by_area, _Doubts(known, placed, frozenset(small)), notices))
    return Matched(found, tuple(notices))


def _area(said: PopulationRow, placed: Mapping[str, str], faults: list[str]) -> str | None:
    by_code = districts().listed(said.code) if said.code else None
    by_name = districts().listed(said.name) if said.name else None
    if by_code and by_name and _today(by_code) != _today(by_name):
        faults.append(
            f"{said.where}: the code {said.code} is {_name(by_code)}, but the name is "
            f"'{shown(said.name)}'. Correct one of them."
        )
    if by_code or by_name or not said.is_small:
        return by_code or by_name
    return named_in(said.small_name) or placed.get(said.small_code)


def _twice(by_area: ByArea) -> Iterator[str]:
    """Say where an area has two numbers for a year, as a file by sex or by age has."""
    for (area, year), every in by_area.items():
        first: dict[str, PopulationRow] = {}
        for one in every:
            before = first.setdefault(one.small_code or one.small_name or area, one)
            if before.people != one.people:
                what = one.small_code or one.small_name or _name(area)
                yield (
                    f"{one.where}: {shown(what)} has {one.people:,} people in {year}, and "
                    f"{before.people:,} in {before.where}. Give one row for each, of everybody."
                )
                break


def _of_today(by_area: ByArea, doubts: "_Doubts", notices: list[str]) -> Iterator[Population]:
    """Yield the districts of today; merged ones are added up where all their parts are there."""
    given: dict[tuple[str, int], list[str]] = defaultdict(list)
    for area, year in by_area:
        given[_today(area), year].append(area)
    for (district, year), areas in sorted(given.items()):
        if missing := districts().lacking(district, areas):
            notices.append(
                f"{joined([_name(area) for area in areas])}: only a part of {_name(district)}. "
                f"Without {joined(missing)} it was left out."
            )
            continue
        used = [district] if district in areas else areas
        every = [one for area in used for one in _once(by_area[area, year])]
        if used != [district]:
            notices.append(f"{_name(district)} was added up from {joined([*map(_name, used)])}.")
        people = sum(one.people for one in every)
        yield Population(district, year, people, doubts.of(district, every))


def _once(every: Sequence[PopulationRow]) -> Sequence[PopulationRow]:
    return list({one.small_code or one.small_name: one for one in every}.values())


@dataclass(frozen=True)
class _Doubts:
    """What must be known of districts that were added up from codes alone."""

    known: SmallAreas
    placed: Mapping[str, str]
    codes: frozenset[str]

    def of(self, district: str, every: Sequence[PopulationRow]) -> str:
        """Say how a district was added up, and what may be missing; nothing where it is said."""
        by_code = [
            one for one in every if one.is_small and not (one.code or one.name or one.small_name)
        ]
        return " ".join(self._of_codes(district, by_code)) if by_code else ""

    def _of_codes(self, district: str, every: Sequence[PopulationRow]) -> Iterator[str]:
        guessed = sum(1 for one in every if one.small_code not in self.known.known)
        by_place = f", {guessed:,} of them by their place in the list of codes" if guessed else ""
        yield (
            f"Added up from {count_of(len(every), 'small area')} whose codes extracts "
            f"name{by_place}: some at the edge of the district may be missing."
        )
        if lacking := self.known.of_another_census(district, self.codes):
            yield f"{lacking:,} that extracts name are of another census and not in the file."


def _unknown(unknown: Sequence[PopulationRow]) -> Iterator[str]:
    """Name areas that are no district we know, and what may have been meant."""
    said = dict.fromkeys(one.name or one.code for one in unknown if one.name or one.code)
    for text in list(said)[:MOST_NAMED]:
        near = districts().suggest(text)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        yield f"'{shown(text)}' is not a district that we know: left out.{hint}"
    if rest := list(said)[MOST_NAMED:]:
        yield f"Not known either, and left out: {listed(rest)}."


def _unknown_small(unknown: Sequence[PopulationRow]) -> Iterator[str]:
    small = [one for one in unknown if one.is_small and not (one.name or one.code)]
    if small:
        people = sum(one.people for one in small)
        yield (
            f"{count_of(len(small), 'small area')} ({people:,} people) left out: the district "
            "cannot be told, or no extract answers for it."
        )


def _today(area: str) -> str:
    found = districts().find(area)
    return found.code if found else area


def _name(area: str) -> str:
    """Return an area's name; a former one's as it was then."""
    return districts().name_of(area)
