"""The store as it was, or would be: read through tables that stand in front of its own.

In a transaction that keeps nothing, temporary views take the names of the tables. Every query then
answers from them, so that what is asked of another state is asked just as of today's.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from assessment.store.connection import Answer, Request, Store
from assessment.store.writer import Columns, Row, Writer

if TYPE_CHECKING:
    import pandas as pd

# The tables that another state of the store has otherwise.
VERSIONED = (
    "extract",
    "coverage",
    "incident",
    "observation",
    "monthly_count",
    "monthly_district_count",
)
AS_AT = (
    "see_extracts_as_at",
    "see_coverage_as_at",
    "see_records_as_at",
    "see_observations_as_at",
    "create_months_changed_since",
)
COUNTS = (
    "create_counts_of_changed_months",
    "see_monthly_counts",
    "see_monthly_district_counts",
)

AFTER_LOAD = ("see_extracts_after_load", "see_coverage_after_load")
OF_RECORDS = ("see_records_after_load", "create_months_changed_by_load")
OF_COUNTS = ("see_counts_after_load", "create_months_changed_by_counts")


class StoreView(Store):
    """What a transaction sees of a store. Nothing can be written.

    What is read of it is as it is for as long as it is looked at, and kept for so long.
    """

    def __init__(self, store: Store, writer: Writer) -> None:
        self.path = store.path
        self.data_version = store.data_version
        self.counted_version = store.counted_version
        self.said_version = store.said_version
        self._writer = writer
        self._read: dict[tuple[object, object], object] = {}

    def rows(self, name: str, /, **values: object) -> list[Row]:
        """Run a named query and return its rows."""
        return self._writer.rows(name, **values)

    def columns(self, name: str, /, **values: object) -> Columns:
        """Run a named query and return its columns as arrays."""
        return self._writer.columns(name, **values)

    def frame(self, name: str, /, **values: object) -> "pd.DataFrame":
        """Run a named query and return a data frame."""
        return self._writer.frame(name, **values)

    def kept(self, read: Callable[[Store, Request], Answer], request: Request) -> Answer:
        """Return what is read of what is counted: once, and then the same from memory."""
        key = read, request
        if key not in self._read:
            self._read[key] = read(self, request)
        return cast("Answer", self._read[key])

    def kept_said(self, read: Callable[[Store, Request], Answer], request: Request) -> Answer:
        """Return what is read of what partnerships have said: as all else, once."""
        return self.kept(read, request)


@contextmanager
def store_as_at(store: Store, extract: int) -> Iterator[StoreView]:
    """Look at the store as it stood after an extract, without those that are undone.

    What people have said since holds: of categories, lead sources, partnerships and wards.
    """
    with store.trying() as writer:
        writer.run("create_as_at", extract=extract)
        yield _seen_through(store, writer, AS_AT)


def store_after_load(store: Store, writer: Writer, *, of_counts: bool = False) -> StoreView:
    """Look at the store as it would be after a load that is being checked, in its transaction.

    What would be loaded, records or counts, is in its temporary tables, new_extract and
    new_coverage among them.
    """
    return _seen_through(store, writer, (*AFTER_LOAD, *(OF_COUNTS if of_counts else OF_RECORDS)))


def _seen_through(store: Store, writer: Writer, views: Iterable[str]) -> StoreView:
    writer.keep_under_another_name(VERSIONED)
    for name in (*views, *COUNTS):
        writer.run(name)
    return StoreView(store, writer)
