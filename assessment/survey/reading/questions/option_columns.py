"""A column of options: one in each cell, or several; and what is doubtful about them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from assessment.survey.questionnaire import Concept, OptionRole, QuestionKind
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.export.code_lists import are_listed
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.export.missing_codes import missing_among
from assessment.survey.reading.labels import CODE_NUMBER, as_key
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind, OptionReading
from assessment.survey.reading.questions import question_kind
from assessment.survey.reading.questions.answers.bands_made_dates import band_doubts
from assessment.survey.reading.questions.answers.options import choose
from assessment.survey.reading.questions.answers.own_words import written_in
from assessment.survey.reading.questions.answers.personal_answers import says_who
from assessment.survey.reading.questions.answers.scale_recognition import answers
from assessment.survey.reading.questions.answers.several_in_a_cell import (
    Parts,
    are_ranked,
    part_cells,
    separator_of,
)
from assessment.survey.reading.questions.box_cells import CHOSEN
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.recognition_context import YES_AND_NO, Context, question_of
from assessment.survey.reading.questions.written_answers import (
    own_words_doubt,
    who_wrote,
    with_others,
    with_own_words,
)

AGREEMENT = "agreement"
# What turns a statement round, so that to agree with it is the worse.
TURNED_ROUND = re.compile(
    r"\b(?:not|never|no|cannot|can.?t|don.?t|doesn.?t|wouldn.?t|isn.?t|aren.?t|unsafe|insecure"
    r"|afraid|scared|worr\w+|fear\w*|nervous|anxious|lack)\b",
    re.IGNORECASE,
)


def read_one(
    context: Context, group: ColumnGroup, values: ColumnValues
) -> Iterator[QuestionReading]:
    """Read a choice of one, on a scale or not."""
    decided, codes = context.decided(group), context.codes(group)
    if decided.kind is QuestionKind.SINGLE and decided.scale is None:
        decided = replace(decided, scale="")  # a choice by decision has no scale
    about = _concept(group, decided, QuestionKind.SINGLE)
    written = written_in(values.counts, decided, values.different, about)
    counts = {text: n for text, n in values.counts.items() if text not in written}
    choice = choose(group.header, counts, _concept(group, decided), decided, codes)
    is_scale = bool(choice.scale) or decided.kind is QuestionKind.SCALE
    kind = QuestionKind.SCALE if is_scale else QuestionKind.SINGLE
    wrote = values.filled - sum(counts.values())
    who = who_wrote(context, values, group, counts)
    others = wrote + sum(values.personal.values())
    missing = tuple(_missing_codes(group, counts, codes, decided))
    asked_about = {answer for doubt in missing for answer in doubt.answers}
    column = replace(
        question_of(group, kind, values.cells),
        concept=_told_of(group, decided, kind, choice.scale),
        scale=choice.scale,
        options=with_others(choice.options, others),
        codes=codes,
        doubts=(
            *_codes_without_a_list(group, counts, decided, codes, context.of_no_question),
            *_several_now(group, counts, decided),
            *_one_answer(group, choice.options, decided),
            *_yes_and_no(group, codes, decided),
            *missing,
            *band_doubts(group.header, counts, decided),
            *own_words_doubt(group.header, values.counts, written),
            *(doubt for doubt in choice.doubts if not {*doubt.answers} & asked_about),
        ),
    )
    yield from with_own_words(group, column, choice.label_of, others, who)


def _told_of(
    group: ColumnGroup, decided: Decision, kind: QuestionKind, scale: str | None
) -> Concept:
    """Return what a question is about: of a statement turned round, nothing, unless it is decided.

    Who agrees with "I feel unsafe" feels unsafe, and would be told as feeling safe.
    """
    said = f"{group.wording} {group.columns[0].option or ''}"
    if scale == AGREEMENT and decided.concept is None and TURNED_ROUND.search(said):
        return Concept.OTHER
    return _concept(group, decided, kind)


def read_several(
    context: Context, group: ColumnGroup, values: ColumnValues
) -> Iterator[QuestionReading]:
    """Read several options in a cell."""
    decided, (at,) = context.decided(group), group.positions
    mark = separator_of(question_kind.answers_in(values.counts)) or _commonest_mark(values)
    parts = part_cells(context.writer, at, mark, decided.options)
    concept = decided.concept or question_kind.concept_of(group.wording, QuestionKind.MULTIPLE)
    written = written_in(parts.counts, decided, len(parts.counts), concept)
    counts = {text: n for text, n in parts.counts.items() if text not in written}
    kind = decided.kind or QuestionKind.MULTIPLE
    if not decided.kind and are_ranked(parts, values.filled, values.counts):
        kind = QuestionKind.RANKING
    concept = decided.concept or question_kind.concept_of(group.wording, kind)
    choice = choose(group.header, counts, concept, decided, context.codes(group), rated=False)
    who = {text: parts.counts[text] for text in written if says_who(text)}
    others = sum(parts.counts.values()) - sum(counts.values())
    column = replace(
        question_of(group, kind, values.cells),
        concept=concept,
        options=with_others(choice.options, others),
        doubts=(
            *_glued(group, parts, decided),
            *own_words_doubt(group.header, parts.counts, written),
            *choice.doubts,
        ),
    )
    for reading in with_own_words(group, column, choice.label_of, others, who):
        parted = (parts.parting,) if reading.column.kind is kind else ()
        yield replace(reading, partings=parted)


def _concept(
    group: ColumnGroup, decided: Decision, kind: QuestionKind = QuestionKind.SCALE
) -> Concept:
    return decided.concept or question_kind.concept_of(group.wording, kind, group.columns[0].option)


def _commonest_mark(values: ColumnValues) -> str:
    """Return what could part options where somebody says that there are several in a cell."""
    marks = {mark: sum(n for text, n in values.counts.items() if mark in text) for mark in ";|,"}
    return max(marks, key=lambda mark: marks[mark])


def _codes_without_a_list(
    group: ColumnGroup,
    counts: Mapping[str, int],
    decided: Decision,
    codes: Mapping[str, str],
    of_no_question: Mapping[str, str],
) -> Iterator[Doubt]:
    numbers = [text for text in counts if CODE_NUMBER.fullmatch(text)]
    settled = bool(codes) or decided.kind is not None or set(numbers) <= set(decided.merges)
    if numbers and not settled and question_kind.are_numbers(question_kind.answers_in(counts)):
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
            answers=tuple(numbers),
            suggestion=likely,
        )


def _several_now(
    group: ColumnGroup, counts: Mapping[str, int], decided: Decision
) -> Iterator[Doubt]:
    """Ask where the earlier wave's answers come together in a cell, though each gave one then."""
    before, mark = {as_key(label) for label in decided.options}, separator_of(counts)
    holding = [text for text in counts if mark and mark in text and text not in decided.merges]
    together = [text for text in holding if mark and before & {*map(as_key, text.split(mark))}]
    if together and not before & {*map(as_key, together)}:
        yield Doubt(
            group.header,
            DoubtKind.SEPARATOR,
            f"'{together[0]}' looks like several answers in one cell, but in the earlier wave each "
            "gave one. Say which it is.",
            blocks=True,
            answers=tuple(together),
            suggestion=Decision(kind=QuestionKind.MULTIPLE),
        )


