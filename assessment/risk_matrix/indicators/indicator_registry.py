"""Every indicator that there is, in the order in which pages offer them."""

from assessment.risk_matrix.indicators.area_concentration import CONCENTRATION, EXCESS
from assessment.risk_matrix.indicators.harm_indicators import (
    COST_PER_OFFENCE,
    HARM_DAYS,
    HARM_PER_OFFENCE,
    REPORTED_DAYS,
    REPORTED_HARM,
    SEVERITY_PER_OFFENCE,
)
from assessment.risk_matrix.indicators.indicator_kinds import CardLine, ComputedIndicator
from assessment.risk_matrix.indicators.peer_indicator import PEERS
from assessment.risk_matrix.indicators.public_concern import CONCERN
from assessment.risk_matrix.indicators.recorded_change import CHANGE
from assessment.risk_matrix.indicators.recorded_volume import RECORDS, SHARE
from assessment.risk_matrix.indicators.repeat_victims import REPEAT_VICTIMS

INDICATORS: dict[str, ComputedIndicator] = {
    indicator.id: indicator
    for indicator in (
        SHARE,
        CHANGE,
        PEERS,
        HARM_PER_OFFENCE,
        REPORTED_HARM,
        SEVERITY_PER_OFFENCE,
        COST_PER_OFFENCE,
        REPEAT_VICTIMS,
        CONCERN,
        EXCESS,
        CONCENTRATION,
        RECORDS,
        HARM_DAYS,
        REPORTED_DAYS,
    )
}


def card_lines() -> list[tuple[CardLine, ComputedIndicator]]:
    """Return the lines of the evidence card in their order, each with its indicator."""
    lines = [(indicator.card, indicator) for indicator in INDICATORS.values() if indicator.card]
    return sorted(lines, key=lambda line: line[0].place)
