"""Rectangles and round marks in a drawing: which meet, how wide a text is, and marks kept apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

# Widths of letters in thousandths of the letter size, by the usual sans-serif letters of the web.
NARROW, SLIM, BROAD = "ijl.,:;'|!", "frtI()[]/- ", "mwMW%@"
WIDTHS = dict.fromkeys(NARROW, 280) | dict.fromkeys(SLIM, 370)
WIDTHS |= dict.fromkeys(BROAD, 920)
LOWER, UPPER = 560, 720
LINE_HEIGHT = 1.25
TURNS = 16


@dataclass(frozen=True)
class Box:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Tell whether two rectangles have anything in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def nearest_to(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of it that is nearest to another."""
        return min(max(x, self.x), self.x + self.width), min(max(y, self.y), self.y + self.height)

    def holds(self, other: "Box") -> bool:
        """Tell whether another rectangle lies wholly inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )


@dataclass(frozen=True)
class Dot:
    """A round mark by its middle."""

    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        """The square around it."""
        size = 2 * self.radius
        return Box(self.x - self.radius, self.y - self.radius, size, size)

    def away_from(self, box: Box) -> float:
        """Return how far its middle is from a rectangle."""
        x, y = box.nearest_to(self.x, self.y)
        return hypot(self.x - x, self.y - y)

    def clears(self, others: Iterable["Dot"]) -> bool:
        """Tell whether it touches none of the others."""
        return all(
            hypot(self.x - other.x, self.y - other.y) >= self.radius + other.radius
            for other in others
        )


def text_width(text: str, size: float) -> float:
    """Return how wide a text is in letters of a size."""
    return sum(_letter(letter) for letter in text) * size / 1000


def apart(wanted: Sequence[Dot], inside: Box) -> tuple[Dot, ...]:
    """Return dots moved as little as needed for none to touch another; the first stay nearest."""
    placed: list[Dot] = []
    for dot in wanted:
        placed.append(next(moved for moved in _around(dot, inside) if moved.clears(placed)))
    return tuple(placed)


def _around(dot: Dot, inside: Box) -> Iterator[Dot]:
    """Yield a dot where it is wanted, then ever further away from there."""
    start = _kept_in(dot, inside)
    yield start
    ring = 1
    while True:
        for turn in range(TURNS):
            angle, away = 2 * pi * turn / TURNS, ring * dot.radius / 2
            moved = Dot(start.x + away * cos(angle), start.y + away * sin(angle), dot.radius)
            if inside.holds(moved.box):
                yield moved
        ring += 1


def _kept_in(dot: Dot, inside: Box) -> Dot:
    x = min(max(dot.x, inside.x + dot.radius), inside.x + inside.width - dot.radius)
    y = min(max(dot.y, inside.y + dot.radius), inside.y + inside.height - dot.radius)
    return Dot(x, y, dot.radius)


def _letter(letter: str) -> int:
    return WIDTHS.get(letter, UPPER if letter.isupper() else LOWER)
