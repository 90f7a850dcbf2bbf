"""The months of a change as a picture the size of a word."""

from base64 import b64encode
from collections.abc import Sequence

from assessment.outputs.charts import BEFORE, NOW

WIDTH, HEIGHT, EDGE = 132, 34, 3


def sparkline(previous: Sequence[int | None], current: Sequence[int | None]) -> str:
    """Draw both periods over each other; it is decoration: the counts stand beside it in words."""
    most = max([count for count in (*previous, *current) if count is not None], default=0)
    lines = _lines(previous, BEFORE, 1.5, most) + _lines(current, NOW, 2.5, most)
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'fill="none" stroke-linecap="round" stroke-linejoin="round">{lines}</svg>'
    )
    # An image, because what a page is given as HTML is cleaned of drawings.
    coded = b64encode(picture.encode()).decode()
    return f'<img class="months" alt="" src="data:image/svg+xml;base64,{coded}">'


def _lines(counts: Sequence[int | None], colour: str, width: float, most: int) -> str:
    return "".join(
        f'<polyline points="{" ".join(points)}" stroke="{colour}" stroke-width="{width}"/>'
        for points in _unbroken(counts, most)
    )


def _unbroken(counts: Sequence[int | None], most: int) -> list[list[str]]:
    """Return the points of each run of months that are covered: a gap stays a gap."""
    step = (WIDTH - 2 * EDGE) / max(len(counts) - 1, 1)
    runs: list[list[str]] = [[]]
    for position, count in enumerate(counts):
        if count is None:
            runs.append([])
        else:
            height = (HEIGHT - 2 * EDGE) * count / max(most, 1)
            runs[-1].append(f"{EDGE + position * step:.1f},{HEIGHT - EDGE - height:.1f}")
    # One month alone is a dot: a line of no length with round ends.
    return [run * 2 if len(run) == 1 else run for run in runs if run]
