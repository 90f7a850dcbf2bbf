"""Boxes whose columns are named by their option alone, as Typeform does, and by no question.

Each says nothing but its own name where it was ticked. Taken for questions, each would be chosen
by everybody who answered it.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import FileTable
from assessment.numbers import listed
from assessment.survey.reading.export.headers.question_headers import OTHER_BOX, ExportColumn

FEWEST_BOXES = 2
MOST_NAMED = 6


def with_boxes_together(
    columns: Sequence[ExportColumn], part: FileTable, sample: Sequence[Sequence[str]]
) -> tuple[ExportColumn, ...]:
    """Put columns that say nothing but their own names into one question, run by run.

    The whole file is read for that only where a `sample` of its rows has such columns.
    """
    if (
        sum(_is_box(c, said) for c, said in zip(columns, _words(sample, columns), strict=True))
        < FEWEST_BOXES
    ):
        return tuple(columns)
    said = _said(part, columns)
    boxes = {c.at for c in columns if _is_box(c, said[c.at])}
    together = {
        column.at: column
        for is_run, run in groupby(_marked(columns, boxes, said), key=lambda pair: pair[0])
        if is_run
        for column in _as_one([column for _, column in run], boxes)
    }
    return tuple(together.get(column.at, column) for column in columns)


def _said(part: FileTable, columns: Sequence[ExportColumn]) -> list[set[str]]:
    """Return what each column says, in its words; of those that say much, only some of it."""
    with part.path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(islice(file, part.skip, None))
        try:
            return _words(reader, columns)
        except csv.Error:  # a cell without end: staging says where it is
            return [set() for _ in columns]


def _words(rows: Iterable[Sequence[str]], columns: Sequence[ExportColumn]) -> list[set[str]]:
    said: list[set[str]] = [set() for _ in columns]
    for row in rows:
        for words, cell in zip(said, row, strict=False):
            if len(words) < FEWEST_BOXES and cell:
                words.add(plain(cell))
    return [words - {""} for words in said]


def _is_box(column: ExportColumn, said: set[str]) -> bool:
    return column.option is None and said == {plain(column.question)}


def _marked(
    columns: Sequence[ExportColumn], boxes: set[int], said: Sequence[set[str]]
) -> Iterator[tuple[bool, ExportColumn]]:
    """Say of each column whether it stands in a run of boxes.

    What was written in words, or chosen by nobody, stands in it behind a box.
    """
    in_run = False
    for column in columns:
        written = column.option is None and bool(OTHER_BOX.match(column.question))
        empty = column.option is None and bool(column.question) and not said[column.at]
        in_run = column.at in boxes or (in_run and (written or empty))
        yield in_run, column


def _as_one(run: Sequence[ExportColumn], boxes: set[int]) -> Iterator[ExportColumn]:
    while run and run[-1].at not in boxes and not OTHER_BOX.match(run[-1].question):
        run = run[:-1]  # an empty column behind them is none of them
    if sum(column.at in boxes for column in run) < FEWEST_BOXES:
        return
    question = f"Any of: {listed([column.question for column in run], MOST_NAMED)}"
    for column in run:
        yield replace(column, question=question, option=column.question, unworded=True)
