"""Opening the store, reading it from many threads, writing to it from one at a time.

One connection shared by threads hands out other people's rows, so every query takes a cursor of
its own. One process owns the file; a second one is told who holds it.
"""

import atexit
import shutil
import threading
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4
from weakref import WeakSet, proxy

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store import incoming
from assessment.store.backup.backup_copies import backup_folder, mark_of
from assessment.store.backup.copy_store import Contents, copy_into
from assessment.store.backup.missing_changes import Expected
from assessment.store.backup.unfinished_copies import clear_draft, clear_parts
from assessment.store.cursors import Cursors
from assessment.store.faults import in_plain_words, nearly_full, not_usable
from assessment.store.location import FOLDER_MODE
from assessment.store.opening import Say, connect, keep_private
from assessment.store.query import Asked
from assessment.store.scratch import removed_for_good
from assessment.store.store_check import must_be_a_store, place_for
from assessment.store.writer import Row, Writer, run

if TYPE_CHECKING:  # loading a file hands out no frames, and pandas takes time to import
    import pandas as pd

ROOM_TO_SPARE = 128 * 1024**2
# 36 months of 1,200 small areas, with their names, take 1.2 MB.
MOST_KEPT = 128

T = TypeVar("T")
A = TypeVar("A", bound=Hashable)


