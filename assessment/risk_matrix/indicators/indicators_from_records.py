"""What the records say of issues: a few queries for all of them at once, never one for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.changes import Change, Place, Question
from assessment.changes.comparable.chosen_sources import ChosenSources
from assessment.changes.comparable.series_breaks import bearing_on
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.comparison import judged
from assessment.changes.counting.by_district import ByDistrict, by_district, districts_beside
from assessment.changes.counting.counts import leaf_lists
from assessment.changes.counting.peer_districts import Peers, peers
from assessment.definitions import (
    FLAGS,
    WEIGHT_SETS,
    Measure,
    MeasureKind,
    measure_set_named,
    subjects_of,
)
from assessment.patterns import (
    Concentration,
    Harm,
    Recorded,
    Records,
    coded_offences,
    concentrations,
    flagged_offences,
    harm_of,
    with_codes,
)
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.population import Residents, residents
from assessment.risk_matrix.assessment_year import set_covering
from assessment.risk_matrix.issues import Issue, measure_of
from assessment.workspace import Workspace

# Counted beside the issues of every set, under ids that no issue can have.
ALL_RECORDS, ALL_CRIME = "*all-records", "*all-crime"
TOTALS = {"all-records": ALL_RECORDS, "all-crime": ALL_CRIME}


@dataclass(frozen=True)
class HarmBySet:
    """The harm of an issue by each set of weights, and without what the police find."""

    by_set: Mapping[str, Harm]
    reported: Harm

    def of(self, weights: str) -> Harm:
        """Return the harm by one set of weights."""
        return self.by_set[weights]


@dataclass(frozen=True)
class IssueCounts:
    """What the records say of one issue; `everything` is how many records there are in all.

    `concentration` is None where nothing is recorded, `peers` where too few districts compare.
    `dated` are the caveats of its measures that name a date within the two years.
    """

    change: Change
    everything: int | None
    harm: HarmBySet
    concentration: Concentration | None
    peers: Peers | None
    dated: tuple[str, ...]
    sources: tuple[str, ...]
    synthetic: bool

    @property
    def measure(self) -> Measure:
        """What the issue counts, as one measure."""
        return self.change.measure

    @property
    def is_flagged(self) -> bool:
        """Whether it counts a flag, which marks offences that are counted elsewhere."""
        return self.measure.kind is MeasureKind.FLAG


@dataclass(frozen=True)
class SetCounts:
    """The measures of one set, counted over a place, and district by district."""

    question: Question
    measures: tuple[Measure, ...]
    choice: ChosenSources
    changes: Mapping[str, Change]
    districts: ByDistrict

    def records(self, period: Period, also: Sequence["SetCounts"] = ()) -> Records:
        """Return the records behind this set, and behind others that do not share a subject."""
        sets = (self, *also)
        lists = [counts.choice.lists for counts in sets]
        searched = {
            name for counts in sets for name in sets_searched(counts.measures[0].measure_set)
        }
        return Records(
            period,
            leaf_lists(measure for counts in sets for measure in counts.measures),
            {name: [entry for columns in lists for entry in columns[name]] for name in lists[0]},
            sorted(searched),
        )


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
        name: _count_set(workspace, place, period, _measures(name, measured.values()))
        for name in sorted(filter(None, names))
    }
    harm = _harm(workspace, place, period, sets)
    located = _located(workspace, period, sets, main)
    populations = residents(workspace, districts_beside(place), period)
    place_counts = _PlaceCounts(place, sets, main, populations)
    return {
        issue: place_counts.of(issue, measure, harm[issue], located.get(issue))
        for issue, measure in measured.items()
    }


def _measures(measure_set: str, measured: Iterable[Measure]) -> tuple[Measure, ...]:
    own = tuple(measure for measure in measured if measure.measure_set == measure_set)
    if measure_set == FLAGS:
        return own
    totals = measure_set_named(measure_set)
    return (*own, *(replace(totals.measure(name), id=id_) for name, id_ in TOTALS.items()))


def _count_set(
    workspace: Workspace, place: Place, period: Period, measures: tuple[Measure, ...]
) -> SetCounts:
    question = Question(place, period, period.year_before(), measures[0].measure_set)
    judgement = judged(workspace, question, measures)
    districts = by_district(workspace, place, period, measures)
    sources = judgement.comparability.sources
    return SetCounts(question, measures, sources, judgement.sums, districts)


def _harm(
    workspace: Workspace, place: Place, period: Period, sets: Mapping[str, SetCounts]
) -> Mapping[str, HarmBySet]:
    """Weigh the offences of every issue; of a flag, the offences that it marks."""
    harm = {}
    for name, counts in sets.items():
        if name == FLAGS:
            offences = flagged_offences(workspace, counts.records(period))
            for measure in counts.measures:
                marked = [offence for leaf in measure.leaves for offence in offences[leaf]]
                harm[measure.id] = _weighed(marked)
            continue
        coded = coded_offences(workspace, counts.records(period), name)
        for measure in counts.measures:
            by_leaf = counts.districts.by_leaf(measure.id, place.districts)
            harm[measure.id] = _weighed(with_codes(by_leaf, name, coded.get(measure.id, ())))
    return harm


def _weighed(recorded: Sequence[Recorded]) -> HarmBySet:
    return HarmBySet(
        {weights: harm_of(recorded, weights) for weights in WEIGHT_SETS},
        harm_of(recorded, without_found=True),
    )


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
    populations: Sequence[Residents]

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
            peers=self._peers(issue, own, whole) if whole else None,
            dated=tuple(event.effect for event in bearing_on(change.measure, own.question)),
            sources=tuple(sorted({coverage.source for coverage in coverages})),
            synthetic=any(coverage.synthetic for coverage in coverages),
        )

    def _peers(self, issue: str, own: SetCounts, whole: SetCounts) -> Peers | None:
        return peers(own.districts, whole.districts, issue, ALL_CRIME, self.place, self.populations)
