"""The open store: read from many threads, written to from one at a time.

One connection shared by threads hands out other people's rows, so every query takes a cursor of
its own. One process owns the file; a second one is told who holds it.
"""

import atexit
import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4
from weakref import WeakSet

import duckdb

from assessment.store.beside import incoming
from assessment.store.beside.scratch import removed_for_good
from assessment.store.copies.backup_copies import backup_folder, mark_of
from assessment.store.copies.copy_store import StoreContents, copy_into
from assessment.store.copies.missing_changes import Expected
from assessment.store.copies.unfinished_copies import clear_parts
from assessment.store.cursors import Cursors
from assessment.store.faults import in_plain_words
from assessment.store.kept_answers import KeptAnswers
from assessment.store.long_work import LongWork
from assessment.store.named_queries import BoundQuery
from assessment.store.opening import Say, connect, prepared
from assessment.store.transactions import Transactions
from assessment.store.writer import Columns, Row, Writer, columns_of, run

if TYPE_CHECKING:  # loading a file hands out no frames, and pandas takes time to import
    import pandas as pd

Answer = TypeVar("Answer")
Request = TypeVar("Request", bound=Hashable)


class Store:
    """The open store.

    `data_version` rises with every commit. `counted_version` is the data version of the last one
    that may have changed a count: what is kept of counts is kept by it, while people score.
    `said_version` is that of the last that may have changed what partnerships have said, such as
    which source leads: no load does.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self.path = path
        self.incoming = incoming.incoming_of(path)
        self._connection = connection
        self._cursors = Cursors(connection)
        self.transactions = Transactions(self._cursors, path)
        self._long_work = LongWork(self.transactions)
        self._one_copy = threading.Lock()
        self._one_closes, self._is_being_closed = threading.Lock(), False
        # What was said while it was brought up to date.
        self.brought_up_to_date: list[str] = []
        self.data_version: int = self.rows("data_version")[0][0]
        # Not in the file: what is kept by it lives no longer than the process that owns the file.
        self.counted_version = self.said_version = self.data_version
        self._kept, self._kept_said = KeptAnswers(self), KeptAnswers(self)
        _OPEN.add(self)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        threads: int | None = None,
        say: Say = lambda _text: None,
    ) -> "Store":
        """Open a store, bringing it up to date; raises StoreUnavailable, saying what to do.

        `threads` bounds the processors that one query may use: a dashboard that serves many
        people keeps it low so that a load does not starve them. `say` is told what is done to the
        store to bring it up to date.
        """
        # One thread at a time: another must not look into a file that is about to be opened.
        with _ONE_OPENS:
            open_here = frozenset(store.path for store in list(_OPEN))
            with prepared(path, open_here, create=create) as (place, expected):
                return cls._opened(place, threads, say, expected)

    @classmethod
    def _opened(cls, path: Path, threads: int | None, say: Say, expected: Expected) -> "Store":
        updates: list[str] = []

        def tell(text: str) -> None:
            updates.append(text)
            say(text)

        connection = connect(path, threads, tell)
        try:
            incoming.renew(path)
            store = cls(connection, path)
            moment = store.rows("moment_made")[0][0]
            clear_parts(backup_folder(path), mark_of(path, moment), mark_of(path))
            store.brought_up_to_date = updates
            if missing := expected.compared_with(store.data_version):
                store.transactions.note("begin_work", id=uuid4().hex, what=missing, who=None)
            incoming.acknowledge(store.incoming, store.data_version)
            return store
        except BaseException:
            connection.close()
            raise

    def rows(self, name: str, /, **values: object) -> list[Row]:
        """Run a named query and return its rows."""
        with in_plain_words(self.path), self._cursors.lend() as cursor:
            return run(cursor, name, **values).fetchall()

    def columns(self, name: str, /, **values: object) -> Columns:
        """Run a named query and return its columns as arrays, lists among them as arrays too."""
        with in_plain_words(self.path), self._cursors.lend() as cursor:
            return columns_of(run(cursor, name, **values))

    def frame(self, name: str, /, **values: object) -> "pd.DataFrame":
        """Run a named query and return a data frame."""
        with in_plain_words(self.path), self._cursors.lend() as cursor:
            return run(cursor, name, **values).df()

    def kept(self, read: Callable[["Store", Request], Answer], request: Request) -> Answer:
        """Return what is read of what is counted; while that is so, the same from memory.

        The function is given the store, and not who asks: nothing kept here is one audience's.
        Nobody may change what is returned.
        """
        return self._kept.answer(self.counted_version, read, request)

    def kept_rows(self, name: str, /, **values: object) -> list[Row]:
        """Run a named query about what is counted, or return what it returned before."""
        return self.kept(_rows, BoundQuery.of(name, **values))

    def kept_said(self, read: Callable[["Store", Request], Answer], request: Request) -> Answer:
        """Return what is read of what partnerships have said, from memory while that is so.

        It is kept as `kept` keeps, and longer: a load leaves it.
        """
        return self._kept_said.answer(self.said_version, read, request)

    def said_rows(self, name: str) -> list[Row]:
        """Run a named query about what partnerships have said, or return what it returned."""
        return self.kept_said(_rows, BoundQuery.of(name))

    @contextmanager
    def writing(
        self, *, leaves_counts: bool = False, leaves_said: bool = False
    ) -> Iterator[Writer]:
        """Hold the one writer's place for a transaction: all of it is kept, or none.

        One that `leaves_counts` keeps only what people say, such as a score: whatever has been
        counted of records and surveys, and which issues it was counted for, is as it was. One that
        `leaves_said` changes only what is counted: it loads records, or takes them back.
        """
        with self.transactions.one_writer:
            with self.transactions.committed() as writer:
                yield writer
                version = writer.value("raise_data_version")
                self._long_work.end(writer)
            self.data_version = version
            incoming.acknowledge(self.incoming, version)
            if not leaves_counts:
                self.counted_version = version
                self._kept.forget()
            if not (leaves_counts or leaves_said):
                self.said_version = version
                self._kept_said.forget()

    def trying(self) -> AbstractContextManager[Writer]:
        """Read the store as it is now, with temporary tables: to see what a load would do.

        Others write meanwhile. What would change the store itself is refused by DuckDB.
        """
        return self.transactions.rolled_back()

    def work(self, what: str, who: str) -> AbstractContextManager[None]:
        """Note down long work while it lasts, so that it is told if it is cut short."""
        return self._long_work.noted(what, who)

    def interruptions(self) -> list[Row]:
        """Return what was cut short and nobody has let go of: what, who and when."""
        return self.rows("interruptions", under_way=self._long_work.under_way)

    def forget_interruptions(self) -> None:
        """Let go of what was cut short: somebody has read it."""
        self.transactions.note("forget_interruptions", under_way=self._long_work.under_way)

    def checkpoint(self) -> None:
        """Put what has been committed into the file itself, so that the log is empty."""
        # DuckDB refuses while a copy is being written, as while anything else is.
        with self._one_copy:
            self.transactions.settle()

    def copy_to(self, target: Path) -> StoreContents:
        """Copy the store as it is at this moment to a new file in the folder of what comes in.

        Others read and write meanwhile. The copy has been opened and compared.
        """
        with self._one_copy, in_plain_words(self.path), self._cursors.lend() as cursor:
            return copy_into(cursor, target)

    def close(self) -> None:
        """Stop what is running, and let go of the file, leaving nothing of an upload behind.

        A second caller waits until the first has closed it, as Python's end does.
        """
        self._is_being_closed = True
        with self._one_closes:
            if self not in _OPEN:
                return
            self._kept.forget()
            self._kept_said.forget()
            self._cursors.stop()
            self._connection.close()
            removed_for_good(self.incoming)
            _OPEN.discard(self)

    @property
    def is_usable(self) -> bool:
        """Whether it can still be asked; if not, it has to be closed and opened again."""
        return not (self.is_closed or self._cursors.is_broken)

    @property
    def is_closed(self) -> bool:
        """Whether the file has been let go of, or is about to be."""
        return self._is_being_closed


# Stores left open are closed when Python ends, while threads can still be stopped.
_OPEN: WeakSet[Store] = WeakSet()
_ONE_OPENS = threading.Lock()


@atexit.register
def _close_all() -> None:
    for store in list(_OPEN):
        store.close()


def _rows(store: Store, query: BoundQuery) -> list[Row]:
    return store.rows(query.name, **query.parameters)
