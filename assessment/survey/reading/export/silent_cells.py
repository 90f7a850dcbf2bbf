"""Cells that say that there is no answer: the question was not asked, or it was left blank."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.definitions import survey_definitions
from assessment.definitions.spelling import plain
from assessment.store import Writer
from assessment.survey.reading.export.cell_meanings import QuestionReading
from assessment.survey.reading.export.column_values import ColumnValues
from assessment.survey.reading.labels import as_key
from assessment.survey.reading.proposal import Decision, Doubt, DoubtKind, Use

# What R writes into a cell without an answer. In so many columns it is no option of a question.
MISSING = "NA"
FEWEST_WITHOUT = 3


@dataclass(frozen=True)
class SilentText:
    """What stands in a column and is no answer; `n` is how many say it."""

    position: int
    text: str
    n: int
    not_asked: bool


def writes_missing(values: Mapping[int, ColumnValues], questions: Collection[int]) -> bool:
    """Tell whether NA is how R writes a cell without an answer: then no cell of them is empty."""
    asked = [values[at] for at in questions]
    rows = max((column.cells for column in asked), default=0)
    without = sum(MISSING in column.counts for column in asked)
    return without >= FEWEST_WITHOUT and all(column.cells == rows for column in asked)


def silent_texts(
    values: Mapping[int, ColumnValues],
    decided: Mapping[int, Sequence[Decision]],
    missing: Collection[str] = (),
) -> Iterator[SilentText]:
    """Yield what is no answer in any column: by its words, or as was decided of the column.

    What is `missing` says so letter for letter.
    """
    known = survey_definitions().not_asked
    for at, column in values.items():
        decisions = decided.get(at, ())
        unasked = {as_key(text) for decision in decisions for text in decision.not_asked}
        blank = {as_key(text) for decision in decisions for text in decision.blanks}
        # Somebody may have said that it is an answer of its own.
        answers = {as_key(text) for decision in decisions for text in decision.merges}
        for text, n in column.counts.items():
            key = as_key(text)
            if key in answers:
                continue
            if key in unasked or (plain(text) in known and key not in blank):
                yield SilentText(at, text, n, not_asked=True)
            elif key in blank or text in missing:
                yield SilentText(at, text, n, not_asked=False)


def is_silence(label: str) -> bool:
    """Tell whether a label says that there is no answer: "No reply", "Question skipped"."""
    known = survey_definitions()
    return plain(label) in known.blank | known.not_asked


def remove_silent(writer: Writer, silent: Sequence[SilentText]) -> None:
    """Take cells out that are no answers; which responses were not asked is remembered."""
    writer.run(
        "create_survey_silences",
        positions=[text.position for text in silent],
        said=[text.text for text in silent],
        not_asked=[text.not_asked for text in silent],
    )
    writer.run("insert_survey_unasked")
    writer.run("remove_silent_cells")
    writer.run("create_survey_values")


def missing_doubts(
    silent: Sequence[SilentText], readings: Sequence[QuestionReading]
) -> Iterator[tuple[str, Doubt]]:
    """Tell, question by question, where NA was taken for no answer, so that it can be undone."""
    without = {text.position for text in silent if text.text == MISSING and not text.not_asked}
    for reading in readings:
        if reading.column.use is Use.QUESTION and without.intersection(reading.positions):
            yield reading.column.header, _doubt(reading.column.header)


def _doubt(header: str) -> Doubt:
    return Doubt(
        header,
        DoubtKind.NOT_ASKED,
        f"No cell of the file is empty, and many columns say '{MISSING}', as R writes a cell "
        "without an answer: it was read as none. If it is an answer, say so.",
        blocks=False,
        answers=(MISSING,),
        suggestion=Decision(merges={MISSING: MISSING}),
    )
