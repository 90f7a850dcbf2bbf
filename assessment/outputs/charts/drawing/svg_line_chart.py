"""A line chart as a drawing of its own, small enough that many stand side by side.

It is an image, because what a page is given as HTML is cleaned of drawings; what it shows is said
in words beside it.
"""

from base64 import b64encode
from collections.abc import Sequence
from itertools import groupby

from assessment.outputs.charts.line_chart import Band, Line, LineChart, Mark
from assessment.outputs.charts.roles import COLOURS, Role
from assessment.outputs.escaping import Html

WIDTH, HEIGHT, EDGE = 260, 96, 6
GROUND = "#80868f"


def svg_line_chart(chart: LineChart) -> str:
    """Draw a line chart as SVG from 0 to its scale's end, without words."""
    most = chart.most or chart.highest or 1
    parts = [
        f'<line x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{HEIGHT - EDGE}" y2="{HEIGHT - EDGE}" '
        f'stroke="{GROUND}" stroke-width="1"/>',
        *(_band(band, len(chart.times), most) for band in chart.bands),
        *(_line(line, most) for line in chart.lines),
        *(_mark(mark, len(chart.times), most) for mark in chart.marks),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" fill="none" '
        f'stroke-linecap="round" stroke-linejoin="round">{"".join(parts)}</svg>'
    )


def image(chart: LineChart, kind: str = "multiple") -> Html:
    """Return the drawing as an image of a kind that the style sheet knows, said beside it."""
    coded = b64encode(svg_line_chart(chart).encode()).decode()
    return f'<img class="{kind}" alt="" src="data:image/svg+xml;base64,{coded}">'


def _across(at: int, times: int) -> float:
    return EDGE + at * (WIDTH - 2 * EDGE) / max(times - 1, 1)


def _down(value: float, most: float) -> float:
    return HEIGHT - EDGE - value / most * (HEIGHT - 2 * EDGE)


def _points(values: Sequence[float | None], times: int, most: float) -> list[list[str]]:
    """Return the points of each run of times that have a value: a gap stays a gap."""
    runs = groupby(enumerate(values), key=lambda pair: pair[1] is not None)
    points = [
        [
            f"{_across(at, times):.1f},{_down(value, most):.1f}"
            for at, value in run
            if value is not None
        ]
        for is_known, run in runs
        if is_known
    ]
    # One value alone is a dot: a line of no length with round ends.
    return [run * 2 if len(run) == 1 else run for run in points]


def _line(line: Line, most: float) -> str:
    width = 1.4 if line.role is Role.USUAL else 2.4
    dash = {"dot": ' stroke-dasharray="0.1 4.2"', "dash": ' stroke-dasharray="5 4"'}
    return "".join(
        f'<polyline points="{" ".join(run)}" stroke="{COLOURS[line.role]}" '
        f'stroke-width="{width}"{dash.get(line.stroke.value, "")}/>'
        for run in _points(line.values, len(line.values), most)
    )


def _band(band: Band, times: int, most: float) -> str:
    known = [at for at, low in enumerate(band.low) if low is not None]
    upper = [(at, band.high[at]) for at in known]
    lower = [(at, band.low[at]) for at in reversed(known)]
    points = " ".join(
        f"{_across(at, times):.1f},{_down(value or 0, most):.1f}" for at, value in (*upper, *lower)
    )
    return f'<polygon points="{points}" fill="{GROUND}" fill-opacity="0.2"/>' if known else ""


def _mark(mark: Mark, times: int, most: float) -> str:
    across, down = _across(mark.at, times), _down(mark.value, most)
    return f'<circle cx="{across:.1f}" cy="{down:.1f}" r="4.5" fill="{COLOURS[mark.role]}"/>'
