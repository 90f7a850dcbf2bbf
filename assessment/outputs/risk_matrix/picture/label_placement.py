"""Where names stand in a drawing so that none covers another, or a point, or leaves the drawing."""

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


def places(
    texts: Sequence[str], dots: Sequence[Dot], size: float, inside: Box
) -> tuple[Box | None, ...]:
    """Return where the name of each dot stands; None where there is no room for it near by.

    The first names have the first choice.
    """
    taken = [dot.box for dot in dots]
    boxes: list[Box | None] = []
    for text, dot in zip(texts, dots, strict=True):
        width, height = text_width(text, size), size * LINE_HEIGHT
        free = (
            box
            for box in _beside(dot, width, height)
            if inside.holds(box) and not any(box.meets(other) for other in taken)
        )
        box = next(free, None)
        if box:
            taken.append(box)
        boxes.append(box)
    return tuple(boxes)


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


def _beside(dot: Dot, width: float, height: float) -> Iterator[Box]:
    """Yield places for a name: to the right, to the left, above, below, and then further away."""
    for gap in (3.0, 12.0):
        near, reach = dot.radius + gap, dot.radius + gap - 3
        right, left = dot.x + near, dot.x - near - width
        yield Box(right, dot.y - height / 2, width, height)
        yield Box(left, dot.y - height / 2, width, height)
        for y in (dot.y - reach - height, dot.y + reach):
            for x in (dot.x - width / 2, dot.x + dot.radius / 2, dot.x - dot.radius / 2 - width):
                yield Box(x, y, width, height)


def _letter(letter: str) -> int:
    return WIDTHS.get(letter, UPPER if letter.isupper() else LOWER)
