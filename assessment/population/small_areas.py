"""The district of an LSOA: from its name, from extracts, or from its place in the list of codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.definitions import districts
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

# Codes were given out district by district. So many at most, between two of one district, are its
# own; more may be of a district that nothing is known of.
MOST_BETWEEN = 5


@dataclass(frozen=True)
class SmallAreas:
    """The district, as a code of today, of small areas that extracts have named.

    Most small areas are likely to be known only in districts that an extract answers for.
    """

    known: Mapping[str, str]
    covered: frozenset[str]

    def placed(self, codes: Iterable[str]) -> Mapping[str, str]:
        """Return the district of each of a file's small areas that extracts know, covered ones."""
        among = sorted(set(codes))
        named = {code: self.known[code] for code in among if code in self.known}
        return {
            code: district
            for code, district in (named | self._between(among)).items()
            if district in self.covered
        }

    def _between(self, among: Iterable[str]) -> dict[str, str]:
        placed: dict[str, str] = {}
        waiting: list[str] = []
        last = ""
        for code in among:
            district = self.known.get(code)
            if district is None:
                waiting.append(code)
                continue
            if district == last and len(waiting) <= MOST_BETWEEN:
                placed |= dict.fromkeys(waiting, district)
            last, waiting = district, []
        return placed

    def of_another_census(self, district: str, codes: Iterable[str]) -> int:
        """Count the small areas of a district that extracts name and a file has not."""
        in_file = set(codes)
        return sum(
            1
            for code, own_district in self.known.items()
            if own_district == district and code not in in_file
        )


@needs(Permission.READ_FIGURES)
def small_areas(workspace: Workspace) -> SmallAreas:
    """Return the small areas that extracts name, and the districts that they answer for."""
    named = {code: named_in(name) for code, name in workspace.store.rows("small_areas")}
    today = {code: districts().find(district) for code, district in named.items() if district}
    covered = (districts().find(name) for (name,) in workspace.store.rows("districts_covered"))
    return SmallAreas(
        {code: district.code for code, district in today.items() if district},
        frozenset(district.code for district in covered if district),
    )


def named_in(name: str) -> str | None:
    """Return the code, of a former one too, of the district that begins a name: Luton 001A."""
    beginning, _, number = name.strip().rpartition(" ")
    return districts().listed(beginning) if number[:1].isdigit() else None
