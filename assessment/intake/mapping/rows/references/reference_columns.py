"""Which column tells the records of a file apart, where two could, or where it was decided.

An ID that no two rows share, beside one that several rows of the same offence and date do, is a
victim's: counted by it, a crime with three victims would be three crimes.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from assessment.intake.file_choices import FileChoices, FileQuestion, ReferenceUse, RowIs
from assessment.intake.files.file_tables import ArrivedFile, shown
from assessment.intake.mapping.columns.header_matching import Match
from assessment.intake.mapping.columns.recipe_recognition import RecognisedFile, RecognisedTable
from assessment.intake.mapping.rows.changed_columns import (
    unused,
    with_changed_fields,
    without_fields,
)
from assessment.intake.mapping.rows.references.reference_keys import with_key
from assessment.numbers import count_of
from assessment.store import Writer

REFERENCE = "reference"
# So many rows beyond the first of their record, and this share of all, are no slips of typing.
FEWEST, SHARE = 5, 0.01
# Of references that several rows share, so many have one offence and date where it is the crime's.
AGREEING = 0.9


@dataclass(frozen=True)
class _Pair:
    """Two columns that could be the reference, in the tables that have both.

    `used` is the one that would be; `other` is left aside.
    """

    header: tuple[str, ...]
    used: int
    other: int

    def swapped(self, recognised: RecognisedFile) -> RecognisedFile:
        """Return the file where the other column is the reference, and say so."""
        used, other = (shown(self.header[at]) for at in (self.used, self.other))
        told = f"say the same kind of thing: '{used}' was used."
        notices = [notice for notice in recognised.notices if not notice.endswith(told)]
        notices.append(f"'{other}' was used to tell records apart, and '{used}' was not.")
        return replace(
            with_changed_fields(recognised, self._swapped_fields), notices=tuple(notices)
        )

    def _swapped_fields(self, table: RecognisedTable) -> tuple[str, ...]:
        if table.file_table.header != self.header:
            return table.fields
        fields = list(table.fields)
        fields[self.used], fields[self.other] = unused(self.used), REFERENCE
        return tuple(fields)


@dataclass(frozen=True)
class _Agreement:
    """What the rows of a pair show, as reference_agreement.sql counts it."""

    rows: int
    used: int
    other: int
    repeated: int
    agreeing: int

    @property
    def other_is_shared(self) -> bool:
        """Whether the used one is different in every row, and the other shared by alike rows."""
        return (
            self.used == self.rows
            and self.rows - self.other >= max(FEWEST, SHARE * self.rows)
            and self.agreeing >= AGREEING * self.repeated
        )


def settle_reference(
    writer: Writer, arrived: ArrivedFile, recognised: RecognisedFile, choices: FileChoices
) -> RecognisedFile:
    """Return the file with the column that is its reference, or with the question which is.

    Raises UploadRefused where the column that was chosen to stand behind it is not there.
    """
    if choices.reference is ReferenceUse.IGNORE:
        return without_fields(recognised, {REFERENCE})
    for pair in _pairs(recognised, choices):
        recognised = _settle_pair(writer, recognised, pair, choices.row_is)
    return with_key(arrived, recognised, choices.reference_with)


def _pairs(recognised: RecognisedFile, choices: FileChoices) -> Iterator[_Pair]:
    headers = dict.fromkeys(
        table.file_table.header for table in recognised.tables if REFERENCE in table.fields
    )
    for header in headers:
        places = Match(recognised.recipe, header, choices.columns).columns.get(REFERENCE, ())
        for other in places[1:]:
            yield _Pair(header, places[0], other)


def _settle_pair(
    writer: Writer, recognised: RecognisedFile, pair: _Pair, row_is: RowIs | None
) -> RecognisedFile:
    """Take the crime's column for the reference where the other is its victims', or ask.

    Where the crime's is the one that would be used anyway, rows that share it are one record.
    """
    if row_is is RowIs.RECORD:
        is_every_row = _agreement(writer, recognised, _Pair(pair.header, pair.other, pair.used))
        return pair.swapped(recognised) if is_every_row.other_is_shared else recognised
    agreement = _agreement(writer, recognised, pair)
    if not agreement.other_is_shared:
        return recognised
    if row_is is RowIs.VICTIM:
        return pair.swapped(recognised)
    question = _asked(pair, agreement)
    return replace(recognised, questions=(*recognised.questions, question))


def _asked(pair: _Pair, agreement: _Agreement) -> FileQuestion:
    used, other = (shown(pair.header[at]) for at in (pair.used, pair.other))
    return FileQuestion(
        "row_is",
        f"'{used}' is different in every row, but '{other}' is shared by rows of one offence and "
        "date, as a crime's number is by its victims. What is a row?",
        (
            (RowIs.VICTIM.value, f"one of a record's: {count_of(agreement.other, 'record')}"),
            (RowIs.RECORD.value, f"a record of its own: {count_of(agreement.rows, 'record')}"),
        ),
        "--row-is",
    )


def _agreement(writer: Writer, recognised: RecognisedFile, pair: _Pair) -> _Agreement:
    """Count the rows of the tables that have both columns."""
    by_layout: dict[tuple[int, tuple[str, ...]], list[str]] = defaultdict(list)
    for table in recognised.tables:
        if table.file_table.header == pair.header:
            layout = table.file_table.skip, _both_named(table.fields, pair)
            by_layout[layout].append(str(table.file_table.path))
    counts = [0] * len(fields(_Agreement))
    for (skip, names), files in by_layout.items():
        (counted,) = writer.rows(
            "reference_agreement",
            files=files,
            columns=dict.fromkeys(names, "VARCHAR"),
            skip=skip,
        )
        counts = [total + n for total, n in zip(counts, counted, strict=True)]
    return _Agreement(*counts)


def _both_named(names: tuple[str, ...], pair: _Pair) -> tuple[str, ...]:
    both = {pair.used: REFERENCE, pair.other: "other_reference"}
    return tuple(both.get(at, name) for at, name in enumerate(names))
