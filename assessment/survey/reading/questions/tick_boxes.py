"""A question answered in several columns: a box to tick, or a rank to give, in each."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from assessment.definitions import survey_definitions
from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import in_quotes
from assessment.numbers import count_of
from assessment.survey.questionnaire import Concept, QuestionKind
from assessment.survey.reading.export.cell_meanings import Meaning, QuestionReading
from assessment.survey.reading.export.code_lists import as_code
from assessment.survey.reading.export.headers.question_headers import OTHER_BOX, ExportColumn
from assessment.survey.reading.proposal import ColumnReading, Decision, Doubt, DoubtKind, Use
from assessment.survey.reading.questions import question_kind
from assessment.survey.reading.questions.answers.options import choose, in_their_order
from assessment.survey.reading.questions.answers.personal_answers import names_in
from assessment.survey.reading.questions.box_cells import (
    DENIED,
    LEFT_ALONE,
    is_ticked,
    says_nothing,
    says_ticks,
)
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.rank_columns import read_ranks
from assessment.survey.reading.questions.recognition_context import Context, question_of
from assessment.survey.reading.questions.said_in_every_box import (
    said_in_every_box,
    undecided_doubts,
)

NONE_OF_THESE = re.compile(r"(?:none|nothing|no problems?|no issues?)\b", re.IGNORECASE)
WHO_TICKED = (
    "who ticked any of its answers: the file does not tell who of the others ticked none and who "
    "skipped it"
)


def read_boxes(context: Context, group: ColumnGroup) -> Iterator[QuestionReading]:
    """Read columns that are boxes or ranks of one question; nothing where they are neither."""
    decided = context.decided(group).kind
    if decided is QuestionKind.MULTIPLE or (decided is None and _are_boxes(context, group)):
        yield from _boxes(context, group)
    else:
        yield from read_ranks(context, group, decided)


def words_beside(context: Context, group: ColumnGroup) -> tuple[ExportColumn, ...]:
    """Return the columns of words that stand among boxes, as "Please give details" does."""
    codes, of_all = context.codes(group), said_in_every_box(context, group)
    words = tuple(
        column
        for column in group.columns
        if context.values[column.at].filled and not says_ticks(context, column, codes, but=of_all)
    )
    boxes = replace(group, columns=tuple(c for c in group.columns if c not in words))
    are_beside = words and len(boxes.columns) > 1 and _are_boxes(context, boxes)
    return words if are_beside and all(_are_words(context, column) for column in words) else ()


def _are_words(context: Context, column: ExportColumn) -> bool:
    values = context.values[column.at]
    return question_kind.is_free_text(column.label, values, Concept.OTHER)


def _are_boxes(context: Context, group: ColumnGroup) -> bool:
    """Tell whether the columns say no more than that their option was chosen, or was not."""
    codes, of_all = context.codes(group), said_in_every_box(context, group)
    boxes = [c for c in group.columns if not OTHER_BOX.match(c.option or "")]
    filled = [column for column in boxes if context.values[column.at].filled]
    return bool(filled) and all(says_ticks(context, column, codes, but=of_all) for column in filled)


def _boxes(context: Context, group: ColumnGroup) -> Iterator[QuestionReading]:
    codes, decided = context.codes(group), context.decided(group)
    concept = decided.concept or question_kind.concept_of(group.wording, QuestionKind.MULTIPLE)
    options_of = [column for column in group.columns if not says_nothing(column, decided)]
    named = {column: column.label for column in options_of}
    labels = {column: decided.merges.get(label, label) for column, label in named.items()}
    labels |= _of_the_same_other(context, labels, codes)
    counts = dict.fromkeys(labels.values(), 0)
    of_all = said_in_every_box(context, group)
    meant = {t: decided.merges.get(t, decided.codes.get(as_code(t), t)) for t in of_all}
    counts |= {meant[text]: n for text, n in of_all.items()}
    meanings: list[Meaning] = []
    written: dict[ExportColumn, str] = {}
    who = _who(context, labels)
    for column, label in labels.items():
        for text, n in context.values[column.at].counts.items():
            if text in of_all:
                meanings.append(Meaning(column.at, text, meant[text]))
                continue
            ticked = is_ticked(column, text, codes)
            counts[label] += n * (ticked is not False)
            if ticked is None and OTHER_BOX.match(label):
                written[column] = label
            else:
                meanings.append(Meaning(column.at, text, None if ticked is False else label))
        counts[label] += sum(context.values[column.at].personal.values())
        if [*labels.values()].count(label) > 1:
            counts[label] = _chosen_in_any(context, labels, label, codes)
        meanings += [Meaning(column.at, text, label) for text in who[column.at]]
    options = choose(group.header, counts, concept, in_their_order(decided, counts), rated=False)
    unticked = {m.text for m in meanings if m.label is None}
    denied = _are_denied(context, group, unticked, is_said_otherwise=bool(of_all))
    base = context.answered(group, () if denied else tuple(unticked))
    reading = question_of(group, QuestionKind.MULTIPLE, base)
    none_ticked = 0 if denied else context.answered(group) - base
    yield QuestionReading(
        replace(
            reading,
            concept=concept,
            options=options.options,
            asked_of="" if denied else _who_ticked(context, group, [*counts], none_ticked),
            doubts=(
                *_unworded(group, decided),
                *_none_ticked(group, unticked, none_ticked),
                *undecided_doubts(context, group, of_all),
            ),
        ),
        group.positions,
        tuple(meanings),
        others=next(iter(written.values()), None),
        others_at=tuple(column.at for column in written),
        is_denied=denied,
        personal=sum(n for text in who.values() for n in text.values()),
    )
    for column in written:
        filled = context.values[column.at]
        wrote = filled.cells - sum(who[column.at].values())
        if wrote:
            yield _written_in(group, column, wrote)


def _of_the_same_other(
    context: Context, labels: Mapping[ExportColumn, str], codes: Mapping[str, str]
) -> Mapping[ExportColumn, str]:
    """Take what was written for "Other" as the box beside it that says that it was chosen."""
    others = [column for column, label in labels.items() if OTHER_BOX.match(label)]
    ticks = [column for column in others if says_ticks(context, column, codes, but={})]
    if len(ticks) != 1:
        return {}
    return {column: labels[ticks[0]] for column in others if column not in ticks}


def _chosen_in_any(
    context: Context,
    labels: Mapping[ExportColumn, str],
    label: str,
    codes: Mapping[str, str],
) -> int:
    """Count who chose an option that has several columns, each once."""
    columns = [column for column, its in labels.items() if its == label]
    texts = ((column, text) for column in columns for text in context.values[column.at].counts)
    unticked = {text for column, text in texts if is_ticked(column, text, codes) is False}
    n: int = context.writer.value(
        "responses_to_any", positions=[c.at for c in columns], ignored=sorted(unticked)
    )
    return n


def _are_denied(
    context: Context, group: ColumnGroup, unticked: Set[str], *, is_said_otherwise: bool
) -> bool:
    """Tell whether who ticked none has answered: they said no, or others left every box blank.

    As good as blank is what says in all boxes that there is no answer (`is_said_otherwise`).
    """
    codes = context.codes(group)
    words = {plain(codes.get(as_code(text), text)) for text in unticked}
    if words & DENIED:
        return True
    return bool(words & LEFT_ALONE) and (is_said_otherwise or context.is_left_blank(group))


def _none_ticked(group: ColumnGroup, unticked: Set[str], n: int) -> Iterator[Doubt]:
    """Tell how many ticked none, where nothing says whether they skipped the question."""
    texts = tuple(sorted(text for text in unticked if plain(text) in LEFT_ALONE))
    if n and texts:
        people = count_of(n, "response has", "responses have")
        yield Doubt(
            group.header,
            DoubtKind.NONE_TICKED,
            f"{people} {in_quotes(texts)} in every box: whether the question was skipped or none "
            "applies is not said, and they are in no base. If they answered that none applies, "
            "say so.",
            blocks=False,
            answers=texts,
            suggestion=Decision(codes=dict.fromkeys(texts, "No")),
        )


def _who_ticked(
    context: Context, group: ColumnGroup, labels: Sequence[str], none_ticked: int
) -> str:
    """Say whose answers count, where who ticked none looks like who skipped the question.

    Where "None of these" could be ticked, whoever ticked nothing skipped it.
    """
    if any(map(NONE_OF_THESE.match, labels)):
        return ""
    return WHO_TICKED if none_ticked or context.is_left_blank(group) else ""


def _unworded(group: ColumnGroup, decided: Decision) -> Iterator[Doubt]:
    """Ask what was asked, where the export names the boxes and no question."""
    if not group.columns[0].unworded or decided.wording or decided.concept:
        return
    concerns = [survey_definitions().concern_of(column.label) for column in group.columns]
    about_problems = 2 * sum(concern is not None for concern in concerns) >= len(concerns)
    yield Doubt(
        group.header,
        DoubtKind.NO_WORDING,
        "These columns are named by their options alone, so they were taken for the boxes of one "
        "question, whose words the file does not give. Say what was asked.",
        blocks=False,
        answers=tuple(column.label for column in group.columns),
        suggestion=Decision(concept=Concept.PROBLEM) if about_problems else None,
    )


def _who(context: Context, labels: Mapping[ExportColumn, str]) -> Mapping[int, Mapping[str, int]]:
    """Return what boxes hold that says nothing but who somebody is: names in those for others."""
    others = [column.at for column, label in labels.items() if OTHER_BOX.match(label)]
    named = names_in(context.writer, others) if others else {}
    return {
        column.at: {**context.values[column.at].personal, **named.get(column.at, {})}
        for column in labels
    }


def _written_in(group: ColumnGroup, column: ExportColumn, filled: int) -> QuestionReading:
    """What was written beside the last box is people's own words."""
    header = f"{group.header}: {column.option} (in their own words)"
    reading = ColumnReading(
        header, (column.name,), Use.QUESTION, header, kind=QuestionKind.TEXT, base=filled
    )
    return QuestionReading(reading, (column.at,))
