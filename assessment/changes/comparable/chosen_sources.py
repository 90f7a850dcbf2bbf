"""Which source answers for each area and subject.

Several sources may cover the same ground (a force's file and a public one): each figure takes its
records from exactly one of them, so that nothing is counted twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Months = frozenset[date]


@dataclass(frozen=True)
class SourceCoverage:
    """The months that one source covers, about a subject in a ground: wholly, and only partly.

    `last_extract` is the number of its latest, which is later than any with a lower one.
    """

    ground: str
    subject: str
    source: str
    synthetic: bool
    last_extract: int
    whole: Months
    partial: Months
    is_narrow: bool = False  # all its offences are of one kind: it says nothing of the others


@dataclass(frozen=True)
class ChosenSource:
    """The source that answers about a subject in a ground, and those passed over for it."""

    ground: str
    subject: str
    coverage: SourceCoverage | None
    passed_over: tuple[str, ...] = ()

    @property
    def whole(self) -> Months:
        """Months in which no record means that there was none."""
        return self.coverage.whole if self.coverage else frozenset()

    @property
    def partial(self) -> Months:
        """Months of which the source has only a part."""
        return self.coverage.partial if self.coverage else frozenset()


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
        return frozenset[date]().union(*months)

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

    Preferred, in this order: one that has offences of several kinds, the most of the needed
    months, and what was loaded last. A source that lacks months never stands in for one that has
    them all; nor does one of arsons alone, say, for one that has every kind.
    """

    def preference(coverage: SourceCoverage) -> tuple[bool, int, int, str]:
        has_months = len(coverage.whole & needed)
        return not coverage.is_narrow, has_months, coverage.last_extract, coverage.source

    wanted = sorted(subjects)
    candidates: dict[tuple[str, str], list[SourceCoverage]] = {
        (ground, subject): [] for ground in grounds for subject in wanted
    }
    for coverage in coverages:
        if (key := (coverage.ground, coverage.subject)) in candidates:
            candidates[key].append(coverage)
    return ChosenSources(
        {
            key: _best(*key, sorted(rivals, key=preference, reverse=True), needed)
            for key, rivals in candidates.items()
        }
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
        if needed <= other.whole and other.is_narrow == best.is_narrow
    )
    return ChosenSource(ground, subject, best, passed_over)
