"""A question answered in one column: a choice, several in a cell, a number, a date or words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.reading.age_bands import are_codes_of_ages
from assessment.survey.reading.export.answer_days import date_format
from assessment.survey.reading.export.answer_staging import ColumnValues
from assessment.survey.reading.export.cell_meanings import Meaning, QuestionReading
from assessment.survey.reading.export.code_lists import WHOLE_NUMBER, are_listed
from assessment.survey.reading.proposal import (
    ColumnReading,
    Decision,
    Doubt,
    DoubtKind,
    OptionReading,
)
from assessment.survey.reading.questions import number_questions, question_kind
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.labels import as_key
from assessment.survey.reading.questions.options import choose
from assessment.survey.reading.questions.personal_answers import names_in, says_who
from assessment.survey.reading.questions.recognition_context import Context, question_of
from assessment.survey.reading.questions.scale_recognition import answers, fitting_scale
from assessment.survey.reading.questions.several_in_a_cell import (
    Parts,
    are_ranked,
    part_cells,
    separator_of,
)
from assessment.survey.reading.questions.written_answers import OTHER, heard, own_words, written_in


def read_column(context: Context, group: ColumnGroup) -> Iterator[QuestionReading]:
    """Read a question that has one column."""
    said = heard(context.said[group.positions[0]], context.decided(group))
    kind = context.decided(group).kind or _kind(context, group, said)
    if kind in (QuestionKind.MULTIPLE, QuestionKind.RANKING):
        yield from _several(context, group, said)
    elif kind in (QuestionKind.SINGLE, QuestionKind.SCALE):
        yield from _one_of(context, group, said)
    elif kind in (QuestionKind.NUMBER, QuestionKind.DATE):
        yield from number_questions.read_measured(context, group, said, kind)
    else:
        yield _in_words(context, group, said)


def _in_words(context: Context, group: ColumnGroup, said: ColumnValues) -> QuestionReading:
    """Read free text; what says nothing but who wrote it is not kept."""
    who = _says_who(context, said, group, {})
    meanings = tuple(Meaning(at, text) for at in group.positions for text in who)
    named = sum(who.values()) - sum(said.personal.values())
    column = question_of(group, QuestionKind.TEXT, said.filled - named)
    if context.decided(group).kind is None and question_kind.are_few_words(group.wording, said):
        column = replace(column, doubts=(_few_answers(group, said),))
    return QuestionReading(column, group.positions, meanings, personal=sum(who.values()))


def _few_answers(group: ColumnGroup, said: ColumnValues) -> Doubt:
    return Doubt(
        group.header,
        DoubtKind.FEW_ANSWERS,
        f"Only {answers(said.filled)}, and hardly any given twice: they were taken for people's "
        "own words, which somebody reads before they are shown. If they are options, say so.",
        blocks=False,
        suggestion=Decision(kind=QuestionKind.SINGLE),
    )


def _kind(context: Context, group: ColumnGroup, said: ColumnValues) -> QuestionKind:
    """Guess how a question was answered."""
    texts = question_kind.answers_in(said.values)
    codes = context.codes(group)
    if not texts or are_listed(texts, codes):
        return QuestionKind.SINGLE
    if are_codes_of_ages(group.wording, texts):
        return QuestionKind.SINGLE
    if question_kind.are_counts(group.wording, texts):
        return QuestionKind.NUMBER
    if question_kind.are_numbers(texts):
        stand_for = question_kind.are_codes(group.wording, texts)
        return QuestionKind.SINGLE if stand_for else QuestionKind.NUMBER
    if date_format(list(texts)):
        return QuestionKind.DATE
    if fitting_scale(texts):
        return QuestionKind.SCALE
    if separator_of(texts):
        return QuestionKind.MULTIPLE
    concept = question_kind.concept_of(group.wording, QuestionKind.SINGLE, group.columns[0].option)
    is_text = question_kind.is_free_text(group.wording, said, concept)
    return QuestionKind.TEXT if is_text else QuestionKind.SINGLE


def _one_of(context: Context, group: ColumnGroup, said: ColumnValues) -> Iterator[QuestionReading]:
    """Read a choice of one, on a scale or not."""
    decided, codes = context.decided(group), context.codes(group)
    if decided.kind is QuestionKind.SINGLE and decided.scale is None:
        decided = replace(decided, scale="")  # whoever says that it is a choice says: no scale
    written = written_in(said.values, decided, said.different)
    values = {text: n for text, n in said.values.items() if text not in written}
    choice = choose(group.header, values, _concept(group, decided), decided, codes)
    is_scale = bool(choice.scale) or decided.kind is QuestionKind.SCALE
    kind = QuestionKind.SCALE if is_scale else QuestionKind.SINGLE
    wrote = said.filled - sum(values.values())
    who = _says_who(context, said, group, values)
    others = wrote + sum(said.personal.values())
    column = replace(
        question_of(group, kind, said.filled + sum(said.personal.values())),
        concept=_concept(group, decided, kind),
        scale=choice.scale,
        options=_with_others(choice.options, others),
        codes=codes,
        doubts=(
            *_codes_without_a_list(group, values, decided, codes, context.of_no_question),
            *_several_now(group, values, decided),
            *choice.doubts,
        ),
    )
    yield from _with_own_words(group, column, choice.label_of, others, who)


def _several(context: Context, group: ColumnGroup, said: ColumnValues) -> Iterator[QuestionReading]:
    """Read several options in a cell."""
    decided, (at,) = context.decided(group), group.positions
    mark = separator_of(question_kind.answers_in(said.values)) or _commonest_mark(said)
    parts = part_cells(context.writer, at, mark, decided.options)
    written = written_in(parts.counts, decided, len(parts.counts))
    counts = {text: n for text, n in parts.counts.items() if text not in written}
    kind = decided.kind or QuestionKind.MULTIPLE
    if not decided.kind and are_ranked(parts, said.filled, said.values):
        kind = QuestionKind.RANKING
    concept = decided.concept or question_kind.concept_of(group.wording, kind)
    choice = choose(group.header, counts, concept, decided, context.codes(group), rated=False)
    who = {text: parts.counts[text] for text in written if says_who(text)}
    others = sum(parts.counts.values()) - sum(counts.values())
    column = replace(
        question_of(group, kind, said.filled + sum(said.personal.values())),
        concept=concept,
        options=_with_others(choice.options, others),
        doubts=(*_glued(group, parts, decided), *choice.doubts),
    )
    for reading in _with_own_words(group, column, choice.label_of, others, who):
        parted = (parts.parting,) if reading.column.kind is kind else ()
        yield replace(reading, partings=parted)


def _concept(
    group: ColumnGroup, decided: Decision, kind: QuestionKind = QuestionKind.SCALE
) -> Concept:
    return decided.concept or question_kind.concept_of(group.wording, kind, group.columns[0].option)


def _with_others(options: tuple[OptionReading, ...], others: int) -> tuple[OptionReading, ...]:
    known = [option for option in options if option.label != OTHER]
    return (*known, OptionReading(OTHER, others)) if others else options


def _says_who(
    context: Context, said: ColumnValues, group: ColumnGroup, options: Mapping[str, int]
) -> Mapping[str, int]:
    """Return what says nothing but who somebody is, and no option is."""
    names = names_in(context.writer, group.positions).get(group.positions[0], {})
    return {**said.personal, **{t: n for t, n in names.items() if t not in options}}


def _with_own_words(
    group: ColumnGroup,
    column: ColumnReading,
    label_of: Mapping[str, str],
    others: int,
    who: Mapping[str, int],
) -> Iterator[QuestionReading]:
    """Read options, and beside them what people wrote of their own."""
    (at,) = group.positions
    meanings = [Meaning(at, text, label) for text, label in label_of.items()]
    meanings += [Meaning(at, text, OTHER) for text in who]
    reading = QuestionReading(column, (at,), tuple(meanings), personal=sum(who.values()))
    yield replace(reading, others=OTHER, others_at=(at,)) if others else reading
    if others > reading.personal:
        yield own_words(group, others - reading.personal)


def _commonest_mark(said: ColumnValues) -> str:
    """Return what could part options where somebody says that there are several in a cell."""
    marks = {mark: sum(n for text, n in said.values.items() if mark in text) for mark in ";|,"}
    return max(marks, key=lambda mark: marks[mark])


def _codes_without_a_list(
    group: ColumnGroup,
    values: Mapping[str, int],
    decided: Decision,
    codes: Mapping[str, str],
    of_no_question: Mapping[str, str],
) -> Iterator[Doubt]:
    numbers = [text for text in values if WHOLE_NUMBER.fullmatch(text)]
    settled = bool(codes) or decided.kind is not None or set(numbers) <= set(decided.merges)
    if numbers and not settled and question_kind.are_numbers(question_kind.answers_in(values)):
        named = ", ".join(sorted(numbers, key=float)[:12])
        likely = Decision(kind=QuestionKind.NUMBER)
        says = "nothing says what they stand for"
        if are_listed(numbers, of_no_question):
            likely = Decision(codes=of_no_question)
            says = "the list of codes does not say which questions it is for"
        yield Doubt(
            group.header,
            DoubtKind.CODES,
            f"The answers are numbers ({named}) and {says}, so they are not counted or averaged. "
            "Give the label of each, or say that they are numbers.",
            blocks=True,
            said=tuple(numbers),
            suggestion=likely,
        )


def _several_now(
    group: ColumnGroup, values: Mapping[str, int], decided: Decision
) -> Iterator[Doubt]:
    """Ask where the earlier wave's answers come together in a cell, though each gave one then."""
    before, mark = {as_key(label) for label in decided.options}, separator_of(values)
    held = [text for text in values if mark and mark in text and text not in decided.merges]
    together = [text for text in held if mark and before & {*map(as_key, text.split(mark))}]
    if together and not before & {*map(as_key, together)}:
        yield Doubt(
            group.header,
            DoubtKind.SEPARATOR,
            f"'{together[0]}' looks like several answers in one cell, but in the earlier wave each "
            "gave one. Say which it is.",
            blocks=True,
            said=tuple(together),
            suggestion=Decision(kind=QuestionKind.MULTIPLE),
        )


def _glued(group: ColumnGroup, parts: Parts, decided: Decision) -> Iterator[Doubt]:
    found = [each for each in parts.parting.glued if each not in decided.options]
    for option in found:
        yield Doubt(
            group.header,
            DoubtKind.SEPARATOR,
            f"'{option}' holds '{parts.parting.separator}', which parts the options of a cell; it "
            "was read as one option, because the rest of it is never said without its beginning.",
            blocks=False,
            said=(option,),
            suggestion=Decision(options=(option,)),
        )
