"""Which source answers for each area and subject.

Several sources may cover the same ground (a force's file and a public one): each figure takes its
records from exactly one of them, so that nothing is counted twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from assessment.periods import add_months

Months = frozenset[date]


@dataclass(frozen=True)
class CountedCell:
    """A month of a table of counts that is one of several counted together, or not known whole.

    The months counted together go from `start` up to but not including `end`. Of a partial cell
    only some measures are known.
    """

    month: date
    start: date
    end: date
    is_partial: bool
    known: frozenset[str]

    @property
    def is_block(self) -> bool:
        """Whether it is counted together with other months."""
        return self.end > add_months(self.start, 1)

    def is_inside(self, months: Months) -> bool:
        """Tell whether all that is counted together lies among some months."""
        last = add_months(self.end, -1)
        return self.start in months and last in months


@dataclass(frozen=True)
class SourceCoverage:
    """The months that one source covers, about a subject in a ground: wholly, and only partly.

    `records` are how many it has in each month. `is_lead` says that the partnerships of the ground
    take their figures from it.
    """

    ground: str
    subject: str
    source: str
    synthetic: bool
    whole: Months
    partial: Months
    records: Mapping[date, int] = field(default_factory=dict, compare=False)
    is_narrow: bool = False  # all its offences are of one kind: it says nothing of the others
    is_lead: bool = False
    is_counts: bool = False  # it sends tables of counts
    cells: tuple[CountedCell, ...] = ()

    def whole_of(self, measure: str = "") -> Months:
        """Return the months in which a measure is known, alone or with others."""
        known = {cell.month for cell in self.cells if not cell.is_partial or measure in cell.known}
        return self.whole | known

    def answering(self, needed: Months) -> Months:
        """Return which of some months it answers for; not those counted with others outside."""
        return needed & (self.whole | {cell.month for cell in self.cells if cell.is_inside(needed)})

    def records_in(self, months: Months) -> int:
        """Count its records in some months."""
        return sum(self.records.get(month, 0) for month in months)


@dataclass(frozen=True)
class ChosenSource:
    """The source that answers about a subject in a ground, and those passed over for it."""

    ground: str
    subject: str
    coverage: SourceCoverage | None
    passed_over: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The id of the source; '' where none answers."""
        return self.coverage.source if self.coverage else ""

    @property
    def whole(self) -> Months:
        """Months in which no record means that there was none."""
        return self.coverage.whole if self.coverage else frozenset()

    @property
    def partial(self) -> Months:
        """Months of which the source has only a part."""
        return self.coverage.partial if self.coverage else frozenset()

    @property
    def is_counts(self) -> bool:
        """Whether it sends tables of counts."""
        return bool(self.coverage and self.coverage.is_counts)

    @property
    def cells(self) -> tuple[CountedCell, ...]:
        """Months of its tables that are counted together, or not known whole."""
        return self.coverage.cells if self.coverage else ()

    def whole_of(self, measure: str = "") -> Months:
        """Return the months in which a measure is known, alone or with others."""
        return self.coverage.whole_of(measure) if self.coverage else frozenset()


@dataclass(frozen=True)
class ChosenSources:
    """The source that is chosen for every ground and subject of a question."""

    by_key: Mapping[tuple[str, str], ChosenSource]

    def of(self, grounds: Iterable[str], subjects: Iterable[str]) -> tuple[ChosenSource, ...]:
        """Return what is chosen for some grounds and subjects."""
        wanted = tuple(subjects)
        return tuple(self.by_key[ground, subject] for ground in grounds for subject in wanted)

    @property
    def months(self) -> Months:
        """The months of which any chosen source has something."""
        months = (chosen.whole | chosen.partial for chosen in self.by_key.values())
        cells = {cell.month for chosen in self.by_key.values() for cell in chosen.cells}
        return frozenset(cells).union(*months)

    @property
    def lists(self) -> dict[str, list[str]]:
        """Grounds, subjects and sources side by side, as the queries take them."""
        coverages = [chosen.coverage for chosen in self.by_key.values() if chosen.coverage]
        return {
            "grounds": [coverage.ground for coverage in coverages],
            "subjects": [coverage.subject for coverage in coverages],
            "sources": [coverage.source for coverage in coverages],
        }


def choose_sources(
    coverages: Iterable[SourceCoverage],
    grounds: Sequence[str],
    subjects: Iterable[str],
    needed: Months,
) -> ChosenSources:
    """Choose one source for each ground and subject.

    Preferred, in this order: one that has offences of several kinds, the lead that was named, if it
    has any of the needed months, the most of the needed months, the most records in them, and the
    first by name. What was loaded last decides nothing. A source that lacks months never stands in
    for one that has them all, unless it is the lead; nor does one of arsons alone, say, for one
    that has every kind.
    """

    def order(coverage: SourceCoverage) -> tuple[bool, bool, int, int, str]:
        months = coverage.answering(needed)
        leads = coverage.is_lead and bool(months | (needed & coverage.partial))
        records = coverage.records_in(months)
        return coverage.is_narrow, not leads, -len(months), -records, coverage.source

    wanted = sorted(subjects)
    candidates: dict[tuple[str, str], list[SourceCoverage]] = {
        (ground, subject): [] for ground in grounds for subject in wanted
    }
    for coverage in coverages:
        if (key := (coverage.ground, coverage.subject)) in candidates:
            candidates[key].append(coverage)
    return ChosenSources(
        {key: _best(*key, sorted(rivals, key=order), needed) for key, rivals in candidates.items()}
    )


def _best(
    ground: str, subject: str, ranked: Sequence[SourceCoverage], needed: Months
) -> ChosenSource:
    if not ranked:
        return ChosenSource(ground, subject, None)
    best, *others = ranked
    passed_over = tuple(
        other.source
        for other in others
        if needed <= other.answering(needed) and other.is_narrow == best.is_narrow
    )
    return ChosenSource(ground, subject, best, passed_over)
