"""Results that come already summarised: percentages and bases, and the questions that they make."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessment.definitions import survey_definitions
from assessment.numbers import rounded
from assessment.survey.questionnaire import (
    Concept,
    Option,
    OptionRole,
    QuestionKind,
    SurveyQuestion,
)
from assessment.survey.reading.labels import as_key, role_of
from assessment.survey.reading.questions.answers.options import ABOUT_CONCERNS
from assessment.survey.reading.questions.answers.scale_recognition import OnScale, fitting_scale
from assessment.survey.reading.questions.question_recognition import free_slug, slug_of

COUNTABLE = (QuestionKind.SINGLE, QuestionKind.SCALE, QuestionKind.MULTIPLE)
# Rounded percentages of one choice need not add up to 100; each may be half a point off.
ROUNDING = 0.5
A_HAIR = 1e-9


@dataclass(frozen=True)
class SummarisedQuestion:
    """A question's printed results: percent of the base by option, in the order of the options."""

    wording: str
    kind: QuestionKind
    base: int
    percents: Mapping[str, float]
    concept: Concept = Concept.OTHER


def faults_of(
    questions: Sequence[SummarisedQuestion], first_day: date | None, last_day: date | None
) -> Iterator[str]:
    """Say everything for which results cannot be kept."""
    for question in questions:
        yield from _faults_of(question)
    if not questions:
        yield "It has no question."
    if first_day and last_day and first_day > last_day:
        yield f"It ends ({last_day:%d/%m/%Y}) before it begins ({first_day:%d/%m/%Y})."


def _faults_of(question: SummarisedQuestion) -> Iterator[str]:
    where = f"Question '{question.wording}'"
    if not question.wording.strip():
        yield "A question has no wording."
    if question.kind not in COUNTABLE:
        yield f"{where}: percentages can be of a choice, a scale or several choices only."
    if question.base < 1:
        yield f"{where}: the base is {question.base:,}; expected how many people answered it."
    if len({as_key(label) for label in question.percents}) < len(question.percents):
        yield f"{where}: an option is there twice."
    yield from _faults_of_percents(where, question)


def _faults_of_percents(where: str, question: SummarisedQuestion) -> Iterator[str]:
    wrong = [f"{label} {p:g}%" for label, p in question.percents.items() if not 0 <= p <= 100]
    most = 100 + ROUNDING * len(question.percents)
    total = sum(question.percents.values())
    if not question.percents:
        yield f"{where}: it has no option."
    if wrong:
        yield f"{where}: expected percentages from 0 to 100, found {', '.join(wrong)}."
    elif question.kind is not QuestionKind.MULTIPLE and total > most:
        yield f"{where}: its percentages add up to {total:g}, more than one choice can."


def told_of(questions: Sequence[SummarisedQuestion]) -> Iterator[str]:
    """Say where percentages do not add up to 100: by rounding, or because rows are missing."""
    for question in questions:
        total = sum(question.percents.values())
        if question.kind is QuestionKind.MULTIPLE or abs(total - 100) < A_HAIR:
            continue
        where = f"“{question.wording}”: its percentages add up to {total:g}"
        if abs(total - 100) <= ROUNDING * len(question.percents):
            yield f"{where}, as rounded ones may."
        else:
            yield f"{where}: {100 - total:g}% is in no row, and in no figure but the base."


def questions_of(questions: Sequence[SummarisedQuestion]) -> tuple[SurveyQuestion, ...]:
    """Number questions and their options, and recognise scales and concerns in their words."""
    numbered: list[SurveyQuestion] = []
    for number, printed in enumerate(questions, start=1):
        slug = free_slug(
            slug_of(printed.wording, printed.concept), {question.slug for question in numbered}
        )
        scale, options = _options(printed)
        kind = QuestionKind.SCALE if scale else printed.kind
        numbered.append(
            SurveyQuestion(number, slug, printed.wording, kind, printed.concept, scale, options)
        )
    return tuple(numbered)


def _options(printed: SummarisedQuestion) -> tuple[str | None, tuple[Option, ...]]:
    single = printed.kind is not QuestionKind.MULTIPLE
    fit = fitting_scale(dict.fromkeys(printed.percents, 1)) if single else None
    # A side of which a row is missing has no net: what it lacks is not 0%.
    if fit and not (_is_whole(printed) or _has_both_sides(fit)):
        fit = None
    concerns = survey_definitions().concern_of if printed.concept in ABOUT_CONCERNS else None
    return fit.scale.id if fit else None, tuple(
        Option(
            number,
            label,
            role_of(label),
            fit.scale.points[fit.points[label]].side if fit and label in fit.points else None,
            concerns(label) if concerns and role_of(label) is OptionRole.ANSWER else None,
        )
        for number, label in enumerate(printed.percents, start=1)
    )


def _is_whole(printed: SummarisedQuestion) -> bool:
    """Tell whether the rows that are there add up to everybody, but for rounding."""
    noise = ROUNDING * len(printed.percents) + A_HAIR
    return abs(sum(printed.percents.values()) - 100) <= noise


def _has_both_sides(fit: OnScale) -> bool:
    """Tell whether every point of both sides of a scale has a row."""
    sides = {at for at, point in enumerate(fit.scale.points) if point.side}
    return sides <= set(fit.points.values())


def count_of(printed: SummarisedQuestion, label: str) -> int:
    """Return the whole number nearest to an option's percent of the base."""
    exact = Decimal(str(printed.percents[label])) * printed.base / 100
    return int(rounded(exact, 0))
