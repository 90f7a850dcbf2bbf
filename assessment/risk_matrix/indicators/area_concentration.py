"""How far the records of an issue concentrate in a few small areas."""

from collections.abc import Iterator

from assessment.definitions.schemes.indicator_definition import ExampleValue
from assessment.disclosure import ENOUGH, is_few
from assessment.risk_matrix.indicators.indicator_disclosure import Withholding
from assessment.risk_matrix.indicators.indicator_kinds import CardDetail, CardLine, RecordIndicator
from assessment.risk_matrix.indicators.indicator_value import IndicatorValue, number, unknown
from assessment.risk_matrix.indicators.indicators_from_records import IssueCounts
from assessment.risk_matrix.indicators.provenance import not_covered, records_of

SMALL_AREAS = "queries/patterns/small_area_counts.sql"
# Below this share, what is known of some records' places may not hold for the others.
FEWEST_LOCATED = 0.5
FEWEST_AREAS = 20
# So few that are left out change nothing, and need not be counted before everybody.
FEWEST_COUNTED = 5


def _concentration(counts: IssueCounts) -> IndicatorValue:
    """Say what the busiest 5% of small areas hold."""
    spread = counts.concentration
    if counts.change.current is None:
        return not_covered(counts)
    if spread is None or spread.top_percent is None or spread.top_percent_by_chance is None:
        return unknown("None of its records name a small area.")
    if spread.located < FEWEST_LOCATED * (spread.located + spread.elsewhere):
        return unknown(f"Only {spread.located:,} of its records name a small area: too few.")
    if spread.areas < FEWEST_AREAS:
        return unknown(f"There are only {spread.areas} small areas: 5% of them is less than one.")
    if spread.located < spread.areas:
        return unknown(
            f"{spread.located:,} records over {spread.areas:,} small areas: with fewer than one "
            "for each, any spread looks concentrated."
        )
    return IndicatorValue(
        spread.top_percent,
        f"{number(spread.top_percent)}% in {spread.top} of {spread.areas:,} small areas; half of "
        f"them in {spread.holding_half}.",
        records_of(counts, SMALL_AREAS),
        caveats=tuple(_caveats(spread.top_percent_by_chance, spread.elsewhere)),
    )


def _caveats(by_chance: float, elsewhere: int) -> Iterator[str]:
    yield (
        f"Spread by chance alone, {number(by_chance, 0)}% of this many records would be in the "
        "busiest 5%."
    )
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
    card=CardLine("Place", 4, CardDetail.BUSIEST_AREAS),
    tell=_concentration,
    hides=_hides,
)
