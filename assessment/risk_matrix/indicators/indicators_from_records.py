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
from assessment.definitions import FLAGS, Measure, measure_set_named, subjects_of
from assessment.patterns import (
    Concentration,
    Harm,
    Records,
    concentrations,
    flagged_offences,
    harm_of,
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
class Counted:
    """What the records say of one issue; `everything` is how many records there are in all.

    `concentration` is None where nothing is recorded, `peers` where too few districts compare.
    `dated` are the caveats of its measures that name a date within the two years.
    """

    change: Change
    everything: int | None
    harm: Harm
    concentration: Concentration | None
    peers: Peers | None
    dated: tuple[str, ...]
    sources: tuple[str, ...]
    synthetic: bool


@dataclass(frozen=True)
class OfSet:
    """The measures of one set, counted over a place, and district by district."""

    question: Question
    measures: tuple[Measure, ...]
    choice: ChosenSources
    changes: Mapping[str, Change]
    districts: ByDistrict

    def records(self, period: Period, also: Sequence["OfSet"] = ()) -> Records:
        """Return the records behind this set, and behind others that do not share a subject."""
        every = (self, *also)
        lists = [one.choice.lists for one in every]
        return Records(
            period,
            leaf_lists(measure for one in every for measure in one.measures),
            {name: [each for held in lists for each in held[name]] for name in lists[0]},
            sorted({each for one in every for each in sets_searched(one.measures[0].measure_set)}),
        )


@needs(Permission.SEE_SMALL_NUMBERS, of="place")
def counted(
    workspace: Workspace, place: Place, period: Period, issues: Iterable[Issue]
) -> Mapping[str, Counted]:
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
    every = _Every(place, sets, main, residents(workspace, districts_beside(place), period))
    return {
        issue: every.of(issue, measure, harm[issue], located.get(issue))
        for issue, measure in measured.items()
    }


def _measures(measure_set: str, measured: Iterable[Measure]) -> tuple[Measure, ...]:
    own = tuple(measure for measure in measured if measure.measure_set == measure_set)
    if measure_set == FLAGS:
        return own
    found = measure_set_named(measure_set)
    return (*own, *(replace(found.measure(name), id=id_) for name, id_ in TOTALS.items()))


def _count_set(
    workspace: Workspace, place: Place, period: Period, measures: tuple[Measure, ...]
) -> OfSet:
    question = Question(place, period, period.year_before(), measures[0].measure_set)
    judgement = judged(workspace, question, measures)
    changes = {change.measure.id: change for change in judgement.changes}
    districts = by_district(workspace, place, period, measures)
    return OfSet(question, measures, judgement.comparability.sources, changes, districts)


def _harm(
    workspace: Workspace, place: Place, period: Period, sets: Mapping[str, OfSet]
) -> Mapping[str, Harm]:
    """Weigh the offences of every issue; of a flag, the offences that it stands on."""
    found = {
        measure.id: harm_of(
            (name, leaf, n)
            for leaf, n in one.districts.by_leaf(measure.id, place.districts).items()
        )
        for name, one in sets.items()
        if name != FLAGS
        for measure in one.measures
    }
    if flags := sets.get(FLAGS):
        offences = flagged_offences(workspace, flags.records(period))
        found |= {
            measure.id: harm_of(each for leaf in measure.leaves for each in offences[leaf])
            for measure in flags.measures
        }
    return found


def _located(
    workspace: Workspace, period: Period, sets: Mapping[str, OfSet], main: str | None
) -> Mapping[str, Concentration]:
    """Find where every issue's records fall; flags among the small areas of the main set."""
    found: dict[str, Concentration] = {}
    flags = [sets[FLAGS]] if FLAGS in sets else []
    for name, one in sets.items():
        if name != FLAGS:
            records = one.records(period, flags if name == main else ())
            found |= concentrations(workspace, records, ALL_RECORDS)
    return found


@dataclass(frozen=True)
class _Every:
    """All that was counted of a place, and the populations of its force's districts."""

    place: Place
    sets: Mapping[str, OfSet]
    main: str | None
    held: Sequence[Residents]

    def of(
        self, issue: str, measure: Measure, harm: Harm, concentration: Concentration | None
    ) -> Counted:
        """Return what is about one issue."""
        own = self.sets[measure.measure_set]
        whole = self.sets.get(self.main or "") if measure.measure_set == FLAGS else own
        chosen = own.choice.of(self.place.grounds, subjects_of(measure))
        answering = [one.coverage for one in chosen if one.coverage]
        found = own.changes[issue]
        return Counted(
            change=found,
            everything=whole.changes[ALL_RECORDS].current if whole else None,
            harm=harm,
            concentration=concentration,
            peers=self._peers(issue, own, whole) if whole else None,
            dated=bearing_on(found.measure, own.question),
            sources=tuple(sorted({one.source for one in answering})),
            synthetic=any(one.synthetic for one in answering),
        )

    def _peers(self, issue: str, own: OfSet, whole: OfSet) -> Peers | None:
        return peers(own.districts, whole.districts, issue, ALL_CRIME, self.place, self.held)
