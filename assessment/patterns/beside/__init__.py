"""Beside: a measure beside one that somebody else counts, each with its own verdict."""

from assessment.patterns.beside.areas_beside import AreaBeside, AreasBeside
from assessment.patterns.beside.beside import (
    Apart,
    Beside,
    Side,
    beside,
    sets_beside,
    shared_months,
)
from assessment.patterns.beside.months_beside import MonthsBeside, Scale

__all__ = [
    "Apart",
    "AreaBeside",
    "AreasBeside",
    "Beside",
    "MonthsBeside",
    "Scale",
    "Side",
    "beside",
    "sets_beside",
    "shared_months",
]
