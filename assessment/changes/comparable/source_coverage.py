"""Which months each source covers in a place, about each subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.changes.question import Place
from assessment.definitions import FLAGS, INCIDENT_SUBJECT, measure_sets, offence_leaves
from assessment.people import Permission
from assessment.permissions import needs
from assessment.workspace import Workspace

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


@needs(Permission.READ_FIGURES, of="place")
def source_coverages(workspace: Workspace, place: Place, measure_set: str) -> list[SourceCoverage]:
    """Return what every source covers in a place: real ones, or where there is none, examples."""
    sets = sets_searched(measure_set)
    rows = workspace.store.kept_rows(
        "coverage_of_grounds",
        ground_kind=place.ground_kind,
        grounds=list(place.grounds),
        measure_sets=sets,
    )
    offences = offence_leaves(frozenset(sets))
    kinds: dict[str, list[str]] = dict(
        workspace.store.kept_rows("kinds_of_offence", offences=list(offences))
    )
    return _real_first(
        [
            SourceCoverage(
                ground,
                subject,
                source,
                synthetic,
                last_extract,
                frozenset(whole),
                frozenset(partial),
                subject != INCIDENT_SUBJECT and len(kinds.get(source, ())) == 1,
            )
            for ground, subject, source, synthetic, last_extract, whole, partial in rows
        ]
    )


def sets_searched(measure_set: str) -> list[str]:
    """Return the sets whose sources may answer: a flag may stand on a record of any set."""
    return list(measure_sets()) if measure_set == FLAGS else [measure_set]


def _real_first(coverages: Sequence[SourceCoverage]) -> list[SourceCoverage]:
    """Leave out generated records where there are real ones about a subject in a ground.

    An example never fills the months that someone's own extracts lack.
    """
    real = {(coverage.ground, coverage.subject) for coverage in coverages if not coverage.synthetic}
    return [
        coverage
        for coverage in coverages
        if not coverage.synthetic or (coverage.ground, coverage.subject) not in real
    ]
