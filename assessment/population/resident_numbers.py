"""How many people, or households, districts have: what rates are for each 1,000 of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assessment.definitions import RateBase, districts
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.store import Store, Writer
from assessment.workspace import Workspace

# A district by its code, and a year.
Key = tuple[str, int]
FOR_EACH = 1000


@dataclass(frozen=True)
class StoredPopulation:
    """How many people, or households, a district has in a year, and from which file.

    `small_areas` is of how many of its small areas it is known.
    """

    number: int
    source: str
    doubt: str
    small_areas: int = 0


@dataclass(frozen=True)
class PopulationYear:
    """A year that the store has: of how many districts, and from which files."""

    year: int
    districts: int
    sources: tuple[str, ...]
    counted: RateBase = RateBase.RESIDENTS


@dataclass(frozen=True)
class Base:
    """The residents, or households, that a rate is for each 1,000 of, and what must be known."""

    number: int
    year: int
    sources: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    counted: RateBase = RateBase.RESIDENTS


@dataclass(frozen=True)
class Residents:
    """How many people, or households, districts had in the middle of a year, by their names.

    `years_apart` is how many whole years lie between that and the middle of the period asked of.
    """

    year: int
    by_district: Mapping[str, StoredPopulation]
    years_apart: int = 0
    counted: RateBase = RateBase.RESIDENTS

    def of(self, among: Iterable[str]) -> int | None:
        """Return how many live in some districts; None where that is not known of any of them."""
        populations = [self.by_district.get(district) for district in among]
        if None in populations:
            return None
        return sum(population.number for population in populations if population)

    def rate(self, records: int | None, among: Iterable[str]) -> float | None:
        """Return records for each 1,000 residents of some districts."""
        people = self.of(among)
        return None if records is None or not people else FOR_EACH * records / people

    def base(self, own: Iterable[str], beside: Iterable[str]) -> Base | None:
        """Return some districts' residents, with what must be known of those beside them too."""
        among = tuple(own)
        people = self.of(among)
        if people is None:
            return None
        populations = {district: self.by_district[district] for district in (*among, *beside)}
        sources = dict.fromkeys(population.source for population in populations.values())
        doubts = (
            f"{district}: {population.doubt}"
            for district, population in populations.items()
            if population.doubt
        )
        return Base(people, self.year, tuple(sources), (*self._age(), *doubts), self.counted)

    def _age(self) -> Iterator[str]:
        if self.years_apart:
            years = f"{self.years_apart} year{'s' if self.years_apart > 1 else ''} or more"
            yield (
                f"{self.counted.as_subject} of mid-{self.year}, {years} away from the middle of "
                "the period: load a nearer year where there is one."
            )


@needs(Permission.READ_FIGURES)
def populations(
    workspace: Workspace, counted: RateBase = RateBase.RESIDENTS
) -> Mapping[Key, StoredPopulation]:
    """Return what the store says of every district and year."""
    return stored_populations(workspace.store, counted)


def stored_populations(reader: Store | Writer, counted: RateBase) -> Mapping[Key, StoredPopulation]:
    """Return the same from the store, or as a transaction sees it."""
    return {
        (area, year): StoredPopulation(*said)
        for area, year, *said in reader.rows("populations", counted=counted.value)
    }


@needs(Permission.READ_FIGURES)
def population_years(workspace: Workspace) -> tuple[PopulationYear, ...]:
    """Return the years there are, of residents and then of households, the latest first."""
    return tuple(
        year for counted in RateBase for year in years_of(populations(workspace, counted), counted)
    )


def years_of(
    stored: Mapping[Key, StoredPopulation], counted: RateBase
) -> tuple[PopulationYear, ...]:
    """Sum up populations by year, the latest first."""
    by_year: dict[int, list[StoredPopulation]] = defaultdict(list)
    for (_, year), population in stored.items():
        by_year[year].append(population)
    return tuple(
        PopulationYear(
            year,
            len(of_year),
            tuple(sorted({population.source for population in of_year})),
            counted,
        )
        for year, of_year in sorted(by_year.items(), reverse=True)
    )


@needs(Permission.READ_FIGURES)
def residents(
    workspace: Workspace,
    among: Iterable[str],
    period: Period,
    counted: RateBase = RateBase.RESIDENTS,
) -> tuple[Residents, ...]:
    """Return the residents, or households, of districts, the year nearest to a period first."""
    listed = ((name, districts().find(name)) for name in among)
    names = {district.code: name for name, district in listed if district}
    by_year: dict[int, dict[str, StoredPopulation]] = defaultdict(dict)
    for (area, year), population in populations(workspace, counted).items():
        if area in names:
            by_year[year][names[area]] = population
    middle = period.start + (period.end - period.start) / 2
    days = {year: abs((date(year, 6, 30) - middle).days) for year in by_year}
    return tuple(
        Residents(year, by_year[year], days[year] // 365, counted)
        for year in sorted(by_year, key=lambda year: (days[year], year))
    )
