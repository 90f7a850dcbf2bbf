"""How much of an issue is recorded: how many records in a year, and how large a part of all."""

from assessment.definitions.schemes.indicator_definition import ExampleValue
from assessment.risk_matrix.evidence.counting_error import of_count, of_percent
from assessment.risk_matrix.evidence.indicator_disclosure import Withholding
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, number
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts
from assessment.risk_matrix.evidence.provenance import COUNTS, not_covered, records_of
from assessment.risk_matrix.indicators.indicator_kinds import CardLine, RecordIndicator


def _share(counts: IssueCounts) -> IndicatorValue:
    """Say how large a part of all records an issue is: crime and anti-social behaviour together."""
    records, everything = counts.change.current, counts.everything
    if records is None or not everything:
        return not_covered(counts)
    percent = 100 * records / everything
    return IndicatorValue(
        percent,
        f"{records:,} of {everything:,} records of crime and anti-social behaviour: "
        f"{number(percent)}%.",
        records_of(counts, COUNTS),
        interval=of_percent(records, everything, counts.change.dispersion),
    )


def _hides_total(withholding: Withholding, counts: IssueCounts) -> bool:
    """Tell whether the number of all records is withheld."""
    return not withholding.shows_total("all-records", counts)


def _records(counts: IssueCounts) -> IndicatorValue:
    """Say how many records there are."""
    records = counts.change.current
    if records is None:
        return not_covered(counts)
    noun = counts.change.measure.noun[records != 1]
    return IndicatorValue(
        records,
        f"{records:,} {noun}.",
        records_of(counts, COUNTS),
        interval=of_count(records, counts.change.dispersion),
    )


SHARE = RecordIndicator(
    id="share-of-all",
    label="Share of all recorded crime",
    unit="%",
    example=ExampleValue("240 of 6,000 records, which is 4%", 4),
    card=CardLine("Volume", 1),
    tell=_share,
    hides=_hides_total,
)
RECORDS = RecordIndicator(
    id="records",
    label="Records in twelve months",
    unit="",
    example=ExampleValue("120 records in twelve months", 120),
    tell=_records,
)
