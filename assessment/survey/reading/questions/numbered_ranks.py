"""A ranking in one cell, as JotForm writes it, each answer behind its place: "1: Burglary"."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.numbers import listed
from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.export.cell_meanings import Meaning, QuestionReading
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.labels import as_key
from assessment.survey.reading.proposal import Doubt, DoubtKind
from assessment.survey.reading.questions import question_kind
from assessment.survey.reading.questions.answers.options import choose
from assessment.survey.reading.questions.answers.scale_recognition import answers
from assessment.survey.reading.questions.answers.several_in_a_cell import LINE_BREAK, part_cells
from assessment.survey.reading.questions.column_groups import ColumnGroup
from assessment.survey.reading.questions.rank_columns import RANKED
from assessment.survey.reading.questions.recognition_context import Context, question_of

PLACED = re.compile(r"(\d{1,2})\s*(?:[:.)]|\s[-–]\s)\s*([^\W\d].*)", re.DOTALL)
MARKS = (LINE_BREAK, ";", "|", ",")
# What so few wrote otherwise is asked about; of more, the numbers are no places.
MOSTLY_PLACED = 0.9


@dataclass(frozen=True)
class PlacedCells:
    """What parts the places of a cell, and the answers with their places that hold it too."""

    mark: str
    glued: tuple[str, ...]


def placed_cells(wording: str, values: Mapping[str, int]) -> PlacedCells | None:
    """Return how cells hold answers behind their places, if they do.

    A number that always stands before the same words may be the option's own, unless a ranking was
    asked for.
    """
    for mark in MARKS:
        cells = {text: parts for text in values if (parts := _placed(text, mark))}
        several = any(len(parts) > 1 for parts in cells.values())
        n = sum(values[text] for text in cells)
        if several and n >= MOSTLY_PLACED * sum(values.values()):
            every = {part for parts in cells.values() for part in parts}
            if _changes_places(every) or RANKED.search(wording):
                return PlacedCells(mark, tuple(sorted(part for part in every if mark in part)))
    return None


def _placed(cell: str, mark: str) -> Sequence[str]:
    """Return the parts of a cell, if they have the places from first to last, each once."""
    parts = [p.strip() for p in re.split(rf"{re.escape(mark)}\s*(?=\d{{1,2}}\s*[:.)–-])", cell)]
    places = [int(match[1]) for part in parts if (match := PLACED.fullmatch(part))]
    return parts if sorted(places) == [*range(1, len(parts) + 1)] else ()


def _changes_places(parts: set[str]) -> bool:
    words = Counter(as_key(match[2]) for part in parts if (match := PLACED.fullmatch(part)))
    return any(n > 1 for n in words.values())


def read_placed(
    context: Context, group: ColumnGroup, values: ColumnValues, cells: PlacedCells
) -> QuestionReading:
    """Read a column whose cells hold answers behind their places."""
    decided, (at,) = context.decided(group), group.positions
    parts = part_cells(context.writer, at, cells.mark, cells.glued)
    placed = {text: match for text in parts.counts if (match := PLACED.fullmatch(text))}
    counts = Counter[str]()
    for text, match in placed.items():
        counts[match[2].strip()] += parts.counts[text]
    concept = decided.concept or question_kind.concept_of(group.wording, QuestionKind.RANKING)
    choice = choose(group.header, counts, concept, decided, rated=False)
    unread = {text: n for text, n in parts.counts.items() if text not in placed}
    column = replace(
        question_of(group, QuestionKind.RANKING, values.filled),
        concept=concept,
        options=choice.options,
        doubts=(*choice.doubts, *_unplaced(group, unread)),
    )
    meanings = (
        Meaning(at, text, choice.label_of[match[2].strip()], rank=int(match[1]))
        for text, match in placed.items()
    )
    return QuestionReading(column, (at,), tuple(meanings), partings=(parts.parting,))


def _unplaced(group: ColumnGroup, unread: Mapping[str, int]) -> Iterator[Doubt]:
    if unread:
        named = listed([f"'{text}' ({answers(n)})" for text, n in unread.items()], 5)
        yield Doubt(
            group.header,
            DoubtKind.UNKNOWN_LABEL,
            f"{named} stands behind no place, where others rank their answers: it is in no "
            "figure. Say whether it is no answer, or correct it in the file.",
            blocks=True,
            answers=tuple(unread),
        )
