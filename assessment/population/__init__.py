"""How many people live in each district, for rates: from a published file to residents of a year.

What a survey's answers are weighted to is another thing: its margins, in assessment/survey.
"""

# Loading imports what reading files takes, which whoever only asks for rates does without.
from assessment.population.residents import (
    Base,
    Held,
    Residents,
    YearHeld,
    populations,
    residents,
    years_held,
)

__all__ = ["Base", "Held", "Residents", "YearHeld", "populations", "residents", "years_held"]
