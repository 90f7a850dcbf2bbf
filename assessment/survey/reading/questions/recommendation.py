"""How likely people are to recommend something, from 0 to 10: those for it, and those against."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assessment.survey.questionnaire import (
    DETRACTORS,
    PASSIVES,
    PROMOTERS,
    OptionRole,
    QuestionKind,
)
from assessment.survey.reading.export.cell_meanings import Meaning, QuestionReading
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.proposal import OptionReading
from assessment.survey.reading.questions.question_kind import HIGHEST_POINT, RECOMMENDED

SIDES = {PROMOTERS: 1, PASSIVES: 0, DETRACTORS: -1}
FIRST_PROMOTER, FIRST_PASSIVE = 9, 7
GROUPED = " (net promoter score)"


def promoters(
    reading: QuestionReading,
    values: ColumnValues,
    numbers: Mapping[str, float | None],
    silent: Mapping[str, str],
) -> Iterator[QuestionReading]:
    """Read the numbers of a recommendation as the three groups of a net promoter score too."""
    groups = {
        text: group
        for text, number in numbers.items()
        if text not in silent and (group := group_of(number))
    }
    is_whole = values.is_complete and len(groups) == len(numbers.keys() - silent.keys())
    if not groups or not is_whole or not RECOMMENDED.search(reading.column.wording):
        return
    counts = dict.fromkeys(SIDES, 0)
    for text, group in groups.items():
        counts[group] += values.counts[text]
    options = [
        OptionReading(group, n, OptionRole.ANSWER, SIDES[group]) for group, n in counts.items()
    ]
    column = replace(
        reading.column,
        header=f"{reading.column.header}{GROUPED}",
        wording=f"{reading.column.wording}{GROUPED}",
        slug="net-promoter-score",
        kind=QuestionKind.SCALE,
        options=(*options, *reading.column.options),
        doubts=(),
    )
    meanings = [
        Meaning(at, text, label)
        for at in reading.positions
        for text, label in (groups | dict(silent)).items()
    ]
    yield QuestionReading(column, reading.positions, tuple(meanings))


def group_of(number: float | None) -> str | None:
    """Return the group of somebody who gave a number; None for what is no such number."""
    if number is None or not 0 <= number <= HIGHEST_POINT or number % 1:
        return None
    if number >= FIRST_PROMOTER:
        return PROMOTERS
    return PASSIVES if number >= FIRST_PASSIVE else DETRACTORS
