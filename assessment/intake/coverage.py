"""What an extract answers for: in which months and areas, absence of records means there were none.

A force's file also holds some rows of neighbouring districts, and a file of recent months some
records of long ago. Neither makes the file an answer for those districts or those months.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.definitions import Districts
from assessment.periods import add_months

# A district with fewer rows than this share of the largest is a neighbour's overspill.
NEIGHBOUR_SHARE = 0.02
# It polices railways in every district and answers for none.
WITHOUT_DISTRICTS = {"British Transport Police"}
# Months with fewer rows than this share of the fullest, before the bulk of a large file, are
# records reported late, not a month's worth.
STRAY_SHARE = 0.02
STRAY_FROM_ROWS = 200
# A month end so many usual rows short is a month that the extract has cut off: if rows fell by
# chance alone, this few would be seen less than once in a thousand.
MISSING_ROWS = 7

# month, force, place as the file writes it, rows
Group = tuple[date, str | None, str | None, int]


@dataclass(frozen=True)
class Coverage:
    """Months, those of them cut off, and the (kind, area) pairs that an extract answers for."""

    months: tuple[date, ...]
    partial_months: tuple[date, ...]
    stray_months: tuple[date, ...]
    areas: tuple[tuple[str, str], ...]

    @property
    def gaps(self) -> tuple[date, ...]:
        """Months between the first and the last that have no rows at all: missing, not zero."""
        if not self.months:
            return ()
        first, last = min(self.months), max(self.months)
        span = (last.year - first.year) * 12 + last.month - first.month
        between = (add_months(first, step) for step in range(span))
        return tuple(month for month in between if month not in self.months)


def read_coverage(
    groups: Sequence[Group],
    days: Sequence[tuple[date, int, int]],
    names: Mapping[str, str | None],
    forces: Collection[str],
    known: Districts,
    covers: str,
) -> Coverage:
    """Judge what an extract covers from its rows by month, force and place.

    `names` gives the district of each place, `forces` the forces named in the rows; `covers` is
    what the recipe says that a file is about: a whole force, or the districts that it lists.
    """
    by_month: Counter[date] = Counter()
    by_district: Counter[str] = Counter()
    for month, _, place, n in groups:
        by_month[month] += n
        if place and (district := names[place]):
            by_district[district] += n
    stray = _stray_months(by_month)
    months = tuple(sorted(by_month.keys() - stray))
    areas = _areas(by_district, forces, known, covers)
    return Coverage(months, _partial_months(days, months), tuple(sorted(stray)), areas)


def _stray_months(by_month: Mapping[date, int]) -> set[date]:
    most = max(by_month.values(), default=0)
    if most < STRAY_FROM_ROWS:
        return set()
    full = min(month for month, n in by_month.items() if n >= STRAY_SHARE * most)
    return {month for month in by_month if month < full}


def _areas(
    by_district: Mapping[str, int], forces: Collection[str], known: Districts, covers: str
) -> tuple[tuple[str, str], ...]:
    own = {name for force in forces for name in known.of_force(force)} & by_district.keys()
    if covers == "force":
        whole = set(forces)
        # A force that we do not know has districts all the same: those its file lists in earnest.
        listed = own or (set() if whole <= WITHOUT_DISTRICTS else _in_earnest(by_district))
    else:
        # A file that lists every district of a force is about the force as well.
        whole = {
            force
            for force in forces
            if (all_of_it := set(known.of_force(force))) and all_of_it <= by_district.keys()
        }
        listed = _in_earnest(by_district) | {
            name for force in whole for name in known.of_force(force)
        }
    return (
        *(("force", force) for force in sorted(whole)),
        *(("district", name) for name in sorted(listed)),
    )


def _in_earnest(by_district: Mapping[str, int]) -> set[str]:
    """Return the districts that are more than a neighbour's overspill."""
    most = max(by_district.values(), default=0)
    return {name for name, n in by_district.items() if n >= NEIGHBOUR_SHARE * most}


def _partial_months(
    days: Sequence[tuple[date, int, int]], months: Sequence[date]
) -> tuple[date, ...]:
    """Find a first month that starts late or a last that stops early, judged by the others."""
    if len(months) < 2:
        return ()
    counts = {month: Counter({d: n for m, d, n in days if m == month}) for month in months}
    first, last = months[0], months[-1]
    last_day = monthrange(last.year, last.month)[1]
    cut = []
    if counts[first] and _usual(counts, first, range(1, min(counts[first]))) >= MISSING_ROWS:
        cut.append(first)
    if (
        counts[last]
        and _usual(counts, last, range(max(counts[last]) + 1, last_day + 1)) >= MISSING_ROWS
    ):
        cut.append(last)
    return tuple(cut)


def _usual(counts: Mapping[date, Counter[int]], month: date, missing: Iterable[int]) -> float:
    """Return how many rows the other months have, on average, on the days that a month lacks."""
    days = set(missing)
    others = [counter for other, counter in counts.items() if other != month]
    return sum(counter[day] for counter in others for day in days) / len(others)
