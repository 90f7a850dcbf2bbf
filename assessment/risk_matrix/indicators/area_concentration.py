"""How far the records of an issue concentrate in a few small areas."""

from collections.abc import Iterator
from math import sqrt

from assessment.chance import Z_95
from assessment.definitions.schemes.indicator_definition import ExampleValue
from assessment.disclosure import ENOUGH, is_few
from assessment.patterns.concentration import Concentration
from assessment.risk_matrix.evidence.indicator_disclosure import Withholding
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, number, unknown
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts
from assessment.risk_matrix.evidence.provenance import not_covered, records_of
from assessment.risk_matrix.indicators.indicator_kinds import CardDetail, CardLine, RecordIndicator

SMALL_AREAS = "queries/patterns/small_area_counts.sql"
# Below this share, what is known of some records' places may not hold for the others.
FEWEST_LOCATED = 0.5
FEWEST_AREAS = 20
# So few that are left out change nothing, and need not be counted before everybody.
FEWEST_COUNTED = 5


def _share(counts: IssueCounts) -> IndicatorValue:
    """Say what the busiest 5% of small areas hold."""
    return _told(counts, of_excess=False)


def _excess(counts: IssueCounts) -> IndicatorValue:
    """Say by how much the busiest 5% of small areas hold more than random scatter would give."""
    return _told(counts, of_excess=True)


def _told(counts: IssueCounts, *, of_excess: bool) -> IndicatorValue:
    spread = counts.concentration
    if counts.change.current is None:
        return not_covered(counts)
    if spread is None or spread.top_percent is None or spread.excess is None:
        return unknown("None of its records name a small area.")
    if reason := _why_unknown(spread):
        return unknown(reason)
    share, value = spread.top_percent, spread.excess if of_excess else spread.top_percent
    reach = 100 * Z_95 * sqrt(share / 100 * (1 - share / 100) / spread.located)
    return IndicatorValue(
        value,
        f"{number(share)}% in {spread.top} of {spread.areas:,} small areas, where random scatter "
        f"of so many records would give {number(share - spread.excess)}%: {_more(spread.excess)}. "
        f"Half of them in {spread.holding_half}.",
        records_of(counts, SMALL_AREAS),
        interval=(value - reach, value + reach),
        caveats=tuple(_caveats(spread.elsewhere)),
    )


def _more(points: float) -> str:
    """Say how far a share lies from what random scatter gives."""
    if number(points) in ("0", "\N{MINUS SIGN}0"):
        return "no more than that"
    return f"{number(abs(points))} points {'more' if points > 0 else 'less'}"


def _why_unknown(spread: Concentration) -> str:
    """Return why concentration cannot be told; nothing where it can."""
    if spread.located < FEWEST_LOCATED * (spread.located + spread.elsewhere):
        return f"Only {spread.located:,} of its records name a small area: too few."
    if spread.areas < FEWEST_AREAS:
        return f"There are only {spread.areas} small areas: 5% of them is less than one."
    if spread.located < spread.areas:
        return (
            f"{spread.located:,} records over {spread.areas:,} small areas: with fewer than one "
            "for each, any spread looks concentrated."
        )
    return ""


def _caveats(elsewhere: int) -> Iterator[str]:
    if elsewhere:
        count = f"{elsewhere:,}" if elsewhere >= FEWEST_COUNTED else f"Fewer than {FEWEST_COUNTED}"
        yield f"{count} records name no small area and are left out."


def _hides(withholding: Withholding, counts: IssueCounts) -> bool:
    """Tell whether few are in the busiest areas, in the others, or in none that is named.

    How many name no area is known of the whole only: it is told where there is no part to tell.
    """
    spread = counts.concentration
    if not spread:
        return False
    busiest = sum(spread.counts[: spread.top])
    parts = (spread.elsewhere, busiest, spread.located - busiest)
    if any(is_few(part, ENOUGH) for part in parts):
        return True
    return bool(spread.elsewhere) and not withholding.is_one_piece(counts)


CONCENTRATION = RecordIndicator(
    id="concentration",
    label="Share of records in the top 5% of small areas",
    unit="%",
    example=ExampleValue("22% in the top 5% of small areas", 22),
    tell=_share,
    hides=_hides,
)
EXCESS = RecordIndicator(
    id="concentration-excess",
    label="Share of records in the top 5% of small areas, less what random scatter gives",
    unit=" points",
    example=ExampleValue("22% in the top 5% of small areas, 14% by random scatter", 8),
    card=CardLine("Place", 4, CardDetail.BUSIEST_AREAS),
    tell=_excess,
    hides=_hides,
)
