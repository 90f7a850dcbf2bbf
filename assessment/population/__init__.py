"""How many people live in each district, for rates: from a published file to residents of a year.

What a survey's answers are weighted to is another thing: its margins, in assessment/survey.
"""

# Loading is not among these: it imports what reading files takes, and rates do without.
from assessment.population.resident_numbers import (
    Base,
    PopulationYear,
    Residents,
    StoredPopulation,
    population_years,
    populations,
    residents,
)
from assessment.population.small_area_residents import SmallAreaResidents, small_area_residents

__all__ = [
    "Base",
    "PopulationYear",
    "Residents",
    "SmallAreaResidents",
    "StoredPopulation",
    "population_years",
    "populations",
    "residents",
    "small_area_residents",
]
