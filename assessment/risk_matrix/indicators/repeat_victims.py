"""How many of the victims of an issue come again within the year, where records name them."""

from assessment.definitions import counted_under
from assessment.definitions.schemes.indicator_definition import ExampleValue
from assessment.disclosure import ENOUGH, is_few
from assessment.numbers import count_of
from assessment.risk_matrix.evidence.counting_error import of_percent
from assessment.risk_matrix.evidence.indicator_disclosure import Withholding
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, number, unknown
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts
from assessment.risk_matrix.evidence.provenance import not_covered, records_of
from assessment.risk_matrix.indicators.indicator_kinds import RecordIndicator

QUERY = "queries/patterns/victims/repeat_victims.sql"
# Where fewer of the records name a victim than this share, those that do may be of one kind.
LEAST_NAMING = 0.5
VULNERABLE = "No record says who is vulnerable: a score by people may say more."


def _repeat_victims(counts: IssueCounts) -> IndicatorValue:
    """Say what share of the victims have two records or more in the year."""
    records, victims = counts.change.current, counts.victims
    if victims is None:
        return unknown(
            "No extract says who was a victim before, or is vulnerable: people judge it."
        )
    if records is None:
        return not_covered(counts)
    if victims.naming < LEAST_NAMING * records:
        return unknown(
            f"Only {victims.naming:,} of {count_of(records, 'record')} name a victim, less than "
            "half: no share is given, and people judge it."
        )
    if victims.keys > 1:
        return unknown(
            "The victims of this year were marked with more than one key, and none is known again "
            "under another: people judge it."
        )
    return IndicatorValue(
        victims.percent,
        f"{victims.repeat:,} of {count_of(victims.victims, 'victim')} named in "
        f"{victims.naming:,} of {count_of(records, 'record')} come again within the year: "
        f"{number(victims.percent)}%.",
        records_of(counts, QUERY),
        interval=of_percent(victims.repeat, victims.victims, counts.change.dispersion),
        caveats=(VULNERABLE,),
    )


def _hides_few(withholding: Withholding, counts: IssueCounts) -> bool:
    """Tell whether some of the victims or of the records are few, or would be by subtraction.

    One victim may come in several districts, measures and years, so that numbers of victims do not
    add up: they are shown of one kind of record, in one district and one year that no other
    crosses. No two such views share a record.
    """
    victims, records = counts.victims, counts.change.current
    if victims is None or records is None:
        return False
    parts = (
        victims.repeat,
        victims.victims - victims.repeat,
        victims.victims,
        victims.naming,
        records - victims.naming,
    )
    is_undivided = withholding.is_one_piece(counts) and len(counted_under(counts.measure)) == 1
    return any(is_few(part, ENOUGH) for part in parts) or not is_undivided


REPEAT_VICTIMS = RecordIndicator(
    id="repeat-victims",
    label="Share of victims who are repeat or vulnerable",
    unit="%",
    example=ExampleValue("12% of victims", 12),
    tell=_repeat_victims,
    hides=_hides_few,
)
