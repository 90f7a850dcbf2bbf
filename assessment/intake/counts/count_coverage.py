"""What a table of counts answers for: the subjects, areas and months that its cells are of.

A cell that is withheld or missing leaves its area and months partial: only the measures that do not
rest on it are known. So does a total whose parts are not all listed: what it does not list is not
known, and is never taken to be none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assessment.definitions import FLAGS, districts, measure_sets, subject_of, subjects_of
from assessment.intake.counts.cell_keys import TableCell
from assessment.intake.counts.count_cells import CountStatus
from assessment.intake.counts.count_meaning import CountMeaning, MeantCount
from assessment.intake.counts.totals.measure_parts import parts_of_measures
from assessment.intake.coverage.extract_coverage import NEIGHBOUR_SHARE, CoverageCell
from assessment.intake.headings.day_words import is_last_of_month
from assessment.intake.headings.month_span import Span
from assessment.intake.mapping.categories.category_mapping import UNMAPPED
from assessment.periods import add_months

Area = tuple[str, str]
# A day or two at the end of a month without a count may be days on which nothing happened.
MOST_DAYS_WITHOUT = 3


@dataclass(frozen=True)
class CoveredBlock:
    """A subject in an area over some months; `known` are measures, None where all of them are."""

    subject: str
    kind: str
    area: str
    span: Span
    known: frozenset[str] | None = None

    @property
    def cells(self) -> Iterator[CoverageCell]:
        """The same month by month."""
        return (
            CoverageCell(self.subject, self.kind, self.area, month) for month in self.span.months
        )


def cut_months(cells: Iterable[TableCell]) -> frozenset[date]:
    """Return the first and the last month of counts of days, where the days do not fill them."""
    days = sorted({day for cell in cells if (day := cell.key.day)})
    # A month may be written as its first day, or its last.
    if all(day.day == 1 for day in days) or all(map(is_last_of_month, days)):
        return frozenset()
    first, last = days[0], days[-1]
    after = add_months(last.replace(day=1), 1)
    cut = {first.replace(day=1)} if first.day > 1 + MOST_DAYS_WITHOUT else set[date]()
    if (after - last).days > 1 + MOST_DAYS_WITHOUT:
        cut.add(last.replace(day=1))
    return frozenset(cut)


def read_count_coverage(
    meaning: CountMeaning, today: date, cut: frozenset[date] = frozenset()
) -> list[CoveredBlock]:
    """Return what the counts answer for.

    Of months that are not over, and of those that are `cut` off, no measure is known.
    """
    blocks: dict[tuple[str, Area, Span], list[MeantCount]] = defaultdict(list)
    areas = _areas(meaning)
    for count in meaning.counts:
        for area in (("district", meaning.district(count)), ("force", meaning.force(count))):
            if area in areas:
                subject = subject_of(count.measure, meaning.categories.measure_set.id)
                blocks[subject, (area[0], area[1] or ""), count.key.span].append(count)
    knowledge = _Knowledge(meaning)
    return [
        CoveredBlock(
            subject,
            kind,
            area,
            span,
            frozenset()
            if is_unfinished(span, today) or span.start in cut
            else knowledge.of(subject, counts),
        )
        for (subject, (kind, area), span), counts in sorted(
            blocks.items(), key=lambda item: item[0]
        )
    ]


def is_unfinished(span: Span, today: date) -> bool:
    """Tell whether more may be counted of some months than a table can know."""
    return span.end > today


def _areas(meaning: CountMeaning) -> set[tuple[str, str | None]]:
    """Return the areas that the table is about, without a neighbour's overspill.

    A force is covered where the table lists every one of its districts.
    """
    by_district = Counter[str]()
    for count in meaning.counts:
        if district := meaning.district(count):
            by_district[district] += count.counted.low
    forces = {force for force in meaning.forces.values() if districts().of_force(force)}
    own = {name for force in forces for name in districts().of_force(force)}
    most = max(by_district.values(), default=0)
    listed = {
        name
        for name, n in by_district.items()
        if (name in own if own else n >= NEIGHBOUR_SHARE * most)
    }
    whole = {force for force in forces if set(districts().of_force(force)) <= listed}
    return {("district", name) for name in listed} | {("force", name) for name in whole}


class _Knowledge:
    """Which measures are known of some counts."""

    def __init__(self, meaning: CountMeaning) -> None:
        measure_set = meaning.categories.measure_set
        self._leaves = parts_of_measures(measure_set)
        self._stated = meaning.stated
        self._unlisted = [total.leaves(self._leaves) for total in meaning.unlisted]
        measures = (*measure_set.measures, *measure_sets()[FLAGS].measures)
        self._about: Mapping[str, list[str]] = defaultdict(list)
        for measure in measures:
            for subject in subjects_of(measure):
                self._about[subject].append(measure.id)

    def of(self, subject: str, counts: list[MeantCount]) -> frozenset[str] | None:
        """Return the measures that some counts of a subject, area and time tell; None for all."""
        present = {count.measure for count in counts}
        untold = {
            count.measure for count in counts if count.counted.status is not CountStatus.COUNTED
        }
        if UNMAPPED in untold:
            return frozenset(present - untold)
        about = self._about[subject]
        known = {
            measure
            for measure in about
            if measure not in untold and (measure in present or self._is_sum(measure, untold))
        }
        return None if len(known) == len(about) else frozenset(known)

    def _is_sum(self, measure: str, untold: set[str]) -> bool:
        """Tell whether a measure that the counts do not give is the sum of those they give."""
        own = self._leaves[measure]
        stated = [self._leaves[whole] for whole in self._stated]
        return (
            all(own.isdisjoint(self._leaves[part]) for part in untold)
            and all(own.isdisjoint(whole) or whole <= own for whole in stated)
            # What a published total has beyond its parts is told only by a total around it.
            and all(
                own.isdisjoint(total) or any(total <= whole <= own for whole in stated)
                for total in self._unlisted
            )
        )
