"""Outcomes: what became of the records of a period, beside those of another."""

from assessment.patterns.outcomes.outcome_change import (
    MeasureOutcomes,
    OutcomeVerdict,
    RecordedOutcomes,
    outcomes_compared,
)
from assessment.patterns.outcomes.outcome_counts import OutcomeCounts
from assessment.patterns.outcomes.time_for_outcomes import TimeForOutcomes

__all__ = [
    "MeasureOutcomes",
    "OutcomeCounts",
    "OutcomeVerdict",
    "RecordedOutcomes",
    "TimeForOutcomes",
    "outcomes_compared",
]
