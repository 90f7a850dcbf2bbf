"""Evidence that a partner is not shown: numbers so small that they could be about somebody known.

What is withheld of records is decided for all measures of a district (`changes/redaction`),
whatever the issues are; here is what else of the evidence would tell of it. Steps of a scale stay:
they are scores, and what people are asked to judge must be the same for everybody.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from assessment.changes import Place, Question
from assessment.changes.counting.by_district import districts_beside
from assessment.changes.redaction import Redaction, redaction
from assessment.definitions import FLAGS, EvidenceValue, measure_set_named
from assessment.disclosure import ENOUGH, is_few
from assessment.people import Permission
from assessment.periods import Period
from assessment.permissions import needs
from assessment.risk_matrix.assessment_year import set_covering
from assessment.risk_matrix.indicators.indicators_from_records import Counted
from assessment.workspace import Workspace


@dataclass(frozen=True)
class Withholding:
    """What is withheld of a place and of the districts beside it, by set of measures."""

    place: Place
    main: str | None
    by_set: Mapping[str, Redaction]

    def words(self, found: Counted) -> str:
        """Say why something of an issue is withheld."""
        return self._of(found).words

    def hides(self, value: EvidenceValue, found: Counted) -> bool:
        """Tell whether a value of an issue is withheld, with everything that is said of it."""
        measure, own = found.change.measure, self._of(found)
        areas = self.place.districts
        if not (own.shows_before(measure, areas) and own.shows_now(measure, areas)):
            return True
        of_value = HIDES.get(value)
        return of_value is not None and of_value(self, found)

    def hides_total(self, found: Counted) -> bool:
        """Tell whether the number of all records is withheld."""
        return not self._shows_total("all-records", found, self.place.districts)

    def hides_parts(self, found: Counted) -> bool:
        """Tell whether a sum of harm gives a part back: there is a weight for each.

        Of a flag no table shows the offences it stands on.
        """
        measure = found.change.measure
        return measure.measure_set == FLAGS or not self._of(found).shows_parts_now(
            measure, self.place.districts
        )

    def hides_peers(self, found: Counted) -> bool:
        """Tell whether the middle of the other districts is one that is withheld there."""
        if not found.peers:
            return False
        middle, own = found.peers.behind_median, self._of(found)
        shares = () if found.peers.residents else (*middle, *self.place.districts)
        return not own.shows_now(found.change.measure, middle) or not self._shows_total(
            "all-crime", found, shares
        )

    def hides_places(self, found: Counted) -> bool:
        """Tell whether few are in the busiest areas, in the others, or in none that is named.

        How many name none is known of the whole only: it is told where there is no part to tell.
        """
        spread = found.concentration
        if not spread:
            return False
        busiest = sum(spread.counts[: spread.top])
        parts = (spread.elsewhere, busiest, spread.located - busiest)
        is_one = len(self.place.districts) == 1 and self._of(found).is_one_piece
        return any(is_few(part, ENOUGH) for part in parts) or bool(spread.elsewhere and not is_one)

    def _of(self, found: Counted) -> Redaction:
        return self.by_set[found.change.measure.measure_set]

    def _shows_total(self, total: str, found: Counted, areas: tuple[str, ...]) -> bool:
        own = found.change.measure.measure_set
        of = self.main if own == FLAGS else own
        return of is None or self.by_set[of].shows_now(measure_set_named(of).measure(total), areas)


HIDES: Mapping[EvidenceValue, Callable[[Withholding, Counted], bool]] = {
    EvidenceValue.SHARE: Withholding.hides_total,
    EvidenceValue.HARM_PER_OFFENCE: Withholding.hides_parts,
    EvidenceValue.HARM_DAYS: Withholding.hides_parts,
    EvidenceValue.PEERS: Withholding.hides_peers,
    EvidenceValue.CONCENTRATION: Withholding.hides_places,
}


@needs(Permission.READ_FIGURES, of="place")
def withholding(
    workspace: Workspace, place: Place, period: Period, records: Mapping[str, Counted]
) -> Withholding | None:
    """Return what is withheld from whoever asks; None where nothing is."""
    main = set_covering(workspace, place, period)
    sets = {one.change.measure.measure_set for one in records.values()} | {main} - {None}
    beside = replace(place, districts=districts_beside(place))
    found = {
        name: redaction(workspace, Question(beside, period, period.year_before(), name))
        for name in sorted(filter(None, sets))
    }
    known = {name: one for name, one in found.items() if one}
    return Withholding(place, main, known) if known else None
