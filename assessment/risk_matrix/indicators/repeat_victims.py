"""How many of the victims of an issue are repeat or vulnerable: no extract says so yet."""

from assessment.definitions.schemes.indicator_definition import ExampleValue
from assessment.risk_matrix.indicators.indicator_kinds import RecordIndicator
from assessment.risk_matrix.indicators.indicator_value import IndicatorValue, unknown
from assessment.risk_matrix.indicators.indicators_from_records import IssueCounts


def _repeat_victims(_counts: IssueCounts) -> IndicatorValue:
    """Say that no extract tells one victim from another."""
    return unknown("No extract says who was a victim before, or is vulnerable: people judge it.")


REPEAT_VICTIMS = RecordIndicator(
    id="repeat-victims",
    label="Share of victims who are repeat or vulnerable",
    unit="%",
    example=ExampleValue("12% of victims", 12),
    tell=_repeat_victims,
)
