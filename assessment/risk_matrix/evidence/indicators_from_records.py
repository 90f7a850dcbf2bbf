"""What the records say of issues: a few queries for all of them at once, never one for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.changes import Change, Place
from assessment.changes.comparable.series_breaks import bearing_on
from assessment.changes.counting.by_district import districts_beside
from assessment.changes.counting.peer_districts import Peers, peers
from assessment.definitions import (
    FLAGS,
    Measure,
    MeasureKind,
    RateBase,
    subjects_of,
)
from assessment.patterns.concentration import Concentration, concentrations
from assessment.patterns.victims.repeat_victims import RepeatVictims, repeat_victims
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.population import Residents, residents
from assessment.risk_matrix.assessment_year import set_covering
from assessment.risk_matrix.evidence.harm_by_set import HarmBySet, harm_by_measure
from assessment.risk_matrix.evidence.set_counts import (
    ALL_CRIME,
    ALL_RECORDS,
    SetCounts,
    count_set,
    measures_counted,
)
from assessment.risk_matrix.issues import Issue, measure_of
from assessment.workspace import Workspace


@dataclass(frozen=True)
class IssueCounts:
    """What the records say of one issue; `everything` is how many records there are in all.

    `concentration` is None where nothing is recorded, `peers` where too few districts compare.
    `dated` are the caveats of its measures that name a date within the two years. `victims` is None
    where no record names one.
    """

    change: Change
    everything: int | None
    harm: HarmBySet
    concentration: Concentration | None
    peers: Peers | None
    dated: tuple[str, ...]
    sources: tuple[str, ...]
    synthetic: bool
    victims: RepeatVictims | None = None

    @property
    def measure(self) -> Measure:
        """What the issue counts, as one measure."""
        return self.change.measure

    @property
    def is_flagged(self) -> bool:
        """Whether it counts a flag, which marks offences that are counted elsewhere."""
        return self.measure.kind is MeasureKind.FLAG


@needs(Permission.SEE_SMALL_NUMBERS, of="place")
def count_issues(
    workspace: Workspace, place: Place, period: Period, issues: Iterable[Issue]
) -> Mapping[str, IssueCounts]:
    """Return, by issue, what the records say of those that have measures."""
    measured = {issue.id: measure_of(issue) for issue in issues if issue.measures}
    if not measured:
        return {}
    main = set_covering(workspace, place, period)
    names = {main, *(measure.measure_set for measure in measured.values())} - {None}
    sets = {
        name: count_set(workspace, place, period, measures_counted(name, measured.values()))
        for name in sorted(filter(None, names))
    }
    harm = harm_by_measure(workspace, place, period, sets)
    located = _located(workspace, period, sets, main)
    beside = districts_beside(place)
    populations = {of: residents(workspace, beside, period, of) for of in RateBase}
    victims = {
        measure: repeated
        for counts in sets.values()
        for measure, repeated in repeat_victims(workspace, counts.records(period)).items()
    }
    place_counts = _PlaceCounts(place, sets, main, populations, victims)
    return {
        issue: place_counts.of(issue, measure, harm[issue], located.get(issue))
        for issue, measure in measured.items()
    }


def _located(
    workspace: Workspace, period: Period, sets: Mapping[str, SetCounts], main: str | None
) -> Mapping[str, Concentration]:
    """Find where every issue's records fall; flags among the small areas of the main set."""
    spreads: dict[str, Concentration] = {}
    flags = [sets[FLAGS]] if FLAGS in sets else []
    for name, counts in sets.items():
        if name != FLAGS:
            records = counts.records(period, flags if name == main else ())
            spreads |= concentrations(workspace, records, ALL_RECORDS)
    return spreads


@dataclass(frozen=True)
class _PlaceCounts:
    """All that was counted of a place, and the populations of its force's districts."""

    place: Place
    sets: Mapping[str, SetCounts]
    main: str | None
    populations: Mapping[RateBase, Sequence[Residents]]
    victims: Mapping[str, RepeatVictims]

    def of(
        self, issue: str, measure: Measure, harm: HarmBySet, concentration: Concentration | None
    ) -> IssueCounts:
        """Return what is about one issue."""
        own = self.sets[measure.measure_set]
        whole = self.sets.get(self.main or "") if measure.measure_set == FLAGS else own
        chosen = own.choice.of(self.place.grounds, subjects_of(measure))
        coverages = [source.coverage for source in chosen if source.coverage]
        change = own.changes[issue]
        return IssueCounts(
            change=change,
            everything=whole.changes[ALL_RECORDS].current if whole else None,
            harm=harm,
            concentration=concentration,
            peers=self._peers(issue, measure, own, whole) if whole else None,
            dated=tuple(event.effect for event in bearing_on(change.measure, own.question)),
            sources=tuple(sorted({coverage.source for coverage in coverages})),
            synthetic=any(coverage.synthetic for coverage in coverages),
            victims=self.victims.get(issue),
        )

    def _peers(
        self, issue: str, measure: Measure, own: SetCounts, whole: SetCounts
    ) -> Peers | None:
        of_homes = measure.per is RateBase.HOUSEHOLDS
        return peers(
            own.districts,
            whole.districts,
            issue,
            ALL_CRIME,
            self.place,
            self.populations[RateBase.RESIDENTS],
            self.populations[RateBase.HOUSEHOLDS] if of_homes else (),
        )
