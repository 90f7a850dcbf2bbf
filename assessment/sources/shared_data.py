"""Where two sources give the same: no figure adds them up, and one of them leads."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from assessment.definitions import measure_sets
from assessment.people import Permission
from assessment.permissions import needs
from assessment.sources.lead_sources import lead_sources
from assessment.sources.month_states import CoveredMonth, covered_months
from assessment.workspace import Workspace


@dataclass(frozen=True)
class SharedData:
    """Two sources of one data set that both have some districts, subjects and months.

    Where they are counted in two sets of measures, such as two classifications of the police's, no
    figure can have both, and none of them leads. `lead` is the one that the partnership has named.
    """

    measure_sets: tuple[str, ...]
    sources: tuple[str, str]
    subjects: tuple[str, ...]
    districts: tuple[str, ...]
    months: tuple[date, ...]
    lead: str | None

    @property
    def is_one_set(self) -> bool:
        """Whether a lead source decides between them."""
        return len(self.measure_sets) == 1


@needs(Permission.SEE_SMALL_NUMBERS, of="partnership")
def shared_data(
    workspace: Workspace, partnership: str, districts: Sequence[str]
) -> tuple[SharedData, ...]:
    """Return what more than one source gives of a partnership's districts."""
    leads = {lead.measure_set: lead.source for lead in lead_sources(workspace, partnership)}
    return tuple(
        SharedData(
            sets,
            pair,
            tuple(sorted({cell[0] for cell in both})),
            tuple(sorted({cell[1] for cell in both})),
            tuple(sorted({cell[2] for cell in both})),
            leads.get(sets[0]) if len(sets) == 1 else None,
        )
        for sets, pair, both in _pairs(covered_months(workspace, districts))
    )


def _pairs(
    cells: Collection[CoveredMonth],
) -> Iterator[tuple[tuple[str, ...], tuple[str, str], set[tuple[str, str, date]]]]:
    """Yield each two sources of a data set with the subjects, districts and months of both."""
    covered: dict[tuple[str, str, str], set[tuple[str, str, date]]] = defaultdict(set)
    for cell in cells:
        data_set = measure_sets()[cell.measure_set].data_set
        key = (data_set, cell.source, cell.measure_set)
        covered[key].add((cell.subject, cell.district, cell.month))
    for first, second in combinations(sorted(covered), 2):
        both = covered[first] & covered[second]
        if first[0] == second[0] and first[1] != second[1] and both:
            yield tuple(sorted({first[2], second[2]})), (first[1], second[1]), both
