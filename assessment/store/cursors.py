"""The cursors in use: one for each query, and none left when the file is let go of."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Condition

import duckdb

from assessment.errors import StoreUnavailable

STOPPING = (
    "The program is being stopped. Nothing of this has been kept; do it again when it is back."
)
# A statement that has been interrupted ends within moments; Python between two may take longer.
PATIENCE = 15.0
MOMENT = 0.05


class Cursors:
    """Hands out cursors of a connection until it is stopped."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._in_use: set[duckdb.DuckDBPyConnection] = set()
        self._changed = Condition()
        self._stopped = False
        # DuckDB answers nothing more after such an error, until the file has been opened again.
        self.is_broken = False

    @contextmanager
    def lend(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Lend a cursor for one query or one transaction."""
        with self._changed:
            if self._stopped:
                raise StoreUnavailable(STOPPING)
            cursor = self._connection.cursor()
            self._in_use.add(cursor)
        try:
            with cursor:
                yield cursor
        except (duckdb.FatalException, duckdb.InternalException):
            self.is_broken = True
            raise
        finally:
            with self._changed:
                self._in_use.discard(cursor)
                self._changed.notify_all()

    def stop(self) -> None:
        """Hand out no more, interrupt what runs, and wait until it has ended.

        A thread that was still inside DuckDB when Python ends would abort the whole process.
        """
        until = time.monotonic() + PATIENCE
        with self._changed:
            self._stopped = True
            while self._in_use and time.monotonic() < until:
                for cursor in self._in_use:
                    with suppress(duckdb.Error):  # closed in this very moment
                        cursor.interrupt()
                self._changed.wait(MOMENT)
