"""How much harm an issue does: on average for an offence, and by all offences together."""

from collections.abc import Iterator

from assessment.definitions import harm_weights
from assessment.definitions.schemes.indicator_definition import ExampleValue
from assessment.risk_matrix.indicators.indicator_disclosure import Withholding
from assessment.risk_matrix.indicators.indicator_kinds import CardLine, RecordIndicator
from assessment.risk_matrix.indicators.indicator_value import IndicatorValue, number, unknown
from assessment.risk_matrix.indicators.indicators_from_records import IssueCounts
from assessment.risk_matrix.indicators.provenance import COUNTS, DISTRICTS, not_covered, records_of

FLAGGED = "queries/patterns/flagged_offences.sql"
# Offences without a weight are left out of the mean; beyond this share it no longer speaks for all.
MOST_UNWEIGHED = 0.5


def _per_offence(counts: IssueCounts) -> IndicatorValue:
    """Say how much harm one offence does on average."""
    harm = counts.harm
    if reason := _why_unknown(counts):
        return unknown(reason)
    least, most = harm.least or 0.0, harm.most or 0.0
    ends = number(least) if harm.is_exact else f"{number(least)} to {number(most)}"
    return IndicatorValue(
        least if harm.is_exact else None,
        f"Harm of {ends} ({harm_weights().unit} for an offence) on average over "
        f"{harm.weighed:,} offences{'' if harm.is_exact else ', depending on what they were'}.",
        _weighed_by(counts),
        between=None if harm.is_exact else (least, most),
        caveats=tuple(_caveats(counts)),
    )


def _in_all(counts: IssueCounts) -> IndicatorValue:
    """Say how much harm all offences did together."""
    harm = counts.harm
    if counts.change.current == 0:
        return IndicatorValue(0.0, "None were recorded.", records_of(counts, COUNTS))
    if reason := _why_unknown(counts):
        return unknown(reason)
    least, most = (harm.weighed * (mean or 0.0) for mean in (harm.least, harm.most))
    if not harm.is_exact:
        return unknown(
            f"Between {number(least, 0)} and {number(most, 0)} {harm_weights().unit}, depending "
            "on what the offences were: too wide a span to rank by."
        )
    return IndicatorValue(
        least,
        f"{number(least, 0)} {harm_weights().unit} for {harm.weighed:,} offences.",
        _weighed_by(counts),
        caveats=tuple(_caveats(counts)),
    )


def _why_unknown(counts: IssueCounts) -> str | None:
    """Return why harm cannot be told; None where it can."""
    harm, scheme = counts.harm, harm_weights().scheme
    if counts.change.current is None:
        return not_covered(counts).words
    if not counts.change.current:
        return "None were recorded, so there is no harm per offence."
    if harm.least is None:
        return f"The {scheme} has no weight for it, and none is made up: people judge it."
    if harm.unweighed > MOST_UNWEIGHED * (harm.weighed + harm.unweighed):
        return f"The {scheme} has a weight for only {harm.weighed:,} of its records: too few."
    return None


def _caveats(counts: IssueCounts) -> Iterator[str]:
    if harm_weights().is_second_hand:
        yield "The weights were taken at second hand: check them with their publisher."
    if counts.harm.unweighed:
        yield (
            f"{counts.harm.unweighed:,} of its records have no weight, as anti-social behaviour, "
            "and are left out."
        )


def _weighed_by(counts: IssueCounts) -> str:
    query = FLAGGED if counts.is_flagged else DISTRICTS
    return records_of(counts, query, f"data/reference/harm_weights.csv ({harm_weights().version})")


def _hides_parts(withholding: Withholding, counts: IssueCounts) -> bool:
    """Tell whether a sum of harm gives a part back: there is a weight for each.

    No table shows the offences that a flag marks.
    """
    return counts.is_flagged or not withholding.shows_parts(counts)


HARM_PER_OFFENCE = RecordIndicator(
    id="harm-per-offence",
    label="Harm per offence",
    unit=" days",
    example=ExampleValue("365 days for an offence", 365),
    card=CardLine("Harm", 3),
    tell=_per_offence,
    hides=_hides_parts,
)
HARM_DAYS = RecordIndicator(
    id="harm-days",
    label="Harm of all records in twelve months",
    unit=" days",
    example=ExampleValue("4,000 days in twelve months", 4000),
    tell=_in_all,
    hides=_hides_parts,
)
