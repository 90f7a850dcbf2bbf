"""Rankings in several columns: the rank of an option in each, or the option of a rank."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessment.definitions.spelling import plain
from assessment.survey.questionnaire import OWN_WORDS, Concept, QuestionKind
from assessment.survey.reading.export.cell_meanings import Meaning, QuestionReading
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.export.question_headers import ExportColumn
from assessment.survey.reading.labels import WHOLE_NUMBER
from assessment.survey.reading.proposal import Decision
from assessment.survey.reading.questions import question_kind
from assessment.survey.reading.questions.answers.options import choose, in_their_order
from assessment.survey.reading.questions.answers.own_words import written_in
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
    counts = Counter[str]()
    for at in group.positions:
        counts.update(context.values[at].counts)
    filled = sum(context.values[at].filled for at in group.positions)
    return question_kind.is_free_text(
        group.wording, ColumnValues(filled, len(counts), counts), Concept.OTHER
    )


def _are_ranks(context: Context, group: ColumnGroup) -> bool:
    texts = {text for at in group.positions for text in context.values[at].counts}
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
    rows = context.writer.rows("rank_clashes", positions=positions, sets=[1] * len(positions))
    return rows[0][1:] if rows else (0, 0, 0)


def _ranks(context: Context, group: ColumnGroup) -> QuestionReading:
    """Read columns that are options, with the rank of each in it."""
    decided = context.decided(group)
    meanings = [
        Meaning(column.at, text, column.label, rank=int(float(text)))
        for column in group.columns
        for text in context.values[column.at].counts
        if WHOLE_NUMBER.fullmatch(text) and int(float(text)) > 0
    ]
    counts = {column.label: context.values[column.at].filled for column in group.columns}
    return _ranking(context, group, in_their_order(decided, counts), counts, meanings)


def _ranked_by_place(
    context: Context, group: ColumnGroup, places: Sequence[int]
) -> QuestionReading:
    """Read columns that are ranks, with the option that was given it in each."""
    counts: dict[str, int] = {}
    for at in group.positions:
        for text, n in context.values[at].counts.items():
            counts[text] = counts.get(text, 0) + n
    decided = context.decided(group)
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
    ]
    return _ranking(context, group, decided, named, meanings)


def _ranking(
    context: Context,
    group: ColumnGroup,
    decided: Decision,
    counts: Mapping[str, int],
    meanings: Sequence[Meaning],
) -> QuestionReading:
    concept = decided.concept or question_kind.concept_of(group.wording, QuestionKind.RANKING)
    choice = choose(group.header, counts, concept, decided, rated=False)
    column = question_of(group, QuestionKind.RANKING, context.answered(group))
    column = replace(column, concept=concept, options=choice.options)
    return QuestionReading(column, group.positions, tuple(meanings))


def _place(column: ExportColumn) -> int | None:
    """Return the rank that a column is for: "1st choice", "Rank 2", "Third priority"."""
    words = plain(column.option or "")
    first = words.split(" ")[0]
    if first in PLACES:
        return PLACES.index(first) + 1
    numbered = PLACE.fullmatch(re.sub(r"\s*(?:choice|priority|most important|place)$", "", words))
    return int(numbered[1]) if numbered else None
