"""A chart of dots as the plotly figure of a page: a line for each, its name on the left."""

from assessment.outputs.charts.dot_chart import DotChart
from assessment.outputs.charts.plotly_style import ON_LIGHT, Figure, Ink, inked
from assessment.outputs.charts.shades import colour
from assessment.outputs.escaping import plotly

LINE, AROUND = 26, 70
# Longer names would leave no room for the dots on a phone.
LONGEST_NAME = 22


def plotly_dot_chart(chart: DotChart, ink: Ink = ON_LIGHT) -> Figure:
    """Draw a chart of dots, the first at the top."""
    dots = chart.drawn
    places = list(range(len(dots)))
    layout = inked(ink) | {"height": AROUND + LINE * len(dots), "hovermode": "closest"}
    layout["margin"] = {"l": 8, "r": 24, "t": 30, "b": 8}
    layout["xaxis"] = inked(ink)["yaxis"] | {
        "type": "linear",
        "side": "top",
        "rangemode": "tozero" if chart.from_zero else "normal",
        "showgrid": True,
        # Where values lie on both sides of it, none is the line that they are read against.
        "zeroline": not chart.from_zero,
        "zerolinecolor": ink.text,
        "zerolinewidth": 1.5,
        "tickangle": 0,
        # A phone has room for no more.
        "nticks": 4,
        "title": {"text": plotly(chart.unit), "font": {"size": 15}},
    }
    layout["yaxis"] = inked(ink)["xaxis"] | {
        "type": "linear",
        "showgrid": True,
        "zeroline": False,
        "gridcolor": ink.grid,
        "range": [len(dots) - 0.4, -0.6],
        "tickvals": places,
        "ticktext": [plotly(_short(dot.name)) for dot in dots],
    }
    return {"data": [_dots(chart, ink)], "layout": layout}


def _dots(chart: DotChart, ink: Ink) -> Figure:
    dots = chart.drawn
    values = [dot.value or 0 for dot in dots]
    ends = [(dot.low, dot.high) for dot in dots]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": values,
        "y": list(range(len(dots))),
        "text": [dot.symbol for dot in dots],
        "textposition": "middle right",
        "textfont": {"color": ink.text},
        # What a press is of, and what is said.
        "customdata": [(dot.name, plotly(f"{dot.name}: {dot.words}")) for dot in dots],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "marker": {
            "size": 13,
            "color": [colour(dot.shade, ink) for dot in dots],
            "line": {"width": 1, "color": ink.text},
        },
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [
                0 if high is None else high - value
                for (_, high), value in zip(ends, values, strict=True)
            ],
            "arrayminus": [
                0 if low is None else value - low
                for (low, _), value in zip(ends, values, strict=True)
            ],
            "color": ink.text,
            "thickness": 1.5,
            "width": 0,
        },
    }


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
