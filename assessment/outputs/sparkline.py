"""The months of a change as a picture the size of a word."""

from base64 import b64encode
from collections.abc import Sequence

from assessment.outputs.charts import BEFORE, NOW

WIDTH, HEIGHT, EDGE = 132, 36, 4


def sparkline(previous: Sequence[int | None], current: Sequence[int | None]) -> str:
    """Draw both periods over each other, from the fewest to the most of either.

    It shows the shape of the months, which an axis from 0 would flatten to a line. It is
    decoration: the counts stand beside it in words.
    """
    known = [count for count in (*previous, *current) if count is not None]
    least, most = min(known, default=0), max(known, default=0)
    lines = _lines(previous, f'stroke="{BEFORE}" stroke-dasharray="0.1 4.2"', least, most)
    lines += _lines(current, f'stroke="{NOW}"', least, most)
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">'
        f"{lines}</svg>"
    )
    # An image, because what a page is given as HTML is cleaned of drawings.
    coded = b64encode(picture.encode()).decode()
    return f'<img class="months" alt="" src="data:image/svg+xml;base64,{coded}">'


def _lines(counts: Sequence[int | None], pen: str, least: int, most: int) -> str:
    return "".join(
        f'<polyline points="{" ".join(points)}" {pen}/>'
        for points in _unbroken(counts, least, most)
    )


def _unbroken(counts: Sequence[int | None], least: int, most: int) -> list[list[str]]:
    """Return the points of each run of months that are covered: a gap stays a gap."""
    step = (WIDTH - 2 * EDGE) / max(len(counts) - 1, 1)
    runs: list[list[str]] = [[]]
    for position, count in enumerate(counts):
        if count is None:
            runs.append([])
        else:
            # Months that are all alike run along the middle.
            share = (count - least) / (most - least) if most > least else 0.5
            across, down = EDGE + position * step, HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)
            runs[-1].append(f"{across:.1f},{down:.1f}")
    # One month alone is a dot: a line of no length with round ends.
    return [run * 2 if len(run) == 1 else run for run in runs if run]
