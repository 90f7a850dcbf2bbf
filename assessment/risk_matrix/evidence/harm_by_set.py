"""The harm of every measure by each set of weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.changes import Place
from assessment.definitions import FLAGS, WEIGHT_SETS
from assessment.patterns.crime_harm import Harm, harm_of
from assessment.patterns.recorded_offences import (
    Recorded,
    coded_offences,
    flagged_offences,
    with_codes,
)
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.risk_matrix.evidence.set_counts import SetCounts
from assessment.workspace import Workspace


@dataclass(frozen=True)
class HarmBySet:
    """The harm of an issue by each set of weights, and without what the police find."""

    by_set: Mapping[str, Harm]
    reported: Harm

    def of(self, weights: str) -> Harm:
        """Return the harm by one set of weights."""
        return self.by_set[weights]


@needs(Permission.SEE_SMALL_NUMBERS, of="place")
def harm_by_measure(
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
