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
from assessment.changes.available import (
    Available,
    available,
    default_question,
    forces,
    set_with_months,
    unlocated,
)
from assessment.changes.comparable.comparable_periods import last_run
from assessment.changes.comparison import set_asked, year_on_year
from assessment.changes.question import By, Place, Question

__all__ = [
    "Available",
    "By",
    "Change",
    "ExtractBehind",
    "Place",
    "QueryUsed",
    "Question",
    "Status",
    "Verdict",
    "Working",
    "YearOnYear",
    "available",
    "default_question",
    "forces",
    "last_run",
    "set_asked",
    "set_with_months",
    "unlocated",
    "year_on_year",
]
