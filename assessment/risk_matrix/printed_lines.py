"""A printed ranking as it is typed: one issue on a line, with its rank and band if it has them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.definitions.spelling import plain
from assessment.errors import InvalidRequest

LINE = re.compile(
    r"(?:(?P<rank>\d{1,3})(?:\s*[=.):]+\s*|\t+))?(?P<label>[^;]*?)\s*(?:;\s*(?P<band>.*?))?\s*"
)
LONGEST = 120


@dataclass(frozen=True)
class PublishedPlace:
    """An issue as printed. `issue` is what it is here, None where nothing is the same."""

    rank: int
    label: str
    issue: str | None = None
    band: str = ""


def read_places(text: str, *, is_ordered: bool = True) -> tuple[PublishedPlace, ...]:
    """Read lines such as "1. Violence with injury; very high".

    Without a number a line has the rank of its place, and where the order was not printed all
    share the first. Raises InvalidRequest with every fault, each with its line.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    filled = [(number, line) for number, line in lines if line]
    places = [_place(line, at, is_ordered) for at, (_, line) in enumerate(filled, 1)]
    numbers = [number for number, _ in filled]
    if faults := list(_faults(numbers, places)):
        raise InvalidRequest(" ".join(faults))
    return tuple(places)


def _place(line: str, at: int, is_ordered: bool) -> PublishedPlace:
    match = LINE.fullmatch(line)
    label, band = (match["label"], match["band"] or "") if match else (line, "")
    rank = int(match["rank"]) if match and match["rank"] else at
    return PublishedPlace(rank if is_ordered else 1, " ".join(label.split()), band=band)


def _faults(numbers: Sequence[int], places: Sequence[PublishedPlace]) -> Iterator[str]:
    met: dict[str, int] = {}
    before = 1
    for number, place in zip(numbers, places, strict=True):
        name = plain(place.label)
        if not name:
            yield f"Line {number} names no issue."
        elif name in met:
            yield f"Line {number} names “{place.label}” again, after line {met[name]}."
        if max(len(place.label), len(place.band)) > LONGEST:
            yield f"Line {number} is too long: write at most {LONGEST} letters for an issue."
        if place.rank < before:
            yield f"Line {number} has rank {place.rank} after rank {before}: put 1 first."
        met.setdefault(name, number)
        before = max(before, place.rank)
