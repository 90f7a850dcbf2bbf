"""What was not decided and loaded all the same: every figure that it could change carries it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assessment.numbers import listed
from assessment.survey.questionnaire import SurveyQuestion
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.proposal import Doubt, DoubtKind, Use

NOT_DECIDED = "Not decided when it was loaded:"
MOST_NAMED = 5
# In place of what quotes answers and counts few.
NOT_TOLD = "Something was not decided when it was loaded: whoever loaded it can say what."


def of_question(reading: QuestionReading, readings: Sequence[QuestionReading]) -> tuple[str, ...]:
    """Return what was not decided of a question, and of what else is read from its columns.

    Ages in groups are as doubtful as the ages that they were made of.
    """
    own = {*reading.positions}
    return _open(
        doubt
        for other in readings
        if other is reading or own.intersection(other.positions)
        for doubt in other.column.doubts
    )


def of_wave(of_rows: Iterable[Doubt], readings: Iterable[QuestionReading]) -> tuple[str, ...]:
    """Return what was not decided of all rows: who counts, and what each answer weighs."""
    return _open((*of_rows, *_of_no_question(readings)))


def told(questions: Iterable[SurveyQuestion], fewest: int) -> tuple[SurveyQuestion, ...]:
    """Say only that there is a doubt, to those who are shown no small number."""
    return tuple(
        replace(question, doubts=(NOT_TOLD,)) if fewest > 1 and question.doubts else question
        for question in questions
    )


def not_decided(figures: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    """Say of which questions something was not decided, each thing once; `figures` name both."""
    wordings: dict[str, dict[str, None]] = {}
    for wording, doubts in figures:
        for doubt in doubts:
            wordings.setdefault(doubt, {})[wording] = None
    for doubt, asked in wordings.items():
        yield f"{NOT_DECIDED} {listed([f'“{wording}”' for wording in asked], MOST_NAMED)}. {doubt}"


def _of_no_question(readings: Iterable[QuestionReading]) -> Iterator[Doubt]:
    for reading in readings:
        if reading.column.use is not Use.QUESTION:
            yield from reading.column.doubts


def _open(doubts: Iterable[Doubt]) -> tuple[str, ...]:
    """Return what would change a figure: what must be decided, and who was taken as not asked."""
    kept = (doubt for doubt in doubts if doubt.blocks or doubt.kind is DoubtKind.NOT_ASKED)
    return tuple(dict.fromkeys(doubt.text for doubt in kept))
