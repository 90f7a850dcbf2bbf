"""What people have said that categories mean, for one source or for all of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from assessment.definitions import LEFT_OUT
from assessment.definitions.spelling import plain

# In place of a source: what is said of a category whoever sends it. No source can have this name.
ANY_SOURCE = "*"


@dataclass(frozen=True)
class CategoryMeaning:
    """What somebody said that a category means, or that it is to be as if nobody had said it.

    `source` is "*" where it holds for every source; `measure` is the id of a measure, "left-out"
    for what is no crime or incident, or None to forget what was said.
    """

    source: str
    category: str
    measure: str | None


class SaidMeanings:
    """Meanings by category: a source's own stand before those for any source.

    Where only case or punctuation differ from what was said, it is meant as well, unless two
    things were said of such a spelling.
    """

    def __init__(self, said: Iterable[tuple[str, str, str]]) -> None:
        rows = sorted(said, key=lambda row: row[0] == ANY_SOURCE)
        self._own = _Scope(row[1:] for row in rows if row[0] != ANY_SOURCE)
        self._any = _Scope(row[1:] for row in rows if row[0] == ANY_SOURCE)

    def measure_of(self, category: str, leaves: Collection[str]) -> str | None:
        """Return what was said of a category, if it is one of some leaves or to be left out."""
        # What was said may be of the other set: that of extracts which have been undone since.
        for meant in (*self._own.of(category), *self._any.of(category)):
            if meant in leaves or meant == LEFT_OUT:
                return meant
        return None


class _Scope:
    """What was said of categories for one source, or for any."""

    def __init__(self, said: Iterable[tuple[str, str]]) -> None:
        self._exact = dict(said)
        spelt: Mapping[str, set[str]] = defaultdict(set)
        for category, measure in self._exact.items():
            spelt[plain(category)].add(measure)
        self._alike = {
            words: next(iter(meant)) for words, meant in spelt.items() if words and len(meant) == 1
        }

    def of(self, category: str) -> tuple[str, ...]:
        """Return what was said of this very spelling, then of one like it."""
        meant = (self._exact.get(category), self._alike.get(plain(category)))
        return tuple(measure for measure in meant if measure)
