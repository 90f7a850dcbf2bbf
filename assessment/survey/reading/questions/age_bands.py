"""Ages given in years, put into the groups that answers are broken down by and weighted in."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.reading.export.cell_meanings import Meaning, QuestionReading
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.proposal import OptionReading
from assessment.survey.reading.questions import question_kind

# As the census and most surveys group adults; those who are younger have a group as well.
FIRST_YEARS = (16, 25, 35, 45, 55, 65, 75)
BANDS = (
    "Under 16",
    *(f"{a} to {b - 1}" for a, b in pairwise(FIRST_YEARS)),
    "75 and over",
)
# Nobody is older; and where nobody is even this old, the numbers stand for groups of ages.
MOST_YEARS = 120
MOST_CODE = 12
IN_BANDS = " (in age groups)"
SLUG = "age-group"


def band_of(years: float | None) -> str | None:
    """Return the group of an age; None for what is no age."""
    if years is None or not 0 <= years <= MOST_YEARS:
        return None
    return BANDS[bisect_right(FIRST_YEARS, years)]


def are_codes_of_ages(wording: str, texts: Iterable[str]) -> bool:
    """Tell ages that are codes: nobody who answers a survey is so young."""
    is_about_age = question_kind.concept_of(wording, QuestionKind.NUMBER) is Concept.AGE
    numbers = [question_kind.as_number(text) for text in texts]
    years = [n for n in numbers if n not in question_kind.SENTINELS]
    return is_about_age and bool(years) and all(n is not None and n <= MOST_CODE for n in years)


def in_bands(
    reading: QuestionReading,
    values: ColumnValues,
    ages: Mapping[str, float | None],
    silent: Mapping[str, str],
) -> Iterator[QuestionReading]:
    """Read ages in years as age groups too; those who gave none stay as they are."""
    bands = {
        text: band for text, age in ages.items() if text not in silent and (band := band_of(age))
    }
    if reading.column.concept is not Concept.AGE or not bands or not values.is_complete:
        return
    counts = dict.fromkeys(BANDS, 0)
    for text, band in bands.items():
        counts[band] += values.counts[text]
    options = [OptionReading(band, n) for band, n in counts.items() if n or band != BANDS[0]]
    column = replace(
        reading.column,
        header=f"{reading.column.header}{IN_BANDS}",
        wording=f"{reading.column.wording}{IN_BANDS}",
        slug=SLUG,
        kind=QuestionKind.SINGLE,
        options=(*options, *reading.column.options),
        base=sum(counts.values()) + sum(option.n for option in reading.column.options),
        doubts=(),
    )
    meanings = [
        Meaning(at, text, label)
        for at in reading.positions
        for text, label in (bands | dict(silent)).items()
    ]
    yield QuestionReading(column, reading.positions, tuple(meanings))
