"""Writing to the store: one transaction at a time, kept whole or not at all."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from assessment.errors import StoreUnavailable
from assessment.store.cursors import Cursors
from assessment.store.fault_wording import nearly_full
from assessment.store.faults import in_plain_words
from assessment.store.writer import Writer

ROOM_TO_SPARE = 128 * 1024**2


class Transactions:
    """The one writer's place, and how long ago somebody last committed from it."""

    def __init__(self, cursors: Cursors, path: Path) -> None:
        self._cursors, self._path = cursors, path
        self.one_writer = threading.Lock()
        # When the first commit was made that is only in the log; None when all is in the file.
        self.unsettled_since: float | None = None
        self.last_commit = 0.0

    @contextmanager
    def committed(self) -> Iterator[Writer]:
        """Run a transaction and commit it; whoever asks for it holds the writer's place."""
        with in_plain_words(self._path), self._cursors.lend() as cursor:
            cursor.execute("BEGIN")
            try:
                yield Writer(cursor)
                cursor.execute("COMMIT")
            except BaseException:
                _roll_back(cursor)
                raise
            self.last_commit = time.monotonic()
            self.unsettled_since = self.unsettled_since or self.last_commit

    @contextmanager
    def rolled_back(self) -> Iterator[Writer]:
        """Run a transaction that may write to tables of its own only, and undo it when it ends.

        It takes nobody's place: others save meanwhile, which it does not see.
        """
        with in_plain_words(self._path), self._cursors.lend() as cursor:
            cursor.execute("BEGIN TRANSACTION READ ONLY")
            try:
                yield Writer(cursor)
            finally:
                _roll_back(cursor)

    def settle(self) -> None:
        """Empty the log into the file, unless the disk is nearly full.

        What is saved is as safe in the log, and DuckDB gives up the whole store when it finds no
        room on the way.
        """
        if shutil.disk_usage(self._path.parent).free < ROOM_TO_SPARE:
            raise StoreUnavailable(nearly_full(self._path))
        with self.one_writer, in_plain_words(self._path), self._cursors.lend() as cursor:
            cursor.execute("CHECKPOINT")
            self.unsettled_since = None

    def note(self, name: str, /, **values: object) -> None:
        """Keep what is no part of anybody's data, and so makes no new version of them."""
        with self.one_writer, self.committed() as writer:
            writer.run(name, **values)


def _roll_back(cursor: duckdb.DuckDBPyConnection) -> None:
    # A transaction that DuckDB itself has ended cannot be undone again; its own error is raised.
    with suppress(duckdb.Error):
        cursor.execute("ROLLBACK")
