"""How much harm an issue does: on average for an offence, and by all offences together.

By each set of weights, and by the first also without what the police find by looking for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.definitions import COST, HARM, SEVERITY, HarmWeights, harm_weights
from assessment.definitions.schemes.indicator_definition import ExampleValue
from assessment.numbers import count_of
from assessment.patterns.crime_harm import Harm
from assessment.periods import in_words
from assessment.risk_matrix.evidence.counting_error import of_mean
from assessment.risk_matrix.evidence.indicator_disclosure import Withholding
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, number, unknown
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts
from assessment.risk_matrix.evidence.provenance import COUNTS, DISTRICTS, not_covered, records_of
from assessment.risk_matrix.indicators.indicator_kinds import CardLine, RecordIndicator

FLAGGED = "queries/patterns/flagged_offences.sql"


@dataclass(frozen=True)
class WeighedBy:
    """By which weights harm is told, what it is called, and whether what the police find counts."""

    weights: str
    noun: str = "Harm"
    leaves_out_found: bool = False

    @property
    def set(self) -> HarmWeights:
        """The set of weights."""
        return harm_weights(self.weights)

    def harm(self, counts: IssueCounts) -> Harm:
        """Return the harm of an issue by these weights."""
        return counts.harm.reported if self.leaves_out_found else counts.harm.of(self.weights)

    def per_offence(self, counts: IssueCounts) -> IndicatorValue:
        """Say how much harm one offence does on average."""
        harm = self.harm(counts)
        if reason := self._why_unknown(counts):
            return unknown(reason)
        least, most = harm.least or 0.0, harm.most or 0.0
        ends = number(least) if harm.is_exact else f"{number(least)} to {number(most)}"
        return IndicatorValue(
            least if harm.is_exact else None,
            f"{self.noun} of {ends} ({self.set.unit} for an offence) on average over "
            f"{harm.weighed:,} offences{'' if harm.is_exact else ', depending on what they were'}.",
            self._source(counts),
            interval=of_mean(least, harm.deviation, harm.weighed) if harm.is_exact else None,
            between=None if harm.is_exact else (least, most),
            caveats=tuple(self._caveats(harm)),
        )

    def in_all(self, counts: IssueCounts) -> IndicatorValue:
        """Say how much harm all offences did together."""
        harm = self.harm(counts)
        if counts.change.current == 0:
            return IndicatorValue(0.0, "None were recorded.", records_of(counts, COUNTS))
        if reason := self._why_unknown(counts):
            return unknown(reason)
        least, most = harm.total or (0.0, 0.0)
        if not harm.is_exact:
            return unknown(
                f"Between {number(least, 0)} and {number(most, 0)} {self.set.unit}, depending "
                "on what the offences were: too wide a span to rank by."
            )
        # A sum of so many offences: the variance of their number and of their weights.
        of_one = ((harm.least or 0.0) ** 2 + harm.deviation**2) ** 0.5
        mean = of_mean(least / harm.weighed, of_one, harm.weighed)
        return IndicatorValue(
            least,
            f"{number(least, 0)} {self.set.unit} for {harm.weighed:,} offences.",
            self._source(counts),
            interval=mean and (mean[0] * harm.weighed, mean[1] * harm.weighed),
            caveats=tuple(self._caveats(harm)),
        )

    def _why_unknown(self, counts: IssueCounts) -> str | None:
        """Return why harm cannot be told; None where it can."""
        harm, scheme = self.harm(counts), self.set.scheme
        if counts.change.current is None:
            return not_covered(counts).words
        if not counts.change.current:
            return "None were recorded, so there is no harm per offence."
        if harm.least is None and harm.left_out:
            return (
                "The police find these offences by looking for them: how many there are says what "
                "was looked for, and they are left out. People judge it."
            )
        if harm.least is None:
            return f"The {scheme} has no weight for it, and none is made up: people judge it."
        if harm.is_mostly_unweighed:
            return f"The {scheme} has a weight for only {harm.weighed:,} of its records: too few."
        return None

    def _caveats(self, harm: Harm) -> Iterator[str]:
        weights = self.set
        if harm.by_subgroup:
            yield (
                f"Approximate: {count_of(harm.by_subgroup, 'offence')} of {harm.weighed:,} "
                f"{'has' if harm.by_subgroup == 1 else 'have'} the median weight of "
                f"{'its' if harm.by_subgroup == 1 else 'their'} subgroup, within which weights "
                "differ widely."
            )
        if weights.is_second_hand:
            yield (
                f"The weights ({weights.scheme}, {weights.version}) were taken at second hand on "
                f"{in_words(weights.read)}: check them with their publisher."
            )
        if harm.left_out:
            yield f"{harm.left_out:,} of its records, which the police found, are left out."
        if harm.unweighed:
            yield (
                f"{harm.unweighed:,} of its records have no weight, as anti-social behaviour, "
                "and are left out."
            )

    def _source(self, counts: IssueCounts) -> str:
        query, weights = FLAGGED if counts.is_flagged else DISTRICTS, self.set
        file = f"data/reference/harm_weights/{weights.file} ({weights.version})"
        return records_of(counts, query, file)


def _hides_parts(withholding: Withholding, counts: IssueCounts) -> bool:
    """Tell whether a sum of harm gives a part back: there is a weight for each.

    No table shows the offences that a flag marks.
    """
    return counts.is_flagged or not withholding.shows_parts(counts)


ALL, REPORTED = WeighedBy(HARM), WeighedBy(HARM, leaves_out_found=True)
BY_SEVERITY, BY_COST = WeighedBy(SEVERITY, "Severity"), WeighedBy(COST, "Cost")
HARM_PER_OFFENCE = RecordIndicator(
    id="harm-per-offence",
    label="Harm per offence",
    unit=" days",
    example=ExampleValue("365 days for an offence", 365),
    card=CardLine("Harm", 3),
    tell=ALL.per_offence,
    hides=_hides_parts,
)
REPORTED_HARM = RecordIndicator(
    id="harm-per-reported-offence",
    label="Harm per offence, without what the police find by looking for it",
    unit=" days",
    example=ExampleValue("365 days for an offence", 365),
    tell=REPORTED.per_offence,
    hides=_hides_parts,
)
SEVERITY_PER_OFFENCE = RecordIndicator(
    id="severity-per-offence",
    label="Severity per offence, by a part of the ONS weights",
    unit=" points",
    example=ExampleValue("184 points for an offence", 184),
    card=CardLine("ONS severity", 3),
    tell=BY_SEVERITY.per_offence,
    hides=_hides_parts,
)
COST_PER_OFFENCE = RecordIndicator(
    id="cost-per-offence",
    label="Cost per offence, by the Home Office's unit costs",
    unit=" pounds",
    example=ExampleValue("14,050 pounds for an offence", 14050),
    card=CardLine("Unit cost", 3),
    tell=BY_COST.per_offence,
    hides=_hides_parts,
)
HARM_DAYS = RecordIndicator(
    id="harm-days",
    label="Harm of all records in twelve months",
    unit=" days",
    example=ExampleValue("4,000 days in twelve months", 4000),
    tell=ALL.in_all,
    hides=_hides_parts,
)
REPORTED_DAYS = RecordIndicator(
    id="reported-harm-days",
    label="Harm of all records in twelve months, without what the police find by looking for it",
    unit=" days",
    example=ExampleValue("4,000 days in twelve months", 4000),
    tell=REPORTED.in_all,
    hides=_hides_parts,
)
