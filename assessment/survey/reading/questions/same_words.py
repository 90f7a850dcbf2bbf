"""Questions of the same words: one that was put under two numbers, or two that nothing parts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from assessment.store import Writer
from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.labels import as_key, question_words
from assessment.survey.reading.proposal import (
    ColumnReading,
    Decision,
    Doubt,
    DoubtKind,
    Use,
)
from assessment.survey.reading.questions.column_groups import ColumnGroup


def same_words(groups: Sequence[ColumnGroup]) -> Iterator[tuple[ColumnGroup, ColumnGroup]]:
    """Yield questions of one column each that have the same words, with the next that has them."""
    by_words: dict[str, list[ColumnGroup]] = {}
    for group in groups:
        if group.use is None and len(group.columns) == 1 and group.columns[0].option is None:
            by_words.setdefault(question_words(group.columns[0].question), []).append(group)
    for alike in by_words.values():
        yield from pairwise(alike)


def are_answered_apart(writer: Writer, *groups: ColumnGroup) -> bool:
    """Tell whether several people answered each of some questions, and nobody two of them."""
    positions = [group.positions[0] for group in groups]
    alone = [
        writer.value("responses_to_any", positions=[position], ignored=[]) for position in positions
    ]
    together: int = writer.value("responses_to_any", positions=positions, ignored=[])
    return all(alone) and sum(alone) == together


def split_doubts(
    writer: Writer, groups: Sequence[ColumnGroup], readings: Sequence[QuestionReading]
) -> Iterator[tuple[str, Doubt]]:
    """Offer two questions of the same words as one, where nobody answered both."""
    asked = {r.column.header: r.column for r in readings if r.column.use is Use.QUESTION}
    for whole, part in same_words(groups):
        are_asked = {whole.header, part.header} <= {*asked}
        are_alike = are_asked and _offer_the_same(asked[whole.header], asked[part.header])
        if are_alike and are_answered_apart(writer, whole, part):
            yield part.header, _doubt(whole.header, part.header)


def _offer_the_same(whole: ColumnReading, part: ColumnReading) -> bool:
    """Tell whether both were answered in the same way, and with mostly the same answers."""
    if whole.kind is not part.kind:
        return False
    ours, theirs = ({as_key(o.label) for o in c.options if o.n} for c in (whole, part))
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def twin_doubts(
    group: ColumnGroup, kind: QuestionKind | None, decisions: Mapping[str, Decision]
) -> Iterator[Doubt]:
    """Tell of questions of one very text; where an earlier wave had them too, ask which is which.

    A tool that numbers them does so in their order, which may have changed.
    """
    if group.twins < 2:
        return
    decided = decisions.get(group.header, Decision())
    was_asked = decided.same_as is not None and kind is not QuestionKind.TEXT
    others = [d.same_as for h, d in decisions.items() if h in _twins_of(group) and d.same_as]
    yield Doubt(
        group.header,
        DoubtKind.SAME_TEXT,
        f"{group.twins} questions have this very text. They are kept apart and numbered in the "
        "order of their columns."
        + (
            " So they were in an earlier wave: if their order has changed, each would be compared "
            "with another. Say which this one is."
            if was_asked
            else ""
        ),
        blocks=was_asked and not decided.is_same,
        answers=tuple(others) if was_asked else (),
        suggestion=Decision(is_same=True) if was_asked and not decided.is_same else None,
    )


def _twins_of(group: ColumnGroup) -> set[str]:
    """Return the headers of the other questions of a text."""
    text = group.columns[0].question
    return {text, *(f"{text} ({n})" for n in range(2, group.twins + 1))} - {group.header}


def _doubt(whole: str, part: str) -> Doubt:
    return Doubt(
        part,
        DoubtKind.TWO_NUMBERS,
        f"It has the words of '{whole}', and nobody answered both. If it is one question that was "
        "put to some people here and to others there, say so; until then they are two questions.",
        blocks=False,
        suggestion=Decision(part_of=whole),
    )
