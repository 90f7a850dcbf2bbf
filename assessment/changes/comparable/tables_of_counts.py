"""Sources that send tables of counts: months counted together, and counts that are not told.

Months that a table counts only together are compared where both periods hold all of them or none,
and never shown one by one. What a table withholds or lacks is no part of a figure: the figure has
bounds, and no verdict.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.changes.comparable.chosen_sources import ChosenSource, ChosenSources, Months
from assessment.changes.comparable.ground_records import GroundRecords
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.question import Question
from assessment.definitions import Measure
from assessment.numbers import count_of
from assessment.people import Permission
from assessment.periods import Period, add_months, months_in_words
from assessment.permissions import needs
from assessment.workspace import Workspace

NOT_ALL_TOLD = "some of the counts behind this are withheld or missing in their table"
Bounds = tuple[int, int | None]


def months_together(question: Question, sources: Sequence[ChosenSource]) -> Months:
    """Return the months of a question that some source counts only with others."""
    cells = (cell for source in sources for cell in source.cells if cell.is_block)
    return frozenset(cell.month for cell in cells) & question.needed_months


def months_apart(question: Question, sources: Sequence[ChosenSource]) -> Months:
    """Return the months that a period has without all those that they are counted with."""
    return frozenset(
        cell.month
        for source in sources
        for cell in source.cells
        if cell.is_block
        for period in (question.period, question.comparison)
        if cell.month in period.months() and not _is_whole_in(period, cell.start, cell.end)
    )


def against_parted(question: Question, sources: Sequence[ChosenSource]) -> Iterator[Refusal]:
    """Yield a reason where a period begins or ends among months that are counted together."""
    blocks = {
        (cell.start, cell.end)
        for source in sources
        for cell in source.cells
        if cell.month in months_apart(question, sources)
    }
    for start, end in sorted(blocks):
        months = (start, add_months(end, -1))
        yield Refusal(
            f"a period starts or ends inside {_from_to(*months)}, which a table counts only "
            "together"
        )


def _from_to(first: date, last: date) -> str:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return months_in_words(add_months(first, step) for step in range(count))


def _is_whole_in(period: Period, start: date, end: date) -> bool:
    return period.start <= start and end <= period.end


@dataclass(frozen=True)
class UntoldCounts:
    """Counts that tables withhold or lack, by ground and source: measure, month, low and high."""

    question: Question
    records: GroundRecords
    counts: Mapping[tuple[str, str], Sequence[tuple[str, date, int, int | None]]]

    def against(self, measure: Measure, sources: Sequence[ChosenSource]) -> Iterator[Refusal]:
        """Yield a reason for each period in which a measure rests on such counts."""
        leaves = {measure.id, *measure.leaves}
        needed = self.question.needed_months
        if all(needed <= source.whole_of(measure.id) for source in sources):
            return
        for period in (self.question.comparison, self.question.period):
            months = frozenset(period.months())
            untold = [
                (low, high)
                for key in {(source.ground, source.source) for source in sources}
                for leaf, month, low, high in self.counts.get(key, ())
                if leaf in leaves and month in months
            ]
            if untold:
                told = self._told(sources, leaves, months)
                yield _refusal(period, untold, told)

    def _told(
        self, sources: Sequence[ChosenSource], leaves: Collection[str], months: Months
    ) -> int:
        answering = {(source.ground, source.source) for source in sources}
        return sum(
            self.records.count(ground, source, leaves, months) for ground, source in answering
        )


def _refusal(period: Period, untold: Sequence[Bounds], told: int) -> Refusal:
    lowest = told + sum(low for low, _ in untold)
    highs = [high for _, high in untold if high is not None]
    bounds = (
        f"between {lowest:,} and {told + sum(highs):,}"
        if len(highs) == len(untold)
        else f"at least {lowest:,}"
    )
    are = count_of(len(untold), "count is", "counts are")
    return Refusal(
        f"{are} withheld or missing in the table for {period.dates}: the figure is {bounds}",
        NOT_ALL_TOLD,
    )


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def untold_counts(
    workspace: Workspace, question: Question, sources: ChosenSources, records: GroundRecords
) -> UntoldCounts:
    """Look for counts that the chosen sources' tables withhold or lack, where any has a table."""
    months = question.needed_months
    answering = sorted(
        {
            (chosen.ground, chosen.source)
            for chosen in sources.by_key.values()
            if any(cell.is_partial and cell.month in months for cell in chosen.cells)
        }
    )
    counts: dict[tuple[str, str], list[tuple[str, date, int, int | None]]] = defaultdict(list)
    if answering:
        for ground, source, *untold in workspace.store.kept_rows(
            "untold_counts",
            ground_kind=question.place.ground_kind,
            grounds=[ground for ground, _ in answering],
            sources=[source for _, source in answering],
            months=sorted(months),
        ):
            counts[ground, source].append(tuple(untold))
    return UntoldCounts(question, records, counts)
