"""Where records fall, and how much harm they stand for."""

from assessment.patterns.concentration import Concentration, concentrations
from assessment.patterns.crime_harm import Harm, harm_of
from assessment.patterns.recorded_offences import (
    Recorded,
    coded_offences,
    flagged_offences,
    with_codes,
)
from assessment.patterns.records_in_scope import Records

__all__ = [
    "Concentration",
    "Harm",
    "Recorded",
    "Records",
    "coded_offences",
    "concentrations",
    "flagged_offences",
    "harm_of",
    "with_codes",
]