class Store:
    """The open store.

    `data_version` rises with every commit. `counted_version` is the data version of the last one
    that may have changed a count: what is kept of counts is kept by it, while people score.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self._connection = connection
        self._cursors = Cursors(connection)
        self._one_writer, self._one_copy = threading.Lock(), threading.Lock()
        self._one_closes, self._is_being_closed = threading.Lock(), False
        self._in_hand = threading.local()
        self._under_way: set[str] = set()
        self.path = path
        self.incoming = incoming.incoming_of(path)
        # When the first commit was made that is only in the log; None when all is in the file.
        self.unsettled_since: float | None = None
        self.last_commit = 0.0
        # What was said while it was brought up to date.
        self.brought_up_to_date: list[str] = []
        self.data_version: int = self.rows("data_version")[0][0]
        # Not in the file: what is kept by it lives no longer than the process that owns the file.
        self.counted_version = self.data_version
        self._kept = lru_cache(MOST_KEPT)(partial(_read, proxy(self)))
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
        try:
            # Nobody may look into a file that another thread is about to open.
            with _ONE_OPENS:
                path = place_for(path, create=create)
                if all(store.path != path for store in list(_OPEN)):
                    must_be_a_store(path)
                path.parent.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
                keep_private(path)
                clear_draft(path)
                expected = Expected(path)
                with expected.looked_after():
                    return cls._opened(path, threads, say, expected)
        except OSError as error:
            there = Path(error.filename or path)
            raise StoreUnavailable(not_usable(there, error.strerror or str(error))) from error

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
                store._note("begin_work", id=uuid4().hex, what=missing, who=None)
            incoming.acknowledge(store.incoming, store.data_version)
            return store
        except BaseException:
            connection.close()
            raise

    def rows(self, name: str, /, **given: object) -> list[Row]:
        """Run a named query and return its rows."""
        with in_plain_words(self.path), self._cursors.one() as cursor:
            return run(cursor, name, **given).fetchall()

    def kept(self, read: Callable[["Store", A], T], asked: A) -> T:
        """Return what is read of what is counted; while that is so, the same from memory.

        Whatever reads is given the store, and not who asks: nothing kept here is one audience's.
        Nobody may change what is returned.
        """
        found: T = self._kept(self.counted_version, read, asked)
        return found

    def kept_rows(self, name: str, /, **given: object) -> list[Row]:
        """Run a named query about what is counted, or return what it returned before."""
        return self.kept(_rows, Asked.of(name, **given))

    def frame(self, name: str, /, **given: object) -> "pd.DataFrame":
        """Run a named query and return a data frame."""
        with in_plain_words(self.path), self._cursors.one() as cursor:
            return run(cursor, name, **given).df()

    @contextmanager
    def writing(self, *, leaves_counts: bool = False) -> Iterator[Writer]:
        """Hold the one writer's place for a transaction: all of it is kept, or none.

        One that `leaves_counts` keeps only what people say, such as a score: whatever has been
        counted of records and surveys, and which issues it was counted for, is as it was.
        """
        with self._one_writer:
            with self._transaction() as writer:
                yield writer
                version = writer.value("raise_data_version")
                self._end_work(writer)
            self.data_version = version
            incoming.acknowledge(self.incoming, version)
            if not leaves_counts:
                self.counted_version = version
                self._kept.cache_clear()

    @contextmanager
    def trying(self) -> Iterator[Writer]:
        """Do what `writing` does and then undo it: to see what a load would do."""
        with (
            self._one_writer,
            in_plain_words(self.path),
            self._cursors.one() as cursor,
        ):
            cursor.execute("BEGIN")
            try:
                yield Writer(cursor)
            finally:
                _undo(cursor)

    @contextmanager
    def work(self, what: str, who: str) -> Iterator[None]:
        """Note down long work while it lasts, so that it is told if it is cut short.

        It has ended with the transaction that keeps it, or when it is refused; who stops it half
        way, from the keyboard, by leaving the page or with the machine, finds it noted down.
        """
        number = uuid4().hex
        self._under_way.add(number)
        try:
            self._note("begin_work", id=number, what=what, who=who)
            self._in_hand.work = (number, what)
            yield
        except Exception:
            with suppress(StoreUnavailable):
                self._note("end_work", id=number)
            raise
        else:
            self._note("end_work", id=number)
        finally:
            self._in_hand.work = None
            self._under_way.discard(number)

    def interruptions(self) -> list[Row]:
        """Return what was cut short and nobody has let go of: what, who and when."""
        return self.rows("interruptions", under_way=sorted(self._under_way))

    def forget_interruptions(self) -> None:
        """Let go of what was cut short: somebody has read it."""
        self._note("forget_interruptions", under_way=sorted(self._under_way))

    def checkpoint(self) -> None:
        """Put what has been committed into the file itself, so that the log is empty.

        Not on a disk that is nearly full: what is saved is as safe in the log, and DuckDB gives up
        the whole store when it finds no room on the way.
        """
        if shutil.disk_usage(self.path.parent).free < ROOM_TO_SPARE:
            raise StoreUnavailable(nearly_full(self.path))
        # DuckDB refuses while a copy is being written, as while anything else is.
        with (
            self._one_copy,
            self._one_writer,
            in_plain_words(self.path),
            self._cursors.one() as cursor,
        ):
            cursor.execute("CHECKPOINT")
            self.unsettled_since = None

    def copy_to(self, target: Path) -> Contents:
        """Copy the store as it is at this moment to a new file in the folder of what comes in.

        Others read and write meanwhile. The copy has been opened and compared.
        """
        with self._one_copy, in_plain_words(self.path), self._cursors.one() as cursor:
            return copy_into(cursor, target)

    def close(self) -> None:
        """Stop what is running, and let go of the file, leaving nothing of an upload behind.

        Whoever closes it a second time waits until the first has done so, as Python's end does.
        """
        self._is_being_closed = True
        with self._one_closes:
            if self not in _OPEN:
                return
            self._kept.cache_clear()
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

    @contextmanager
    def _transaction(self) -> Iterator[Writer]:
        with in_plain_words(self.path), self._cursors.one() as cursor:
            cursor.execute("BEGIN")
            try:
                yield Writer(cursor)
                cursor.execute("COMMIT")
            except BaseException:
                _undo(cursor)
                raise
            self.last_commit = time.monotonic()
            self.unsettled_since = self.unsettled_since or self.last_commit

    def _note(self, name: str, /, **given: object) -> None:
        """Keep what is no part of anybody's data, and so makes no new version of them."""
        with self._one_writer, self._transaction() as writer:
            writer.run(name, **given)

    def _end_work(self, writer: Writer) -> None:
        if work := getattr(self._in_hand, "work", None):
            number, what = work
            writer.run("end_work", id=number)
            writer.run("forget_earlier_work", what=what)


# Those that nobody closes are closed when Python ends, while threads can still be stopped.
_OPEN: WeakSet[Store] = WeakSet()
_ONE_OPENS = threading.Lock()


@atexit.register
def _close_all() -> None:
    for store in list(_OPEN):
        store.close()


def _read(store: Store, _version: int, read: Callable[[Store, A], T], asked: A) -> T:
    # What is kept by it must not keep a store that nobody else has any more.
    return read(store, asked)


def _rows(store: Store, asked: Asked) -> list[Row]:
    return store.rows(asked.name, **asked.given)


def _undo(cursor: duckdb.DuckDBPyConnection) -> None:
    # A transaction that the store itself has ended cannot be undone again; what ended it is told.
    with suppress(duckdb.Error):
        cursor.execute("ROLLBACK")
