"""Answers about what is counted, kept in memory for as long as the counts stay as they are."""

from collections.abc import Callable, Hashable
from functools import lru_cache, partial
from typing import Generic, TypeVar
from weakref import proxy

# 36 months of 1,200 small areas, with their names, take 1.2 MB.
MOST_KEPT = 128

Source = TypeVar("Source")
Answer = TypeVar("Answer")
Request = TypeVar("Request", bound=Hashable)


class KeptAnswers(Generic[Source]):
    """The latest answers that have been read from a source: the store."""

    def __init__(self, store: Source) -> None:
        # They must not keep a store that nothing else refers to.
        self._read = lru_cache(MOST_KEPT)(partial(_read, proxy(store)))

    def answer(
        self, version: int, read: Callable[[Source, Request], Answer], request: Request
    ) -> Answer:
        """Return what is read of this version of the data, or was before."""
        answer: Answer = self._read(version, read, request)
        return answer

    def forget(self) -> None:
        """Let go of every answer."""
        self._read.cache_clear()


def _read(
    store: Source,
    _version: int,
    read: Callable[[Source, Request], Answer],
    request: Request,
) -> Answer:
    return read(store, request)
