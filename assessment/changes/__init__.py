"""What changed between two periods, and whether by more than chance."""

from assessment.changes.answer import (
    Change,
    ExtractBehind,
    QueryUsed,
    Status,
    Verdict,
    Working,
    YearOnYear,
)
from assessment.changes.question import By, Place, Question

__all__ = [
    "By",
    "Change",
    "ExtractBehind",
    "Place",
    "Question",
    "QueryUsed",
    "Status",
    "Verdict",
    "Working",
    "YearOnYear",
]
