"""What changed between two periods, whether counting explains it, and whether it is unusual."""

from assessment.changes.answer import (
    Change,
    ExtractBehind,
    QueryUsed,
    Status,
    Verdict,
    Working,
    YearOnYear,
)
from assessment.changes.as_at import EarlierExtract, earlier_extracts, extract_as_at
from assessment.changes.available_sets import Available, available, forces, set_with_months
from assessment.changes.comparable.comparable_periods import last_run
from assessment.changes.comparison import year_on_year
from assessment.changes.opening_question import default_question
from assessment.changes.question import By, Place, Question
from assessment.changes.unlocated_records import unlocated

__all__ = [
    "Available",
    "By",
    "Change",
    "EarlierExtract",
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
    "earlier_extracts",
    "extract_as_at",
    "forces",
    "last_run",
    "set_with_months",
    "unlocated",
    "year_on_year",
]
