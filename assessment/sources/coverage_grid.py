"""Months side by side and sources below each other: rows that are alike are one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.definitions import FLAGS, OFFENCE_SUBJECT, measure_sets
from assessment.people import Permission
from assessment.permissions import needs
from assessment.sources.month_states import (
    GridKey,
    MonthState,
    covered_months,
    every_month,
    month_states,
)
from assessment.workspace import Workspace

OfMonths = Mapping[date, MonthState]
OfDistricts = Mapping[str, OfMonths]


@dataclass(frozen=True)
class SourceMonths:
    """The state of each month of a source, about subjects and districts in which all are alike."""

    source: str
    measure_set: str
    subjects: tuple[str, ...]
    districts: tuple[str, ...]
    states: OfMonths

    def in_state(self, state: MonthState) -> tuple[date, ...]:
        """Return the months in a state."""
        return tuple(month for month, of_month in self.states.items() if of_month is state)


@dataclass(frozen=True)
class CoverageGrid:
    """Months side by side, and below them the sources of some districts."""

    districts: tuple[str, ...]
    months: tuple[date, ...]
    rows: tuple[SourceMonths, ...]


@needs(Permission.SEE_SMALL_NUMBERS)
def coverage_grid(workspace: Workspace, districts: Sequence[str]) -> CoverageGrid:
    """Return the state of each month of every source that covers any of some districts.

    A district has a row of its own where it differs; so has a flag that is covered otherwise than
    the records that it marks.
    """
    cells = covered_months(workspace, districts)
    months = every_month(cell.month for cell in cells)
    states = month_states(workspace, districts, cells)
    return CoverageGrid(tuple(districts), months, tuple(_rows(states)))


def _rows(states: Mapping[GridKey, OfMonths]) -> Iterator[SourceMonths]:
    by_subject: dict[tuple[str, str, str], dict[str, OfMonths]] = defaultdict(dict)
    for key in sorted(states, key=_place):
        by_subject[key.source, key.measure_set, key.subject][key.district] = states[key]
    alike: list[tuple[str, str, list[str], OfDistricts]] = []
    for (source, measure_set, subject), own in by_subject.items():
        of_districts: OfDistricts = own
        for row in alike:
            if row[:2] == (source, measure_set) and row[3] == of_districts:
                row[2].append(subject)
                break
        else:
            alike.append((source, measure_set, [subject], of_districts))
    for source, measure_set, subjects, of_districts in alike:
        for districts, of_months in _districts_alike(of_districts):
            yield SourceMonths(source, measure_set, tuple(subjects), districts, of_months)


def _place(key: GridKey) -> tuple[object, ...]:
    """Put what records are about before what they are marked as, and offences first."""
    is_flag = key.subject in measure_sets()[FLAGS].families
    is_first = key.subject == OFFENCE_SUBJECT
    return key.source, key.measure_set, is_flag, not is_first, key.subject, key.district


def _districts_alike(of_districts: OfDistricts) -> list[tuple[tuple[str, ...], OfMonths]]:
    gathered: list[tuple[list[str], OfMonths]] = []
    for district, of_months in of_districts.items():
        same = next((names for names, others in gathered if others == of_months), None)
        if same is None:
            gathered.append(([district], of_months))
        else:
            same.append(district)
    return [(tuple(names), of_months) for names, of_months in gathered]