def _one_answer(
    group: ColumnGroup, options: tuple[OptionReading, ...], decided: Decision
) -> Iterator[Doubt]:
    """Ask where all who answered said the same: 100% of itself may be a box that was ticked."""
    given = [option for option in options if option.n and option.role is OptionRole.ANSWER]
    if len(given) != 1 or decided.kind or decided.options:
        return
    (option,) = given
    column = group.columns[0]
    named = as_key(option.label) in {as_key(column.question), as_key(column.label)} or (
        column.option is not None and as_key(option.label) in CHOSEN
    )
    yield Doubt(
        group.header,
        DoubtKind.ONE_ANSWER,
        f"All {answers(option.n)} say '{option.label}'"
        + (": it looks like a box that was ticked. " if named else ". ")
        + "If it is one box of a question, 100% is no share of those who were asked.",
        blocks=named,
        answers=(option.label,),
        suggestion=Decision(kind=QuestionKind.SINGLE) if named else None,
    )


def _yes_and_no(group: ColumnGroup, codes: Mapping[str, str], decided: Decision) -> Iterator[Doubt]:
    if codes == YES_AND_NO and decided.codes != codes:
        yield Doubt(
            group.header,
            DoubtKind.CODES,
            "The answers are 1 and 0: they were read as yes and no.",
            blocks=False,
            answers=("1", "0"),
        )


def _missing_codes(
    group: ColumnGroup, counts: Mapping[str, int], codes: Mapping[str, str], decided: Decision
) -> Iterator[Doubt]:
    """Ask about a code such as -9 or 99 among answers in words: it may say: not asked."""
    settled = {as_key(text) for text in (*decided.merges, *decided.options)}
    missing = [
        text
        for text in missing_among(counts)
        if text not in codes
        and as_key(text) not in settled
        and (float(text) < 0 or not question_kind.COUNTED.search(group.wording))
    ]
    if missing and any(not CODE_NUMBER.fullmatch(text) for text in counts):
        named = ", ".join(f"{text} ({answers(counts[text])})" for text in missing)
        yield Doubt(
            group.header,
            DoubtKind.NOT_ASKED,
            f"{named} stands among answers in words. Say whether it means that the question was "
            "not asked.",
            blocks=True,
            answers=tuple(missing),
            suggestion=Decision(not_asked=tuple(missing)),
        )


def _glued(group: ColumnGroup, parts: Parts, decided: Decision) -> Iterator[Doubt]:
    undecided = [option for option in parts.parting.glued if option not in decided.options]
    for option in undecided:
        yield Doubt(
            group.header,
            DoubtKind.SEPARATOR,
            f"'{option}' holds '{parts.parting.separator}', which parts the options of a cell; it "
            "was read as one option, because the rest of it is never said without its beginning.",
            blocks=False,
            answers=(option,),
            suggestion=Decision(options=(option,)),
        )
