"""The months that each source covers in some districts: covered, doubtful, in part or missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from assessment.definitions import FLAGS, OFFENCE_SUBJECT, measure_sets, subject_of
from assessment.people import Permission
from assessment.periods import add_months
from assessment.permissions import needs
from assessment.thin_months import thin_months
from assessment.workspace import Workspace


class MonthState(StrEnum):
    """How much of a month a source has, about one subject in one district."""

    COVERED = "covered"
    DOUBTFUL = "doubtful"
    PARTIAL = "in part"
    MISSING = "missing"


@dataclass(frozen=True)
class CoveredMonth:
    """What a source has of a subject, district and month, and when it first had all of it."""

    source: str
    measure_set: str
    subject: str
    district: str
    month: date
    is_partial: bool
    is_counts: bool
    came: date | None


class GridKey(NamedTuple):
    """What a row of months is about: a source, the set it is counted in, a subject, a district."""

    source: str
    measure_set: str
    subject: str
    district: str


@needs(Permission.SEE_SMALL_NUMBERS)
def covered_months(workspace: Workspace, districts: Sequence[str]) -> tuple[CoveredMonth, ...]:
    """Return everything that extracts cover of some districts."""
    rows = workspace.store.kept_rows("coverage_by_source", districts=list(districts))
    return tuple(CoveredMonth(*row) for row in rows)


@needs(Permission.SEE_SMALL_NUMBERS)
def month_states(
    workspace: Workspace, districts: Sequence[str], cells: Sequence[CoveredMonth]
) -> Mapping[GridKey, Mapping[date, MonthState]]:
    """Return the state of every month, from the first that any source covers to the last."""
    months = every_month(cell.month for cell in cells)
    doubtful = _doubtful(workspace, districts, cells)
    states: dict[GridKey, dict[date, MonthState]] = defaultdict(
        lambda: dict.fromkeys(months, MonthState.MISSING)
    )
    for cell in cells:
        key = GridKey(cell.source, cell.measure_set, cell.subject, cell.district)
        states[key][cell.month] = _state(cell, doubtful)
    return states


def came_on(cells: Iterable[CoveredMonth], source: str) -> Mapping[date, date]:
    """Return when each month of a source was first there whole, in every district it sends.

    Flags are left out: that a column was added later makes no month late.
    """
    flags = set(measure_sets()[FLAGS].families.values())
    own = [cell for cell in cells if cell.source == source and cell.subject not in flags]
    sent = {(cell.subject, cell.district) for cell in own}
    days: dict[date, list[date]] = defaultdict(list)
    for cell in own:
        if cell.came and not cell.is_partial:
            days[cell.month].append(cell.came)
    return {month: max(came) for month, came in days.items() if len(came) == len(sent)}


def every_month(months: Iterable[date]) -> tuple[date, ...]:
    """Return every month from the first of some to the last; none of none."""
    there = sorted(set(months))
    if not there:
        return ()
    count = (there[-1].year - there[0].year) * 12 + there[-1].month - there[0].month + 1
    return tuple(add_months(there[0], step) for step in range(count))


def _state(cell: CoveredMonth, doubtful: Mapping[GridKey, frozenset[date]]) -> MonthState:
    if cell.is_partial:
        return MonthState.PARTIAL
    key = GridKey(cell.source, cell.measure_set, _kind(cell.subject), cell.district)
    is_doubtful = cell.month in doubtful.get(key, frozenset())
    return MonthState.DOUBTFUL if is_doubtful else MonthState.COVERED


def _doubtful(
    workspace: Workspace, districts: Sequence[str], cells: Iterable[CoveredMonth]
) -> Mapping[GridKey, frozenset[date]]:
    """Return the months with far fewer records than usual; a table of counts is as it was sent."""
    records: dict[GridKey, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    flags = measure_sets()[FLAGS].families
    for source, measure_set, measure, district, month, n in workspace.store.kept_rows(
        "records_by_source", districts=list(districts)
    ):
        if measure not in flags:
            key = GridKey(source, measure_set, subject_of(measure, measure_set), district)
            records[key][month] += n
    whole: dict[GridKey, set[date]] = defaultdict(set)
    for cell in cells:
        if not cell.is_partial and not cell.is_counts:
            key = GridKey(cell.source, cell.measure_set, cell.subject, cell.district)
            whole[key].add(cell.month)
    return {
        key: frozenset(thin.month for thin in thin_months(records[key], months))
        for key, months in whole.items()
        if key.subject == _kind(key.subject)
    }


def _kind(subject: str) -> str:
    """Return the kind of record that a subject is of: flags stand on offences."""
    return OFFENCE_SUBJECT if subject in measure_sets()[FLAGS].families else subject
