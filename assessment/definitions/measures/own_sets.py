"""Which sets partnerships have defined, beside those that are shipped, for as long as one asks.

They are in the store that somebody asks of, and reading a definition takes no store: so whoever
opens the door to an answer (a public function, a page, a command) says where they are read, and
whatever is asked behind that door knows them. Outside there are the shipped ones alone, and a set
that somebody else's store defines is unknown there, which raises an error and is no wrong number.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache

from assessment.definitions.measures.measure_sets import MeasureSet
from assessment.definitions.measures.own_data_set import OwnDataSet, measure_set_of

MOST_STORES = 32


@dataclass(frozen=True, eq=False)
class OwnSets:
    """The sets that partnerships of one store have defined.

    What is worked out of all sets is kept by which object this is, and not by all that it holds.
    """

    sets: tuple[MeasureSet, ...] = ()


NONE_OWN = OwnSets()
ReadsOwnSets = Callable[[], OwnSets]
_reads: ContextVar[ReadsOwnSets | None] = ContextVar("own_sets", default=None)


@lru_cache(maxsize=MOST_STORES)
def own_sets_of(defined: tuple[OwnDataSet, ...]) -> OwnSets:
    """Return the sets of some data sets; the same object as long as they say the same."""
    return OwnSets(tuple(map(measure_set_of, defined))) if defined else NONE_OWN


def own_sets() -> OwnSets:
    """Return the sets that are known here beside the shipped ones."""
    reads = _reads.get()
    return reads() if reads else NONE_OWN


@contextmanager
def knowing(reads: ReadsOwnSets) -> Iterator[None]:
    """Let own sets be known while something is answered."""
    token = _reads.set(reads)
    try:
        yield
    finally:
        _reads.reset(token)


def know(reads: ReadsOwnSets) -> None:
    """Let own sets be known from here on: to the end of a visit to a page, or of a command."""
    _reads.set(reads)
