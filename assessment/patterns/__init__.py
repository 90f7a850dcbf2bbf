"""Where records fall, and how much harm they stand for."""

from assessment.patterns.concentration import Concentration, concentrations
from assessment.patterns.crime_harm import Harm, flagged_offences, harm_of
from assessment.patterns.records_in_scope import Records

__all__ = [
    "Concentration",
    "Harm",
    "Records",
    "concentrations",
    "flagged_offences",
    "harm_of",
]
