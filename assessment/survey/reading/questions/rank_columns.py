"""Rankings in several columns: the rank of an option in each, or the option of a rank."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessment.definitions.spelling import plain
from assessment.numbers import listed
from assessment.survey.questionnaire import OWN_WORDS, Concept, OptionRole, QuestionKind
from assessment.survey.reading.export.cell_meanings import Meaning, QuestionReading
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.export.headers.question_headers import ExportColumn
from assessment.survey.reading.export.missing_codes import missing_among
from assessment.survey.reading.labels import WHOLE_NUMBER, as_key, role_of
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind
from assessment.survey.reading.questions import question_kind
from assessment.survey.reading.questions.answers.options import choose, in_their_order
from assessment.survey.reading.questions.answers.own_words import written_in
from assessment.survey.reading.questions.answers.scale_recognition import answers
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.recognition_context import Context, question_of

RANKED = re.compile(r"\b(?:rank|order of|in order|preference)", re.IGNORECASE)
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
PLACE = re.compile(r"(?:rank(?:ed)?|choice|priority|no)?\s*(\d{1,2})(?:st|nd|rd|th)?\b")
# Ranks given twice by so few are slips; by more, the numbers are no ranks.
FEW_CLASHES = 0.1
MOST_CLASHES = 0.5
FEWEST_RANKED = 5


def read_ranks(
    context: Context, group: ColumnGroup, decided: QuestionKind | None
) -> Iterator[QuestionReading]:
    """Read columns that are ranks of one question; nothing where they are not."""
    places = [_place(column) for column in group.columns]
    if all(places) and not _are_own_words(context, group):
        yield _ranked_by_place(context, group, [place or 0 for place in places])
    elif decided is QuestionKind.RANKING or (decided is None and _are_ranks(context, group)):
        yield _ranks(context, group)


def _are_own_words(context: Context, group: ColumnGroup) -> bool:
    """Tell whether people wrote what they liked in each place, as "name three things" asks."""
    counts = _said(context, group)
    filled = sum(context.values[at].filled for at in group.positions)
    return question_kind.is_free_text(
        group.wording, ColumnValues(filled, len(counts), counts), Concept.OTHER
    )


def _are_ranks(context: Context, group: ColumnGroup) -> bool:
    unranked = _unranked(context, group)
    texts = {text for at in group.positions for text in context.values[at].counts} - {*unranked}
    numbers = {int(float(text)) for text in texts if WHOLE_NUMBER.fullmatch(text)}
    possible = bool(texts) and len(group.columns) >= 3 and all(map(WHOLE_NUMBER.fullmatch, texts))
    if not possible or not numbers <= {*range(1, len(group.columns) + 1)}:
        return False
    responses, clashing, most = _clashes(context, group)
    if RANKED.search(group.wording):
        return clashing <= MOST_CLASHES * responses
    enough = responses >= FEWEST_RANKED and most > 1 and not context.codes(group)
    return enough and clashing <= FEW_CLASHES * responses


def _clashes(context: Context, group: ColumnGroup) -> tuple[int, int, int]:
    positions = list(group.positions)
    rows = context.writer.rows(
        "rank_clashes",
        positions=positions,
        sets=[1] * len(positions),
        unranked=[*_unranked(context, group)],
    )
    return rows[0][1:] if rows else (0, 0, 0)


def _ranks(context: Context, group: ColumnGroup) -> QuestionReading:
    """Read columns that are options, with the rank of each in it."""
    decided, unranked = context.decided(group), _unranked(context, group)
    meanings = []
    counts = dict.fromkeys((column.label for column in group.columns), 0)
    for column in group.columns:
        for text, n in context.values[column.at].counts.items():
            is_rank = WHOLE_NUMBER.fullmatch(text) and int(float(text)) > 0
            if is_rank and text not in unranked:
                meanings.append(Meaning(column.at, text, column.label, rank=int(float(text))))
            if text not in unranked:
                counts[column.label] += n
    return _ranking(context, group, in_their_order(decided, counts), counts, meanings, unranked)


def _unranked(context: Context, group: ColumnGroup) -> Mapping[str, int]:
    """Return what says of a place or an option that nothing was ranked: N/A, don't know, -9.

    Unless somebody has said that it is an answer.
    """
    counts = _said(context, group)
    settled = {as_key(text) for text in context.decided(group).merges}
    codes = missing_among(counts) if not all(map(WHOLE_NUMBER.fullmatch, counts)) else []
    return {
        text: n
        for text, n in counts.items()
        if (role_of(text) is not OptionRole.ANSWER or text in codes) and as_key(text) not in settled
    }


def _said(context: Context, group: ColumnGroup) -> Mapping[str, int]:
    counts = Counter[str]()
    for at in group.positions:
        counts.update(context.values[at].counts)
    return counts


def _ranked_by_place(
    context: Context, group: ColumnGroup, places: Sequence[int]
) -> QuestionReading:
    """Read columns that are ranks, with the option that was given it in each."""
    decided, unranked = context.decided(group), _unranked(context, group)
    counts = {t: n for t, n in _said(context, group).items() if t not in unranked}
    # Whose name or number is in an answer must be no option's label, however many give it.
    own_words = dict.fromkeys(written_in(counts, decided, len(counts)), OWN_WORDS)
    labels = {
        **choose(group.header, counts, Concept.OTHER, decided, rated=False).label_of,
        **own_words,
    }
    named = Counter[str]()
    for text, label in labels.items():
        named[label] += counts[text]
    meanings = [
        Meaning(at, text, labels[text], rank=place)
        for at, place in zip(group.positions, places, strict=True)
        for text in context.values[at].counts
        if text in labels
    ]
    return _ranking(context, group, decided, named, meanings, unranked)


def _ranking(
    context: Context,
    group: ColumnGroup,
    decided: Decision,
    counts: Mapping[str, int],
    meanings: Sequence[Meaning],
    unranked: Mapping[str, int],
) -> QuestionReading:
    concept = decided.concept or question_kind.concept_of(group.wording, QuestionKind.RANKING)
    choice = choose(group.header, counts, concept, decided, rated=False)
    base = context.answered(group, tuple(unranked))
    column = replace(
        question_of(group, QuestionKind.RANKING, base),
        concept=concept,
        options=choice.options,
        doubts=(*choice.doubts, *_unranked_doubt(group, unranked)),
    )
    nothing = tuple(Meaning(at, text) for at in group.positions for text in unranked)
    return QuestionReading(column, group.positions, (*meanings, *nothing))


def _unranked_doubt(group: ColumnGroup, unranked: Mapping[str, int]) -> Iterator[Doubt]:
    if unranked:
        named = listed([f"'{text}' ({answers(n)})" for text, n in unranked.items()], 5)
        yield Doubt(
            group.header,
            DoubtKind.NOT_ASKED,
            f"{named}: nothing was ranked there, and it is no option. If it is one, say so.",
            blocks=False,
            answers=tuple(unranked),
            suggestion=Decision(merges={text: text for text in unranked}),
        )


def _place(column: ExportColumn) -> int | None:
    """Return the rank that a column is for: "1st choice", "Rank 2", "Third priority"."""
    words = plain(column.option or "")
    first = words.split(" ")[0]
    if first in PLACES:
        return PLACES.index(first) + 1
    numbered = PLACE.fullmatch(re.sub(r"\s*(?:choice|priority|most important|place)$", "", words))
    return int(numbered[1]) if numbered else None
