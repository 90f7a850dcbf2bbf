"""What an analyst decides about a file, where it cannot tell or tells it wrongly."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

# Said where a file is to be read as if no saved recipe knew it.
NO_RECIPE = "none"
# Said where the rows that a column splits are parts that add up.
EVERY_ROW = "every row"


class RowIs(StrEnum):
    """What a row of a file stands for."""

    RECORD = "record"  # one offence, incident or case
    VICTIM = "victim"  # one of several rows of a record: it is counted once, each flag once
    COUNT = "count"  # so many records, which a column or cell gives


class ReferenceUse(StrEnum):
    """What the references of a file are good for."""

    KEY = "key"  # they tell records apart, in this file and in those to come
    IGNORE = "ignore"  # damaged, or begun anew in each file: every row is a record


class CancelledRecords(StrEnum):
    """What becomes of records that say themselves that there was no crime."""

    LEAVE_OUT = "leave-out"
    COUNT = "count"  # like any other


class NumbersAre(StrEnum):
    """What the numbers of a table are, where a title or a note makes it doubtful."""

    COUNTS = "counts"


class LoadMode(StrEnum):
    """What a file is beside the records that its source has sent for its months."""

    REPLACE = "replace"  # all that there is of them: what it lacks is withdrawn
    ADD = "add"  # a part of them: what it lacks stays as it is


class DateOrder(StrEnum):
    """Which number of a date such as 03/04/2025 is the day. In 25-04-03 the year may be first."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    YEAR_FIRST = "year-first"


@dataclass(frozen=True)
class FileChoices:
    """Every decision that was taken about a file; None where it was left to what the file says.

    `columns` leads from a heading to the field that it holds, or to "unused". `place` is the
    district that every row belongs to, `measure_set` what the rows are counted in and so whose
    records they are. `reference_with` is a column whose value makes references that begin anew
    different. `tables` are those to be read of several that hold mostly the same rows.
    `date_order_before` is the order that was decided for earlier files of the source.
    `categories` leads from a category to the measure or the published total that it means, where
    its words may mean either. `source` is the source that the file is of; `recipe` the saved recipe
    that it is read by, or NO_RECIPE; `layout` the shipped one; `read_as` what the columns were read
    as before, which nobody has said. `numbers` says what its own titles leave in doubt, of this
    file alone: no recipe keeps it, as the next file may have other titles. `only` leads from a
    heading to the value whose rows of counts are read, or to EVERY_ROW; no recipe keeps it either.
    `covers` are the months that this one file answers for, as
    they were written; no recipe keeps them. Nor does one keep the `mode`: the next file may be
    whole where this one is a part. `victim_reason` is what marks and bands of
    victims are kept for.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    row_is: RowIs | None = None
    measure_set: str | None = None
    place: str | None = None
    date_order: DateOrder | None = None
    reference: ReferenceUse | None = None
    reference_with: str | None = None
    cancelled: CancelledRecords | None = None
    tables: tuple[str, ...] = ()
    categories: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None
    recipe: str | None = None
    layout: str | None = None
    covers: str | None = None
    read_as: Mapping[str, str] = field(default_factory=dict)
    numbers: NumbersAre | None = None
    only: Mapping[str, str] = field(default_factory=dict)
    victim_reason: str | None = None
    date_order_before: DateOrder | None = None
    mode: LoadMode | None = None

    @property
    def standing_date_order(self) -> DateOrder | None:
        """The order of dates that was said of the file, or else of earlier ones of its source."""
        return self.date_order or self.date_order_before

    @property
    def meanings(self) -> Mapping[str, str]:
        """What each heading holds as far as it was said, or read before."""
        return {**self.read_as, **self.columns}

    def answered(self, about: str, value: str) -> "FileChoices":
        """Return the choices with one more: what a question is about, and one of its options."""
        if about == "columns":
            heading, _, meant = value.rpartition("=")
            return replace(self, columns={**self.columns, heading: meant})
        if about == "tables":
            return replace(self, tables=(*self.tables, value))
        if about == "only":
            heading, _, kept = value.rpartition("=")
            return replace(self, only={**self.only, heading: kept})
        if about == "categories":
            category, _, meant = value.rpartition("=")
            return replace(self, categories={**self.categories, category: meant})
        said: dict[str, Any] = {about: VOCABULARIES.get(about, str)(value)}
        return replace(self, **said)


VOCABULARIES: Mapping[str, Callable[[str], str]] = {
    "row_is": RowIs,
    "date_order": DateOrder,
    "reference": ReferenceUse,
    "cancelled": CancelledRecords,
    "numbers": NumbersAre,
    "mode": LoadMode,
}


@dataclass(frozen=True)
class FileQuestion:
    """Something that only the analyst can say, without which nothing is loaded.

    `about` is the field of FileChoices that answers it, `options` what may be said with its words;
    `option` is how the command line is told. `usual` is the answer that is right nearly always.
    """

    about: str
    text: str
    options: tuple[tuple[str, str], ...]
    option: str
    usual: str | None = None
