"""The harm of the records of every measure in a period, by one set of weights."""

from collections.abc import Mapping
from typing import NamedTuple

from assessment.changes.comparable.comparability import Comparability
from assessment.changes.comparable.ground_records import GroundRecords, ground_records
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.counting.counts import leaf_lists
from assessment.definitions import FLAGS, Measure, counted_under, subject_of
from assessment.patterns.crime_harm import Harm, harm_of
from assessment.patterns.recorded_offences import coded_offences, flagged_offences, with_codes
from assessment.patterns.records_in_scope import Records
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.workspace import Workspace


class Weighing(NamedTuple):
    """By which set of weights, and whether what the police find by looking for it is left out."""

    weights: str
    without_found: bool = False


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="comparability")
def recorded_harm(
    workspace: Workspace, comparability: Comparability, period: Period, weighing: Weighing
) -> Mapping[str, Harm]:
    """Weigh the records of every measure; of a flag, the offences that it marks. Whole months."""
    question, measures = comparability.question, comparability.measures
    measure_set = question.measure_set
    records = Records(
        period,
        leaf_lists(measures),
        comparability.sources.lists,
        sets_searched(measure_set),
        question.place.ground_kind,
    )
    if measure_set == FLAGS:
        marked = flagged_offences(workspace, records)
        found = {m.id: [each for leaf in m.leaves for each in marked[leaf]] for m in measures}
    else:
        recorded = ground_records(workspace, question.place, sets_searched(measure_set))
        coded = coded_offences(workspace, records, measure_set)
        found = {
            measure.id: with_codes(
                _by_leaf(comparability, recorded, measure, period),
                measure_set,
                coded.get(measure.id, ()),
            )
            for measure in measures
        }
    return {
        measure: harm_of(offences, weighing.weights, without_found=weighing.without_found)
        for measure, offences in found.items()
    }


def _by_leaf(
    comparability: Comparability, recorded: GroundRecords, measure: Measure, period: Period
) -> dict[str, int]:
    """Count the records of a measure by leaf, each ground from the source that is chosen for it."""
    counted: dict[str, int] = {}
    for leaf in counted_under(measure):
        subject = subject_of(leaf, measure.measure_set)
        chosen = comparability.sources.of(comparability.question.place.grounds, [subject])
        counted[leaf] = sum(
            recorded.count(each.ground, each.source, [leaf], period.months()) for each in chosen
        )
    return counted
