"""Two measures by district or ward: how many of each, and which place each area has in both."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.changes import By, Change

# The first so many of both are compared, and of fewer records a place is chance.
TOP, FEW = 5, 20


@dataclass(frozen=True)
class AreaBeside:
    """An area with its records in the period of both measures; None where that is not known.

    A rank is 1 for the most, those with as many share it; None where either is not known.
    """

    name: str
    own: int | None
    other: int | None
    own_rank: int | None = None
    other_rank: int | None = None

    @property
    def places_up(self) -> int | None:
        """By how many places it is nearer to the first by the other measure."""
        if self.own_rank is None or self.other_rank is None:
            return None
        return self.own_rank - self.other_rank

    @property
    def is_few(self) -> bool:
        """Whether it has so few of either that its place is chance."""
        return min(self.own or 0, self.other or 0) < FEW


@dataclass(frozen=True)
class AreasBeside:
    """The areas, those with the most records of the first measure before; `nowhere` name none."""

    by: By
    areas: tuple[AreaBeside, ...]
    nowhere: tuple[int | None, int | None]
    withheld: str = ""

    @property
    def ranked(self) -> tuple[AreaBeside, ...]:
        """Those that have a place by both measures."""
        return tuple(area for area in self.areas if area.places_up is not None)

    @property
    def top_of_both(self) -> tuple[AreaBeside, ...]:
        """Those that are among the first by both."""
        return tuple(
            area for area in self.ranked if max(area.own_rank or 0, area.other_rank or 0) <= TOP
        )

    @property
    def are_few(self) -> bool:
        """Whether the first of either have so few records that their places are chance."""
        own = sum(area.own or 0 for area in self.ranked)
        other = sum(area.other or 0 for area in self.ranked)
        return min(own, other) < FEW * len(self.ranked)

    @property
    def furthest_apart(self) -> AreaBeside | None:
        """The area whose places differ most, of those with records enough; None of few areas."""
        told = [area for area in self.ranked if not area.is_few and area.places_up]
        return max(told, key=lambda area: abs(area.places_up or 0), default=None)


def areas_beside(
    rows: tuple[Sequence[Change], Sequence[Change]], covered: tuple[bool, bool]
) -> tuple[AreaBeside, ...]:
    """Put the rows of two measures by area side by side, and rank them.

    Where a measure is `covered` in all of the place and its records name areas, one that none of
    them names has none.
    """
    own, other = (_by_area(each) for each in rows)
    names = _names({**other, **own})
    areas = [
        AreaBeside(
            name,
            _count(own, key, is_covered=covered[0]),
            _count(other, key, is_covered=covered[1]),
        )
        for key, name in names.items()
    ]
    known = [area for area in areas if area.own is not None and area.other is not None]
    ranked = [_ranked(area, known) for area in areas]
    return tuple(sorted(ranked, key=lambda area: (area.own is None, -(area.own or 0), area.name)))


def _names(rows: Mapping[frozenset[str], Change]) -> Mapping[frozenset[str], str]:
    """Name every area; those of one name in several districts by their district too."""
    often = Counter(row.area for row in rows.values())
    return {
        key: f"{row.area} ({row.known_as[0][0]})"
        if often[row.area] > 1 and row.known_as
        else row.area
        for key, row in rows.items()
    }


def nowhere(rows: Sequence[Change]) -> int | None:
    """Return how many records name no area; None where that is not known."""
    counts = [row.current for row in rows if not row.is_area_given]
    return None if None in counts else sum(count or 0 for count in counts)


def _by_area(rows: Sequence[Change]) -> Mapping[frozenset[str], Change]:
    """Return the rows of areas that are given, by what records call them."""
    return {
        frozenset(f"{known}".casefold() for known in (row.known_as or (row.area,))): row
        for row in rows
        if row.is_area_given
    }


def _count(
    rows: Mapping[frozenset[str], Change], key: frozenset[str], *, is_covered: bool
) -> int | None:
    if key in rows:
        return rows[key].current
    return 0 if is_covered and rows else None


def _ranked(area: AreaBeside, known: Sequence[AreaBeside]) -> AreaBeside:
    if area.own is None or area.other is None:
        return area
    return AreaBeside(
        area.name,
        area.own,
        area.other,
        1 + sum((each.own or 0) > area.own for each in known),
        1 + sum((each.other or 0) > area.other for each in known),
    )
