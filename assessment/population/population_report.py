"""What loading a file of populations does: what is new in it, and what it changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assessment.definitions import RateBase, districts
from assessment.intake.load_status import LoadStatus
from assessment.population.district_matching import MatchedPopulations, Population
from assessment.population.resident_numbers import Key, StoredPopulation

# So many times more, or less, is another number: of households, or of a group.
LEAP = 2


@dataclass(frozen=True)
class PopulationReport:
    """What a file says of districts and years, and how much of it is new, changed or there.

    `small_areas` are those that are known by it and were not before, once for each year.
    """

    file: str
    status: LoadStatus
    populations: tuple[Population, ...]
    added: int
    changed: tuple[str, ...]
    unchanged: int
    notices: tuple[str, ...]
    counted: RateBase
    small_areas: int = 0

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the file is about."""
        return tuple(sorted({population.year for population in self.populations}))

    @property
    def districts(self) -> int:
        """How many districts it is about."""
        return len({population.area for population in self.populations})

    def as_json(self) -> dict[str, Any]:
        """Return what `population load --json` promises to other programs."""
        return {
            "file": self.file,
            "status": self.status.value,
            "counted": self.counted.value,
            "districts": self.districts,
            "years": list(self.years),
            "added": self.added,
            "changed": len(self.changed),
            "unchanged": self.unchanged,
            "small_areas": self.small_areas,
            "problems": [*self.changed, *self.notices],
        }


def population_report(
    file: str, matched: MatchedPopulations, stored: Mapping[Key, StoredPopulation]
) -> PopulationReport:
    """Compare a file's populations with those that are stored."""
    before = [
        (population, stored.get((population.area, population.year)))
        for population in matched.populations
    ]
    changed = tuple(
        change
        for population, was in before
        if was and (change := _change(population, was, matched.counted))
    )
    added = sum(1 for _, was in before if was is None)
    small = sum(len(each.small) for each, was in before if gains_small_areas(each, was))
    of = matched.counted.of_the_file
    doubts = (
        f"{districts().name_of(population.area)}, {population.number:,} {of}: {population.doubt}"
        for population in matched.populations
        if population.doubt
    )
    return PopulationReport(
        file,
        LoadStatus.LOADED if added or changed or small else LoadStatus.UNCHANGED,
        matched.populations,
        added,
        changed,
        len(matched.populations) - added - len(changed),
        (*matched.notices, *doubts),
        matched.counted,
        small,
    )


def leaps(matched: MatchedPopulations, stored: Mapping[Key, StoredPopulation]) -> Iterator[str]:
    """Say where a district would be halved or doubled, as by a group taken for everybody."""
    again = " --households" if matched.counted is RateBase.HOUSEHOLDS else ""
    for population in matched.populations:
        was = stored.get((population.area, population.year))
        if was and not was.number <= LEAP * population.number <= LEAP**2 * was.number:
            yield (
                f"{_change(population, was, matched.counted)} No district "
                f"changes so: see that the file counts all {matched.counted.of_the_file}. If what "
                f"is stored is wrong, remove it (population remove {population.year}{again}), and "
                "load the file again."
            )


def says_more(population: Population, stored: Mapping[Key, StoredPopulation]) -> bool:
    """Tell whether a population of a file is new, or changes what is stored."""
    was = stored.get((population.area, population.year))
    return was is None or bool(_change(population, was, RateBase.RESIDENTS))


def gains_small_areas(population: Population, was: StoredPopulation | None) -> bool:
    """Tell whether a file says of small areas what was only known of their district."""
    return bool(population.small) and (
        was is None or was.number != population.number or was.small_areas != len(population.small)
    )


def is_other_number(population: Population, was: StoredPopulation | None) -> bool:
    """Tell whether the small areas that are stored do not add up to what a file says."""
    return was is not None and was.number != population.number


def _change(population: Population, was: StoredPopulation, counted: RateBase) -> str:
    """Say what a file changes of what is stored; a doubt about a number that stands is none."""
    where = f"{districts().name_of(population.area)}, {population.year}"
    if was.number != population.number:
        return f"{where}: {was.number:,} {counted.of_the_file} become {population.number:,}."
    if was.doubt and not population.doubt:
        number = f"{population.number:,} {counted.of_the_file}"
        return f"{where}: {number}, of which there is no doubt any more."
    return ""
