"""Cells that say that there is no answer: the question was not asked, or it was left blank."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.definitions import survey_definitions
from assessment.definitions.spelling import plain
from assessment.store import Writer
from assessment.survey.reading.export.answer_staging import ColumnValues
from assessment.survey.reading.labels import as_key
from assessment.survey.reading.proposal import Decision


@dataclass(frozen=True)
class SilentText:
    """What stands in a column and is no answer; `n` is how many say it."""

    position: int
    text: str
    n: int
    not_asked: bool


def silent_texts(
    values: Mapping[int, ColumnValues], decided: Mapping[int, Sequence[Decision]]
) -> Iterator[SilentText]:
    """Yield what is no answer in any column: by its words, or as was decided of the column."""
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
            elif key in blank:
                yield SilentText(at, text, n, not_asked=False)


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
