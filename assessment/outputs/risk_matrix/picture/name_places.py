"""Where names stand in a drawing: each is seen to be its own mark's, and covers nothing.

A name is nearer to its mark than to any other; where there is no such room, it stands further away
at the end of a line, which no other mark lies on.
"""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from assessment.outputs.risk_matrix.picture.label_placement import LINE_HEIGHT, Box, Dot, text_width

# Between a mark and its name, beside each other; further than the last is led to by a line.
GAPS = (3.0, 12.0)
LED = (26.0, 42.0, 60.0, 80.0)
TURNS, STEPS = 16, 24
# So much nearer than any other mark a name is for nobody to take it for that one's.
NEARER = 4.0

Point = tuple[float, float]


def places(
    texts: Sequence[str], dots: Sequence[Dot], size: float, inside: Box
) -> tuple[Box | None, ...]:
    """Return where the name of each dot stands; None where there is no room for it.

    The first names have the first choice, and all that can stand beside their dots do so first.
    """
    taken = [dot.box for dot in dots]
    boxes: list[Box | None] = [None] * len(dots)
    for is_led in (False, True):
        for at, (text, dot) in enumerate(zip(texts, dots, strict=True)):
            if boxes[at] is None:
                others = [*dots[:at], *dots[at + 1 :]]
                box = _free(dot, text_width(text, size), size, others, inside, taken, is_led=is_led)
                taken += [box] if box else []
                boxes[at] = box
    return tuple(boxes)


def leader(dot: Dot, box: Box) -> tuple[Point, Point] | None:
    """Return the line that leads from a dot to its name; None where they are side by side."""
    x, y = box.nearest_to(dot.x, dot.y)
    if dot.away_from(box) <= dot.radius + GAPS[-1] + 1:
        return None
    return (dot.x, dot.y), (x, y)


def _free(
    dot: Dot,
    width: float,
    size: float,
    others: Sequence[Dot],
    inside: Box,
    taken: Sequence[Box],
    *,
    is_led: bool,
) -> Box | None:
    wanted = _led_to if is_led else _beside
    free = (
        box
        for box in wanted(dot, width, size * LINE_HEIGHT)
        if inside.holds(box)
        and not any(box.meets(other) for other in taken)
        and (_is_led_alone(dot, box, taken) if is_led else _is_nearest(dot, box, others))
    )
    return next(free, None)


def _is_nearest(dot: Dot, box: Box, others: Sequence[Dot]) -> bool:
    own = dot.away_from(box)
    return all(other.away_from(box) >= own + NEARER for other in others)


def _is_led_alone(dot: Dot, box: Box, taken: Sequence[Box]) -> bool:
    """Tell whether a line to the name passes every other mark and name."""
    line = leader(dot, box)
    if line is None:
        return False
    (x, y), (end_x, end_y) = line
    steps = [at / STEPS for at in range(STEPS + 1)]
    points = [Box(x + at * (end_x - x), y + at * (end_y - y), 0, 0) for at in steps]
    return not any(point.meets(other) for other in taken if other != dot.box for point in points)


def _beside(dot: Dot, width: float, height: float) -> Iterator[Box]:
    """Yield places for a name: to the right, to the left, above, below, and then further away."""
    for gap in GAPS:
        near, reach = dot.radius + gap, dot.radius + gap - 3
        right, left = dot.x + near, dot.x - near - width
        yield Box(right, dot.y - height / 2, width, height)
        yield Box(left, dot.y - height / 2, width, height)
        for y in (dot.y - reach - height, dot.y + reach):
            for x in (dot.x - width / 2, dot.x + dot.radius / 2, dot.x - dot.radius / 2 - width):
                yield Box(x, y, width, height)


def _led_to(dot: Dot, width: float, height: float) -> Iterator[Box]:
    """Yield places around a dot, ever further away."""
    for gap in LED:
        away = dot.radius + gap
        for turn in range(TURNS):
            angle = 2 * pi * turn / TURNS
            x, y = dot.x + away * cos(angle), dot.y + away * sin(angle)
            yield Box(x if x >= dot.x else x - width, y - height / 2, width, height)
