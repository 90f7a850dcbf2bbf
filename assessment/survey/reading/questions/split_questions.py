"""One question that stands under two numbers, each put to other people."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assessment.store import Writer
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.labels import question_words
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind, Use
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
    asked = {r.column.header for r in readings if r.column.use is Use.QUESTION}
    for whole, part in same_words(groups):
        are_asked = {whole.header, part.header} <= asked
        if are_asked and are_answered_apart(writer, whole, part):
            yield part.header, _doubt(whole.header, part.header)


def _doubt(whole: str, part: str) -> Doubt:
    return Doubt(
        part,
        DoubtKind.TWO_NUMBERS,
        f"It has the words of '{whole}', and nobody answered both. If it is one question that was "
        "put to some people here and to others there, say so; until then they are two questions.",
        blocks=False,
        suggestion=Decision(part_of=whole),
    )
