"""A question answered in several columns: a box to tick, or a rank to give, in each."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessment.definitions.flags import NO, TICKS, YES
from assessment.definitions.wording import plain
from assessment.survey import guessing
from assessment.survey.choosing import choose
from assessment.survey.codes import WHOLE_NUMBER, as_code
from assessment.survey.context import Context
from assessment.survey.grouping import Group
from assessment.survey.headers import Column
from assessment.survey.meanings import Meaning, Reading
from assessment.survey.questionnaire import (
    ColumnReading,
    Concept,
    Decision,
    OptionReading,
    QuestionKind,
    Use,
)
from assessment.survey.staging import Said

CHOSEN = YES | {"selected", "checked", "ticked", "chosen", "on"}
NOT_CHOSEN = NO | {"not selected", "unchecked", "not checked", "unticked", "not ticked", "off"}
OTHER = re.compile(r"^(?:other|something else|anything else)\b", re.IGNORECASE)
RANKED = re.compile(r"\b(?:rank|order of|in order|preference)", re.IGNORECASE)
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
PLACE = re.compile(r"(?:rank(?:ed)?|choice|priority|no)?\s*(\d{1,2})(?:st|nd|rd|th)?\b")
# Ranks given twice by so few are slips; by more, the numbers are no ranks.
FEW_CLASHES = 0.1
MOST_CLASHES = 0.5
FEWEST_RANKED = 5
# Whoever says no, in words, has answered; a 0 is what tools write in a box that was left alone.
DENIED = frozenset({"n", "no"})


def read_boxes(context: Context, group: Group) -> Iterator[Reading]:
    """Read columns that are boxes or ranks of one question; nothing where they are neither."""
    decided = context.decided(group).kind
    places = [_place(column) for column in group.columns]
    if decided is QuestionKind.MULTIPLE or (decided is None and _are_boxes(context, group)):
        yield from _boxes(context, group)
    elif all(places) and not _are_own_words(context, group):
        yield _ranked_by_place(context, group, [place or 0 for place in places])
    elif decided is QuestionKind.RANKING or (decided is None and _are_ranks(context, group)):
        yield _ranks(context, group)


def _are_boxes(context: Context, group: Group) -> bool:
    """Tell whether the columns say no more than that their option was chosen, or was not."""
    codes = context.codes(group)
    boxes = [c for c in group.columns if not OTHER.match(c.option or "")]
    filled = [column for column in boxes if context.said[column.at].filled]
    return bool(filled) and all(
        _ticked(column, said, codes) is not None
        for column in filled
        for said in context.said[column.at].values
    )


def _ticked(column: Column, said: str, codes: Mapping[str, str]) -> bool | None:
    """Tell whether a cell says that its option was chosen; None where it says something else."""
    words = plain(codes.get(as_code(said), said))
    if words in CHOSEN or said in TICKS or words == plain(column.option or ""):
        return True
    return False if words in NOT_CHOSEN or not words else None


def _are_own_words(context: Context, group: Group) -> bool:
    """Tell whether people wrote what they liked in each place, as "name three things" asks."""
    said = Counter[str]()
    for at in group.positions:
        said.update(context.said[at].values)
    filled = sum(context.said[at].filled for at in group.positions)
    return guessing.is_free_text(group.wording, Said(filled, len(said), said), Concept.OTHER)


def _boxes(context: Context, group: Group) -> Iterator[Reading]:
    codes, decided = context.codes(group), context.decided(group)
    concept = decided.concept or guessing.concept_of(group.wording, QuestionKind.MULTIPLE)
    named = {each: _label(each) for each in group.columns}
    labels = {each: decided.merges.get(label, label) for each, label in named.items()}
    counts = dict.fromkeys(labels.values(), 0)
    meanings: list[Meaning] = []
    written: dict[Column, str] = {}
    for each, label in labels.items():
        for said, n in context.said[each.at].values.items():
            ticked = _ticked(each, said, codes)
            counts[label] += n * (ticked is not False)
            if ticked is None and OTHER.match(label):
                written[each] = label
            else:
                meanings.append(Meaning(each.at, said, None if ticked is False else label))
    options = choose(group.header, counts, concept, _in_order(decided, counts), rated=False)
    column = _column(group, QuestionKind.MULTIPLE, concept, options.options)
    unticked = {m.said for m in meanings if m.label is None}
    denied = any(plain(said) in DENIED for said in unticked)
    yield Reading(
        replace(column, base=context.answered(group, () if denied else tuple(unticked))),
        group.positions,
        tuple(meanings),
        others=next(iter(written.values()), None),
        others_at=tuple(each.at for each in written),
        is_denied=denied,
    )
    for each in written:
        yield _written_in(group, each, context.said[each.at].filled)


def _written_in(group: Group, column: Column, filled: int) -> Reading:
    """What was written beside the last box is people's own words."""
    header = f"{group.header}: {column.option} (in their own words)"
    reading = ColumnReading(
        header, (column.name,), Use.QUESTION, header, kind=QuestionKind.TEXT, base=filled
    )
    return Reading(reading, (column.at,))


