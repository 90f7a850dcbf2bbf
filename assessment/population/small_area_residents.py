"""How many people live in small areas: LSOAs as files said it, wards as these add up to."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from assessment.definitions import districts
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace


@dataclass(frozen=True)
class SmallAreaResidents:
    """The residents of small areas in the middle of a year, by code.

    `years_apart` is how many whole years lie between that and the middle of the period asked of.
    """

    year: int
    by_code: Mapping[str, int]
    sources: tuple[str, ...]
    years_apart: int = 0

    def of(self, codes: Collection[str]) -> int | None:
        """Return how many live in an area of some codes; None where one of them is not known."""
        known = [self.by_code.get(code) for code in codes]
        return None if not known or None in known else sum(n for n in known if n is not None)


@needs(Permission.READ_FIGURES)
def small_area_residents(
    workspace: Workspace, among: Collection[str], period: Period
) -> SmallAreaResidents | None:
    """Return the residents of the small areas of districts, of the year nearest to a period."""
    codes = [found.code for name in among if (found := districts().find(name))]
    by_year: dict[int, dict[str, int]] = defaultdict(dict)
    sources: dict[int, set[str]] = defaultdict(set)
    for code, year, number, source in workspace.store.rows(
        "residents_of_small_areas", districts=codes
    ):
        by_year[year][code] = number
        sources[year].add(source)
    if not by_year:
        return None
    middle = period.start + (period.end - period.start) / 2
    days = {year: abs((date(year, 6, 30) - middle).days) for year in by_year}
    year = min(by_year, key=lambda year: (days[year], year))
    return SmallAreaResidents(year, by_year[year], tuple(sorted(sources[year])), days[year] // 365)
