"""The measures of one set, counted for all issues at once, with the totals beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.changes import Change, Place, Question
from assessment.changes.comparable.chosen_sources import ChosenSources
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.comparison import judged
from assessment.changes.counting.by_district import ByDistrict, by_district
from assessment.changes.counting.counts import leaf_lists
from assessment.definitions import FLAGS, Measure, measure_set_named
from assessment.patterns.records_in_scope import Records
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace

# Counted beside the issues of every set, under ids that no issue can have.
ALL_RECORDS, ALL_CRIME = "*all-records", "*all-crime"
TOTALS = {"all-records": ALL_RECORDS, "all-crime": ALL_CRIME}


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


def measures_counted(measure_set: str, measured: Iterable[Measure]) -> tuple[Measure, ...]:
    """Return the measures of a set, with its totals: a flag has none of its own."""
    own = tuple(measure for measure in measured if measure.measure_set == measure_set)
    if measure_set == FLAGS:
        return own
    totals = measure_set_named(measure_set)
    return (*own, *(replace(totals.measure(name), id=id_) for name, id_ in TOTALS.items()))


@needs(Permission.SEE_SMALL_NUMBERS, of="place")
def count_set(
    workspace: Workspace, place: Place, period: Period, measures: tuple[Measure, ...]
) -> SetCounts:
    """Count the measures of one set over a place and a year."""
    question = Question(place, period, period.year_before(), measures[0].measure_set)
    judgement = judged(workspace, question, measures)
    districts = by_district(workspace, place, period, measures)
    sources = judgement.comparability.sources
    return SetCounts(question, measures, sources, judgement.sums, districts)
