"""What can be asked about a place: its measure sets with their months, and the forces."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from assessment.changes.comparable.chosen_sources import Months, SourceCoverage
from assessment.changes.comparable.comparable_periods import comparable
from assessment.changes.comparable.source_coverage import source_coverages
from assessment.changes.question import Place
from assessment.definitions import (
    FLAGS,
    HOME_OFFICE,
    POLICE,
    POLICE_UK,
    MeasureSet,
    measure_sets,
    subjects_of_set,
)
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace

# The Home Office groups are what most reports print: they are shown where both carry as much.
PREFERRED_SETS = (HOME_OFFICE, POLICE_UK)


@dataclass(frozen=True)
class Available:
    """A measure set that some source covers in all of a place, and the months it covers."""

    measure_set: str
    label: str
    months: tuple[date, ...]

    @property
    def first_month(self) -> date:
        """The first covered month."""
        return self.months[0]

    @property
    def last_month(self) -> date:
        """The last covered month."""
        return self.months[-1]

    @property
    def is_of_police(self) -> bool:
        """Whether it counts records of the police, and not a partner's."""
        return measure_sets()[self.measure_set].data_set == POLICE

    def covers(self, needed: Months) -> bool:
        """Tell whether every month needed is covered."""
        return needed <= frozenset(self.months)

    def comparable(self) -> tuple[Period, ...]:
        """Return the periods that can be compared with the same dates a year earlier."""
        return comparable(frozenset(self.months))


@needs(Permission.READ_FIGURES, of="place")
def available(workspace: Workspace, place: Place) -> Mapping[str, Available]:
    """Return the sets that some source covers in a place, in display order.

    A month counts where all of the place is covered about the subject that is covered best: a
    lone month of some flag does not decide how far a set reaches.
    """
    held = {name for (name,) in workspace.store.kept_rows("measure_sets_covered")}
    partners = [name for name in measure_sets() if name in held and name not in PREFERRED_SETS]
    others = [FLAGS, *partners]
    sets = [measure_sets()[name] for name in (*PREFERRED_SETS, *others)]
    covered = [(named, covered_months(workspace, place, named)) for named in sets]
    return {
        measure_set.id: Available(measure_set.id, measure_set.label, months)
        for measure_set, months in covered
        if months
    }


@needs(Permission.READ_FIGURES, of="place")
def covered_months(workspace: Workspace, place: Place, measure_set: MeasureSet) -> tuple[date, ...]:
    """Return the months in which all of a place is covered, about the subject covered best.

    Where no month is covered in all of it, the months covered in some of it: the answer then says
    where data are missing, which a page without dates could not.
    """
    coverages = source_coverages(workspace, place, measure_set.id)
    # Of hate crime a file may tell all records and no strand.
    in_part = measure_set.id == FLAGS
    by_subject = [
        [_months(coverages, ground, subject, in_part=in_part) for ground in place.grounds]
        for subject in subjects_of_set(measure_set)
    ]
    everywhere = max((frozenset.intersection(*months) for months in by_subject), key=len)
    somewhere = max((frozenset.union(*months) for months in by_subject), key=len)
    return tuple(sorted(everywhere or somewhere))


def _months(
    coverages: Iterable[SourceCoverage], ground: str, subject: str, *, in_part: bool
) -> Months:
    return frozenset[date]().union(
        *(
            coverage.whole
            | {cell.month for cell in coverage.cells if cell.is_block or (in_part and cell.known)}
            for coverage in coverages
            if (coverage.ground, coverage.subject) == (ground, subject)
        )
    )


def set_with_months(sets: Mapping[str, Available], needed: Months) -> Available | None:
    """Return the set to answer in where nobody names one; None where there is none.

    One of the police's, if there is any: the one that has every month needed, then the one that
    reaches furthest. Flags are a question of their own.
    """
    return max(
        (reach for reach in sets.values() if reach.measure_set != FLAGS),
        key=lambda reach: (reach.is_of_police, reach.covers(needed), reach.last_month),
        default=None,
    )


@needs(Permission.READ_FIGURES)
def forces(workspace: Workspace) -> tuple[str, ...]:
    """Return the forces that can be asked about as a whole."""
    return tuple(force for (force,) in workspace.store.rows("forces_covered"))
