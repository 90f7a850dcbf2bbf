"""Rows of victims that nothing but the event itself brings together: no reference is the crime's.

A table with a victim's age or sex may have a row for each victim. Where several of its rows say the
same of the event and its place, they may be its victims or as many events: that is asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assessment.definitions.spelling import plain
from assessment.intake.file_choices import FileChoices, FileQuestion, RowIs
from assessment.intake.files.file_tables import in_quotes
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile
from assessment.intake.mapping.columns.record_fields import VICTIM_FIELDS
from assessment.numbers import count_of
from assessment.store import Writer

OF_VICTIMS = re.compile(
    r"\b(?:victims?|vic|complainants?|aggrieved|injured party|age|sex|gender|ethnic(?:ity)?)\b"
)
# So many rows at stake, and this share of all, are no chance.
FEWEST, SHARE = 5, 0.01
MOST_NAMED = 3


@dataclass(frozen=True)
class EventRows:
    """Staged rows: how many there are, how many events they tell of, and their references."""

    rows: int
    events: int
    referring: int
    references: int

    @property
    def are_brought_together(self) -> bool:
        """Whether some reference is shared by several rows."""
        return self.references < self.referring

    @property
    def is_much_alike(self) -> bool:
        """Whether more rows say the same as another than chance would have."""
        return self.rows - self.events >= max(FEWEST, SHARE * self.rows)


def event_rows(writer: Writer) -> EventRows:
    """Count the staged rows and the events that they tell of."""
    ((rows, events, referring, references),) = writer.rows("alike_rows")
    return EventRows(rows, events, referring, references)


def are_of_victims(writer: Writer, choices: FileChoices) -> bool:
    """Tell whether rows of victims are to be brought together by what they say of the event."""
    return choices.row_is is RowIs.VICTIM and not event_rows(writer).are_brought_together


def victim_question(
    writer: Writer, recognised: RecognisedFile, choices: FileChoices
) -> Iterator[FileQuestion]:
    """Ask what a row is, where rows that are alike have columns about a victim."""
    headings = [
        heading
        for table in recognised.tables
        for heading, field in zip(table.file_table.header, table.fields, strict=True)
        if field in VICTIM_FIELDS
        or (field.startswith("unused") and OF_VICTIMS.search(plain(heading)))
    ]
    # A recipe of one kind of file knows what its rows are: an attendance is a patient's.
    if choices.row_is is not None or not headings or recognised.recipe.measure_set:
        return
    counted = event_rows(writer)
    if counted.is_much_alike and not counted.are_brought_together:
        alike = count_of(counted.rows - counted.events, "row")
        yield FileQuestion(
            "row_is",
            f"The file has columns about a victim ({in_quotes(dict.fromkeys(headings), MOST_NAMED)}"
            f"), and {alike} say the same of date, time, offence and place as another. What is a "
            "row?",
            (
                (
                    RowIs.VICTIM.value,
                    f"a victim: rows that say the same are one record, "
                    f"{count_of(counted.events, 'record')} in all",
                ),
                (RowIs.RECORD.value, f"a record of its own: {count_of(counted.rows, 'record')}"),
            ),
            "--row-is",
        )
