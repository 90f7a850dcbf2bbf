"""Questions answered with a number or a date."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assessment.definitions.spelling import plain
from assessment.numbers import listed
from assessment.survey.questionnaire import Concept, OptionRole, QuestionKind
from assessment.survey.reading.export.answer_days import date_format
from assessment.survey.reading.export.answer_staging import MOST_VALUES
from assessment.survey.reading.export.cell_meanings import Meaning, QuestionReading
from assessment.survey.reading.export.code_lists import as_code
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.export.said_codes import ends_said_in
from assessment.survey.reading.labels import role_of
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind
from assessment.survey.reading.questions import question_kind
from assessment.survey.reading.questions.age_bands import in_bands
from assessment.survey.reading.questions.answers.options import choose
from assessment.survey.reading.questions.answers.scale_recognition import answers
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.recognition_context import Context, question_of
from assessment.survey.reading.questions.recommendation import promoters


def read_measured(
    context: Context, group: ColumnGroup, values: ColumnValues, kind: QuestionKind
) -> Iterator[QuestionReading]:
    """Read numbers or dates, and beside them the ways of giving none, which are no numbers."""
    if kind is QuestionKind.NUMBER and not values.is_complete:
        values = _with_words(context, group, values)
    decided = context.decided(group)
    codes = {**_without_a_number(context, group), **decided.codes}
    ends = ends_said_in(group.wording)
    meant = {text: _meant(text, decided, codes, ends) for text in values.counts}
    points = question_kind.are_points(group.wording, question_kind.answers_in(values.counts))
    read = question_kind.as_point if points else question_kind.as_number
    # What was said to be meant is in the unit of the others.
    mixed = question_kind.other_units(group.wording, values.counts)
    numbers = {
        text: None if text in mixed and label == text else read(label)
        for text, label in meant.items()
    }
    words = {
        text: label
        for text, label in meant.items()
        if role_of(label) is not OptionRole.ANSWER
        or (as_code(text) in codes and text not in decided.merges)
    }
    choice = choose(
        group.header,
        {t: values.counts[t] for t in words},
        Concept.OTHER,
        decided,
        codes,
        rated=False,
    )
    concept = decided.concept or question_kind.concept_of(group.wording, kind)
    column = replace(
        question_of(group, kind, values.filled),
        concept=concept,
        options=tuple(option for option in choice.options if option.n),
        doubts=(*_doubts(group, values, kind, decided, words, numbers), *choice.doubts),
    )
    (at,) = group.positions
    merged = [
        Meaning(at, text, value=numbers[text])
        for text, label in meant.items()
        if text not in words and (text != label or _has_more(text, numbers[text]))
    ]
    silent = [Meaning(at, text, label) for text, label in choice.label_of.items()]
    who = [Meaning(at, text) for text in values.personal]
    reading = QuestionReading(
        column, (at,), (*silent, *merged, *who), personal=sum(values.personal.values())
    )
    yield reading
    if kind is QuestionKind.NUMBER:
        yield from in_bands(reading, values, numbers, choice.label_of)
        yield from promoters(reading, values, numbers, choice.label_of)


def _has_more(text: str, number: float | None) -> bool:
    """Tell a number that is written with more than itself: its unit, or what it means."""
    return number is not None and not question_kind.are_numbers([text])


def _with_words(context: Context, group: ColumnGroup, values: ColumnValues) -> ColumnValues:
    """Add words that the commonest things said do not hold: none may be lost among numbers."""
    (at,) = group.positions
    words: dict[str, int] = dict(
        context.writer.rows("words_among_numbers", position=at, most=MOST_VALUES)
    )
    return replace(values, counts={**values.counts, **words})


def _without_a_number(context: Context, group: ColumnGroup) -> dict[str, str]:
    """Return the codes that say, by the file or the question, that no number was given."""
    listed = context.codes(group).items()
    return {code: label for code, label in listed if role_of(label) is not OptionRole.ANSWER}


def _meant(text: str, decided: Decision, codes: Mapping[str, str], ends: Mapping[str, int]) -> str:
    """Return what was said as decided, or as a code or the words for an end of the rating say."""
    as_said = str(ends[plain(text)]) if plain(text) in ends else text
    return decided.merges.get(text, codes.get(as_code(text), as_said))


def _doubts(
    group: ColumnGroup,
    values: ColumnValues,
    kind: QuestionKind,
    decided: Decision,
    words: Mapping[str, str],
    numbers: Mapping[str, float | None],
) -> Iterator[Doubt]:
    texts = [text for text in values.counts if text not in words and text not in decided.merges]
    if kind is QuestionKind.NUMBER:
        unread = [text for text in texts if numbers[text] is None]
        yield from _stray(group, values, [text for text in texts if text not in unread])
    else:
        unread = [text for text in texts if date_format([text]) is None]
    if unread:
        named = listed([f"'{text}' ({answers(values.counts[text])})" for text in unread], 5)
        what = "a number" if kind is QuestionKind.NUMBER else "a date"
        yield Doubt(
            group.header,
            DoubtKind.UNKNOWN_LABEL,
            f"{named} cannot be read as {what}. Say what is meant, or that the question is "
            "not answered with one.",
            blocks=True,
            answers=tuple(unread),
            suggestion=Decision(kind=QuestionKind.TEXT),
        )


def _stray(group: ColumnGroup, values: ColumnValues, numbers: list[str]) -> Iterator[Doubt]:
    if stray := question_kind.stray_numbers(
        group.wording, {text: values.counts[text] for text in numbers}
    ):
        named = ", ".join(f"{text} ({answers(values.counts[text])})" for text in stray)
        yield Doubt(
            group.header,
            DoubtKind.CODES,
            f"{named} may stand for something like don't know, which must not be averaged in. Say "
            "what it means, or that it is a number.",
            blocks=True,
            answers=tuple(stray),
            suggestion=Decision(kind=QuestionKind.NUMBER, codes=dict.fromkeys(stray, "Don't know")),
        )
