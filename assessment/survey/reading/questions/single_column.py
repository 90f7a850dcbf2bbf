"""A question answered in one column: a choice, several in a cell, a number, a date or words."""

from collections.abc import Iterator
from dataclasses import replace

from assessment.definitions.spelling import plain
from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.export.answer_days import date_format
from assessment.survey.reading.export.cell_meanings import Meaning, QuestionReading
from assessment.survey.reading.export.code_lists import are_listed
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.export.said_codes import ends_said_in
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind
from assessment.survey.reading.questions import number_questions, question_kind
from assessment.survey.reading.questions.age_bands import are_codes_of_ages
from assessment.survey.reading.questions.answers.bands_made_dates import bands_made_dates
from assessment.survey.reading.questions.answers.bilingual_labels import in_english
from assessment.survey.reading.questions.answers.scale_recognition import answers, fitting_scale
from assessment.survey.reading.questions.answers.several_in_a_cell import separator_of
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.numbered_ranks import placed_cells, read_placed
from assessment.survey.reading.questions.option_columns import read_one, read_several
from assessment.survey.reading.questions.recognition_context import Context, question_of
from assessment.survey.reading.questions.written_answers import heard, who_wrote


def read_column(context: Context, group: ColumnGroup) -> Iterator[QuestionReading]:
    """Read a question that has one column."""
    values = heard(context.values[group.positions[0]], context.decided(group))
    kind = context.decided(group).kind or _kind(context, group, values)
    answered = question_kind.answers_in(values.counts)
    placed = placed_cells(group.wording, answered) if kind is QuestionKind.RANKING else None
    if placed:
        yield read_placed(context, group, values, placed)
    elif kind in (QuestionKind.MULTIPLE, QuestionKind.RANKING):
        yield from read_several(context, group, values)
    elif kind in (QuestionKind.SINGLE, QuestionKind.SCALE):
        yield from read_one(context, group, values)
    elif kind in (QuestionKind.NUMBER, QuestionKind.DATE):
        yield from number_questions.read_measured(context, group, values, kind)
    else:
        yield _in_words(context, group, values)


def _in_words(context: Context, group: ColumnGroup, values: ColumnValues) -> QuestionReading:
    """Read free text; what says nothing but who wrote it is not kept."""
    who = who_wrote(context, values, group, {})
    meanings = tuple(Meaning(at, text) for at in group.positions for text in who)
    named = sum(who.values()) - sum(values.personal.values())
    column = question_of(group, QuestionKind.TEXT, values.filled - named)
    if context.decided(group).kind is None and question_kind.are_few_words(group.wording, values):
        column = replace(column, doubts=(_few_answers(group, values),))
    return QuestionReading(column, group.positions, meanings, personal=sum(who.values()))


def _few_answers(group: ColumnGroup, values: ColumnValues) -> Doubt:
    return Doubt(
        group.header,
        DoubtKind.FEW_ANSWERS,
        f"Only {answers(values.filled)}, and hardly any given twice: they were taken for people's "
        "own words, which somebody reads before they are shown. If they are options, say so.",
        blocks=False,
        suggestion=Decision(kind=QuestionKind.SINGLE),
    )


def _kind(context: Context, group: ColumnGroup, values: ColumnValues) -> QuestionKind:
    """Guess how a question was answered."""
    texts = question_kind.answers_in(values.counts)
    codes = context.codes(group)
    known = are_listed(texts, codes) or are_codes_of_ages(group.wording, texts)
    if not texts or known or bands_made_dates(texts):
        return QuestionKind.SINGLE
    ends = ends_said_in(group.wording)
    texts = {text: n for text, n in texts.items() if plain(text) not in ends} or texts
    if question_kind.are_points(group.wording, texts) or question_kind.are_counts(
        group.wording, texts
    ):
        return QuestionKind.NUMBER
    if question_kind.are_numbers(texts):
        stand_for = question_kind.are_codes(group.wording, texts)
        return QuestionKind.SINGLE if stand_for else QuestionKind.NUMBER
    if date_format(list(texts)):
        return QuestionKind.DATE
    english = in_english(texts)
    if fitting_scale({english.get(text, text): n for text, n in texts.items()}):
        return QuestionKind.SCALE
    if placed_cells(group.wording, texts):
        return QuestionKind.RANKING
    if separator_of(texts):
        return QuestionKind.MULTIPLE
    concept = question_kind.concept_of(group.wording, QuestionKind.SINGLE, group.columns[0].option)
    is_text = question_kind.is_free_text(group.wording, values, concept)
    return QuestionKind.TEXT if is_text else QuestionKind.SINGLE
