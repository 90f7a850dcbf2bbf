"""Evidence that a partner is not shown: numbers so small that they might identify a person.

What is withheld of records is decided for all measures of a district (`changes/withheld`),
whatever the issues are; each indicator says from that what else of it would give such a number
back. Steps of a scale stay: they are scores, and what people are asked to judge must be the same
for everybody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assessment.changes import Place, Question
from assessment.changes.counting.by_district import districts_beside
from assessment.changes.withheld.redaction import Redaction, redaction
from assessment.definitions import measure_set_named
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.risk_matrix.assessment_year import set_covering
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Withholding:
    """What is withheld of a place and of the districts beside it, by set of measures."""

    place: Place
    main: str | None
    by_set: Mapping[str, Redaction]

    def words(self, counts: IssueCounts) -> str:
        """Say why something of an issue is withheld."""
        return self._of(counts).words

    def hides_counts(self, counts: IssueCounts) -> bool:
        """Tell whether the records of an issue are withheld, of this year or the one before."""
        measure, areas, own = counts.measure, self.place.districts, self._of(counts)
        return not (own.shows_before(measure, areas) and own.shows_now(measure, areas))

    def shows(self, counts: IssueCounts, areas: Iterable[str]) -> bool:
        """Tell whether this year's records of an issue may be shown, of some areas together."""
        return self._of(counts).shows_now(counts.measure, areas)

    def shows_parts(self, counts: IssueCounts) -> bool:
        """Tell whether everything that an issue is made of may be shown."""
        return self._of(counts).shows_parts_now(counts.measure, self.place.districts)

    def shows_total(
        self, total: str, counts: IssueCounts, areas: Iterable[str] | None = None
    ) -> bool:
        """Tell whether a total beside an issue may be shown, of the place or of some areas."""
        # Flags have no totals of their own: they stand beside those of the main set.
        name = self.main if counts.is_flagged else counts.measure.measure_set
        if name is None:
            return True
        of_areas = self.place.districts if areas is None else areas
        return self.by_set[name].shows_now(measure_set_named(name).measure(total), of_areas)

    def is_one_piece(self, counts: IssueCounts) -> bool:
        """Tell whether the place is one district, and no other year ends within the period."""
        return len(self.place.districts) == 1 and self._of(counts).is_one_piece

    def _of(self, counts: IssueCounts) -> Redaction:
        return self.by_set[counts.measure.measure_set]


@needs(Permission.READ_FIGURES, of="place")
def withholding(
    workspace: Workspace, place: Place, period: Period, by_issue: Mapping[str, IssueCounts]
) -> Withholding | None:
    """Return what is withheld from the reader; None where nothing is."""
    main = set_covering(workspace, place, period)
    sets = {counts.measure.measure_set for counts in by_issue.values()} | {main} - {None}
    beside = replace(place, districts=districts_beside(place))
    redactions = {
        name: redaction(workspace, Question(beside, period, period.year_before(), name))
        for name in sorted(filter(None, sets))
    }
    by_set = {name: redacted for name, redacted in redactions.items() if redacted}
    return Withholding(place, main, by_set) if by_set else None
