"""What an extract answers for: the subjects, areas and months in which no records means none.

A force's file also holds some rows of neighbouring districts, and a file of recent months some
records of long ago. Neither makes the file an answer for those districts or those months. Nor does
a file that stops sending one district, or anti-social behaviour, go on answering for it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assessment.definitions import LEFT_OUT, OFFENCE_SUBJECT, Districts
from assessment.intake.coverage.sent_rows import WITHOUT_DISTRICTS, RowGroup, SentRows, usual_rows
from assessment.intake.coverage.stray_months import MISSING_ROWS, partial_months, stray_months
from assessment.periods import add_months

# What is told of a flag in a month, where that is not all: see CoverageCell.known.
UntoldFlags = Mapping[tuple[str, date], str]
# A district with fewer rows than this share of the largest is a neighbour's overspill.
NEIGHBOUR_SHARE = 0.02


@dataclass(frozen=True, order=True)
class CoverageCell:
    """One thing that an extract answers for.

    `known` are the measures of a flag that it tells, one after the other, None for all: '' where
    it has the records and does not say which of them carry the flag.
    """

    subject: str
    kind: str  # force or district
    area: str
    month: date
    known: str | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Coverage:
    """The cells that an extract answers for, and the holes: those it lacks against expectation.

    Partial months are covered, but cut off; stray months have a few rows and are not covered.
    `said` are months that the analyst says it answers for: it answers for them, and no others. It
    `is_part` where it was said to be only a part of months of which nothing had come before.
    """

    months: tuple[date, ...]
    partial_months: tuple[date, ...]
    stray_months: tuple[date, ...]
    cells: tuple[CoverageCell, ...]
    holes: tuple[CoverageCell, ...]
    said: tuple[date, ...] = ()
    is_part: bool = False

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
    groups: Sequence[RowGroup],
    days: Sequence[tuple[date, int, int]],
    known: Districts,
    covers: str,
    said: Sequence[date] = (),
) -> Coverage:
    """Judge what an extract covers from its rows, and from the months that it is said to cover.

    `days` are rows by month and day; `covers` is what the recipe says that a file is about: a whole
    force, or the districts that it lists.
    """
    if said:
        return _as_said(groups, known, covers, said)
    by_month: Counter[date] = Counter()
    for group in groups:
        by_month[group.month] += group.rows
    stray = stray_months(by_month)
    months = tuple(sorted(by_month.keys() - stray))
    inside = [group for group in groups if group.month not in stray]
    sent = SentRows.of(inside, known)
    judged = list(_judged_cells(sent, months, _areas(inside, sent, known, covers)))
    return Coverage(
        months,
        partial_months(days, months),
        tuple(sorted(stray)),
        tuple(sorted(cell for cell, is_covered in judged if is_covered)),
        tuple(sorted(cell for cell, is_covered in judged if not is_covered)),
    )


def with_flags(
    cells: Sequence[CoverageCell], flags: Collection[str], untold: UntoldFlags
) -> list[CoverageCell]:
    """Add to the cells that records are about every flag, on offences where there are any."""
    has_offences = any(cell.subject == OFFENCE_SUBJECT for cell in cells)
    flagged = [
        cell
        for cell in cells
        if cell.subject == OFFENCE_SUBJECT or (not has_offences and cell.subject != LEFT_OUT)
    ]
    marked = {
        replace(cell, subject=flag, known=untold.get((flag, cell.month)))
        for cell in flagged
        for flag in {*flags, *(flag for flag, _ in untold)}
        if flag in flags or (flag, cell.month) in untold
    }
    return [*cells, *sorted(marked)]


def _as_said(
    groups: Sequence[RowGroup], known: Districts, covers: str, said: Sequence[date]
) -> Coverage:
    """Cover every month that was said, of whatever the rows are about: no rows of it are a zero."""
    areas = _areas(groups, SentRows.of(groups, known), known, covers)
    cells = {
        CoverageCell(subject, kind, area, month)
        for subject in {group.subject for group in groups}
        for kind, area in areas
        for month in said
    }
    months = tuple(sorted(said))
    return Coverage(months, (), (), tuple(sorted(cells)), (), months)


def _judged_cells(
    sent: SentRows, months: Sequence[date], areas: Collection[tuple[str, str]]
) -> Iterator[tuple[CoverageCell, bool]]:
    """Yield every cell that the file could cover, and whether it does.

    Where a subject usually has rows in an area, a month without any is a hole; where it has few,
    or the area is too small to expect some, it is a true zero, unless nothing at all was sent.
    """
    subjects = sorted({group.subject for group in sent.groups})
    everywhere = Counter[str]()
    for group in sent.groups:
        everywhere[group.subject] += group.rows
    for kind, area in areas:
        of_area = sent.of_area.get((kind, area), ())
        share = sum(group.rows for group in of_area) / everywhere.total()
        for subject in subjects:
            counted: Counter[date] = Counter()
            for group in of_area:
                counted[group.month] += group.rows if group.subject == subject else 0
            usual = usual_rows(counted) or share * everywhere[subject] / len(months)
            for month in months:
                is_zero = usual < MISSING_ROWS and not sent.is_silent(of_area, subject, month)
                yield CoverageCell(subject, kind, area, month), bool(counted[month]) or is_zero


def _areas(
    groups: Sequence[RowGroup], sent: SentRows, known: Districts, covers: str
) -> Collection[tuple[str, str]]:
    by_district = sent.by_district()
    forces = {group.force for group in groups if group.force}
    own = {district for force in forces for district in known.of_force(force)} & by_district.keys()
    if covers == "force":
        whole = set(forces)
        # A force that we do not know has districts too: those with more than an overspill of rows.
        listed = own or (set() if whole <= WITHOUT_DISTRICTS else _more_than_overspill(by_district))
    else:
        # A file that lists every district of a force is about the force as well.
        whole = {
            force
            for force in forces
            if (all_of_it := set(known.of_force(force))) and all_of_it <= by_district.keys()
        }
        listed = _more_than_overspill(by_district) | {
            n for force in whole for n in known.of_force(force)
        }
    return [("force", name) for name in sorted(whole)] + [
        ("district", name) for name in sorted(listed)
    ]


def _more_than_overspill(by_district: Mapping[str, int]) -> set[str]:
    """Return the districts that are more than a neighbour's overspill."""
    most = max(by_district.values(), default=0)
    return {name for name, n in by_district.items() if n >= NEIGHBOUR_SHARE * most}
