"""Long work is noted down in the store while it lasts, so that people learn if it was cut short."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import uuid4

from assessment.errors import StoreUnavailable
from assessment.store.transactions import Transactions
from assessment.store.writer import Writer


class LongWork:
    """The notes of work that this process has in hand."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._of_thread = threading.local()
        self._numbers: set[str] = set()

    @property
    def under_way(self) -> list[str]:
        """The numbers of what has not ended yet, and so has not been cut short."""
        return sorted(self._numbers)

    @contextmanager
    def noted(self, what: str, who: str) -> Iterator[None]:
        """Note down work while it lasts.

        It ends with the transaction that keeps it, or when it is refused. If somebody stops it
        half way, from the keyboard, by leaving the page or with the machine, the note stays.
        """
        number = uuid4().hex
        self._numbers.add(number)
        try:
            self._transactions.note("begin_work", id=number, what=what, who=who)
            self._of_thread.work = (number, what)
            yield
        except Exception:
            with suppress(StoreUnavailable):
                self._transactions.note("end_work", id=number)
            raise
        else:
            self._transactions.note("end_work", id=number)
        finally:
            self._of_thread.work = None
            self._numbers.discard(number)

    def end(self, writer: Writer) -> None:
        """Take back, in the transaction that keeps it, the note of this thread's work."""
        if work := getattr(self._of_thread, "work", None):
            number, what = work
            writer.run("end_work", id=number)
            writer.run("forget_earlier_work", what=what)
