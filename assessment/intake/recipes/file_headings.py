"""By which headings the files of a source are known again."""

from collections.abc import Collection, Iterable, Iterator

from assessment.definitions.spelling import plain
from assessment.intake.files.file_tables import FileTable, shown
from assessment.intake.headings.period_words import read_span

# Of all the headings of two files, so many are in both where a system has changed a column or two.
ALIKE = 0.7
# Tables of fewer headings, such as a category and its number, are alike by chance.
FEWEST = 3


def headings_of(tables: Iterable[FileTable]) -> tuple[str, ...]:
    """Return the headings of some tables, each once; months are other ones in each file."""
    named = (shown(heading) for table in tables for heading in table.header)
    return tuple(dict.fromkeys(name for name in named if plain(name) and not read_span(name)))


def likeness(tables: Collection[FileTable], known: Collection[str]) -> float:
    """Return how alike headings are to those known, from 0 to 1, whatever their order.

    A file's sheets are compared one by one and all together: what stands beside the records may
    be another thing each time.
    """
    wanted = {plain(heading) for heading in known}
    return max((_shared(headings, wanted) for headings in _each_and_all(tables)), default=0.0)


def is_telling(headings: Collection[str]) -> bool:
    """Tell whether headings are enough to know a source's file by."""
    return len({plain(heading) for heading in headings}) >= FEWEST


def _each_and_all(tables: Collection[FileTable]) -> Iterator[set[str]]:
    headers = {table.header: table for table in tables}
    for table in headers.values():
        yield {plain(heading) for heading in headings_of([table])}
    yield {plain(heading) for heading in headings_of(headers.values())}


def _shared(headings: set[str], wanted: set[str]) -> float:
    every = headings | wanted
    return len(headings & wanted) / len(every) if every else 0.0
