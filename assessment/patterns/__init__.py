"""Where records fall, how much harm they stand for, and whom they befall again."""

from assessment.patterns.concentration import Concentration, concentrations
from assessment.patterns.crime_harm import Harm, harm_of
from assessment.patterns.recorded_offences import (
    Recorded,
    coded_offences,
    flagged_offences,
    with_codes,
)
from assessment.patterns.records_in_scope import Records
from assessment.patterns.repeat_victims import RepeatVictims, repeat_victims

__all__ = [
    "Concentration",
    "Harm",
    "Recorded",
    "Records",
    "RepeatVictims",
    "coded_offences",
    "concentrations",
    "flagged_offences",
    "harm_of",
    "repeat_victims",
    "with_codes",
]