def _are_ranks(context: Context, group: Group) -> bool:
    texts = {said for at in group.positions for said in context.said[at].values}
    numbers = {int(float(text)) for text in texts if WHOLE_NUMBER.fullmatch(text)}
    possible = bool(texts) and len(group.columns) >= 3 and all(map(WHOLE_NUMBER.fullmatch, texts))
    if not possible or not numbers <= {*range(1, len(group.columns) + 1)}:
        return False
    responses, clashing, most = _clashes(context, group)
    if RANKED.search(group.wording):
        return clashing <= MOST_CLASHES * responses
    enough = responses >= FEWEST_RANKED and most > 1 and not context.codes(group)
    return enough and clashing <= FEW_CLASHES * responses


def _clashes(context: Context, group: Group) -> tuple[int, int, int]:
    positions = list(group.positions)
    rows = context.writer.rows("rank_clashes", positions=positions, sets=[1] * len(positions))
    return rows[0][1:] if rows else (0, 0, 0)


def _ranks(context: Context, group: Group) -> Reading:
    """Read columns that are options, with the rank of each in it."""
    decided = context.decided(group)
    meanings = [
        Meaning(column.at, said, _label(column), rank=int(float(said)))
        for column in group.columns
        for said in context.said[column.at].values
        if WHOLE_NUMBER.fullmatch(said) and int(float(said)) > 0
    ]
    counts = {_label(column): context.said[column.at].filled for column in group.columns}
    return _ranking(context, group, _in_order(decided, counts), counts, meanings)


def _ranked_by_place(context: Context, group: Group, places: Sequence[int]) -> Reading:
    """Read columns that are ranks, with the option that was given it in each."""
    counts: dict[str, int] = {}
    for at in group.positions:
        for said, n in context.said[at].values.items():
            counts[said] = counts.get(said, 0) + n
    labels = choose(
        group.header, counts, Concept.OTHER, context.decided(group), rated=False
    ).label_of
    meanings = [
        Meaning(at, said, labels[said], rank=place)
        for at, place in zip(group.positions, places, strict=True)
        for said in context.said[at].values
    ]
    return _ranking(context, group, context.decided(group), counts, meanings)


def _ranking(
    context: Context,
    group: Group,
    decided: Decision,
    counts: Mapping[str, int],
    meanings: Sequence[Meaning],
) -> Reading:
    concept = decided.concept or guessing.concept_of(group.wording, QuestionKind.RANKING)
    choice = choose(group.header, counts, concept, decided, rated=False)
    column = _column(group, QuestionKind.RANKING, concept, choice.options)
    return Reading(replace(column, base=context.answered(group)), group.positions, tuple(meanings))


def _place(column: Column) -> int | None:
    """Return the rank that a column is for: "1st choice", "Rank 2", "Third priority"."""
    said = plain(column.option or "")
    first = said.split(" ")[0]
    if first in PLACES:
        return PLACES.index(first) + 1
    found = PLACE.fullmatch(re.sub(r"\s*(?:choice|priority|most important|place)$", "", said))
    return int(found[1]) if found else None


def _label(column: Column) -> str:
    return column.option or column.question


def _in_order(decided: Decision, counts: Mapping[str, int]) -> Decision:
    """The columns stand in the questionnaire's order, unless another was decided."""
    return Decision(merges=decided.merges, options=(*decided.options, *counts))


def _column(
    group: Group, kind: QuestionKind, concept: Concept, options: Sequence[OptionReading]
) -> ColumnReading:
    return ColumnReading(
        group.header,
        group.names,
        Use.QUESTION,
        group.wording,
        kind=kind,
        concept=concept,
        options=tuple(options),
    )
