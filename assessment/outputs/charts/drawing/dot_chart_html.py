"""A chart of dots as the HTML table of a page: in each row a dot on one scale, and its value.

It grows with the letters of the page, from a phone to a hall; its numbers are read and heard.
"""

from dataclasses import dataclass

from assessment.outputs.charts.dot_chart import Dot, DotChart
from assessment.outputs.charts.shades import COLOURS
from assessment.outputs.escaping import Html, html
from assessment.outputs.html_table import framed

# Per cent of the room that is left free on either side, so that no dot is cut off.
EDGE = 3.0


@dataclass(frozen=True)
class _Scale:
    """From where to where the dots may lie; 0 is always on it."""

    least: float
    most: float

    def at(self, value: float) -> float:
        """Return where a value lies, from 0 to 100."""
        span = (self.most - self.least) or 1.0
        return EDGE + (100 - 2 * EDGE) * (value - self.least) / span


def dot_chart_html(chart: DotChart) -> Html:
    """Return the chart as a table; a row without a value says why."""
    scale = _scale(chart)
    zero = f"{scale.at(0):.1f}"
    head = (
        f'<th scope="col" class="words">{html(chart.dot_name)}</th>'
        '<th scope="col"><span class="unseen">As a dot</span>'
        f'<span class="scale" aria-hidden="true"><span style="left:{zero}%">0</span></span></th>'
        '<th scope="col"><span class="unseen">What is said of it</span></th>'
    )
    rows = "".join(_row(dot, scale, chart.nothing) for dot in chart.dots)
    return framed("dots", f"{chart.unit[:1].upper()}{chart.unit[1:]}", head, rows)


def _scale(chart: DotChart) -> _Scale:
    ends = [end for dot in chart.dots for end in (dot.low, dot.value, dot.high) if end is not None]
    return _Scale(min([0.0, *ends]), max([0.0, *ends]))


def _row(dot: Dot, scale: _Scale, nothing: str) -> Html:
    said = dot.words or nothing
    words = f"{html(dot.symbol)} {html(said)}".strip()
    return (
        f'<tr><th scope="row">{html(dot.name)}</th><td class="dot">{_drawn(dot, scale)}</td>'
        f'<td class="words">{words}</td></tr>'
    )


def _drawn(dot: Dot, scale: _Scale) -> Html:
    """Draw a dot over what it lies between, in its colour on light and on dark."""
    if dot.value is None:
        return ""
    light, dark = COLOURS[dot.shade]
    between = ""
    if dot.low is not None and dot.high is not None:
        low, high = scale.at(dot.low), scale.at(dot.high)
        between = f'<b style="left:{low:.1f}%;width:{high - low:.1f}%"></b>'
    return (
        f'<span class="line" aria-hidden="true"><u style="left:{scale.at(0):.1f}%"></u>{between}'
        f'<i style="left:{scale.at(dot.value):.1f}%;background:light-dark({light},{dark})"></i>'
        "</span>"
    )
