"""A line chart as the plotly figure of a page."""

from collections.abc import Iterator
from math import ceil
from textwrap import wrap

from assessment.outputs.charts.line_chart import Band, Line, LineChart, Mark
from assessment.outputs.charts.plotly_style import ON_LIGHT, Figure, Ink, inked
from assessment.outputs.charts.roles import COLOURS, Role
from assessment.outputs.escaping import plotly

# What the upward axis counts stands above it: beside it, turned, it would be hard to read.
UNIT: Figure = {
    "xref": "paper",
    "yref": "paper",
    "x": 0,
    "y": 1,
    "xanchor": "left",
    "yanchor": "bottom",
    "yshift": 14,
    "showarrow": False,
}
# A phone has room for so many letters below the lines, and for no more names than these.
MOST_LETTERS, MOST_TIMES_NAMED = 32, 6
MOST_SINGLE_STEPS = 6
MARK = 12
# A name beside the lines: letters to a line, the width of a bold one, and what a phone can spare.
LONGEST_LINE, LETTER, MOST_ROOM = 9, 11, 130
POINTS = {Role.BEFORE: "circle-open"}
SHADE = "rgba(128, 134, 143, 0.18)"


def plotly_line_chart(chart: LineChart, ink: Ink = ON_LIGHT) -> Figure:
    """Draw a line chart: each line is named at its end, each mark has its shape."""
    times = [plotly(time) for time in chart.times]
    layout = inked(ink) | {
        "annotations": [
            *_names(chart, times),
            *(
                _event_name(number, event.words, event.at)
                for number, event in enumerate(chart.events, start=1)
            ),
            {**UNIT, "text": plotly(chart.unit[:1].upper() + chart.unit[1:])},
        ],
        "shapes": [_event_line(event.at, ink) for event in chart.events],
    }
    layout["xaxis"] = layout["xaxis"] | {
        # Half a step of room on the left, and none on the right, where the lines' names stand.
        "range": [-0.4, len(times) - (0.8 if _is_named(chart) else 0.6)],
        "tickvals": _times_named(times, _room_for_names(chart)),
        "categoryorder": "array",
        "categoryarray": times,
    }
    layout["yaxis"] = layout["yaxis"] | _scale(chart)
    layout["margin"] = layout["margin"] | {"r": _room_for_names(chart)}
    traces = [
        *(trace for band in chart.bands for trace in _band(band, times)),
        *(_line(line, times) for line in chart.lines),
        *(_marks(role, chart, times) for role in _roles_marked(chart)),
    ]
    return {"data": traces, "layout": layout}


def _line(line: Line, times: list[str]) -> Figure:
    colour = COLOURS[line.role]
    marker = {"size": 9, "symbol": POINTS.get(line.role, "circle"), "color": colour}
    return {
        "type": "scatter",
        "mode": "lines+markers" if line.has_points else "lines",
        "name": plotly(line.name),
        "x": times,
        "y": list(line.values),
        # A time without a value is a gap: a line drawn across it would be made up.
        "connectgaps": False,
        "line": {
            "color": colour,
            "width": 2 if line.role is Role.USUAL else 3,
            "dash": line.stroke.value,
        },
        **({"marker": marker} if line.has_points else {}),
        "hovertemplate": "%{y:,.1~f}",
    }


def _band(band: Band, times: list[str]) -> Iterator[Figure]:
    """Yield the lower edge of a band, and the upper one with all between them shaded."""
    edge = {"type": "scatter", "mode": "lines", "x": times, "line": {"width": 0}}
    shown = {"name": plotly(band.name), "hovertemplate": "%{y:,.1~f}"}
    yield {**edge, **shown, "y": list(band.low)}
    yield {**edge, **shown, "y": list(band.high), "fill": "tonexty", "fillcolor": SHADE}


def _roles_marked(chart: LineChart) -> list[Role]:
    return list(dict.fromkeys(mark.role for mark in chart.marks))


def _marks(role: Role, chart: LineChart, times: list[str]) -> Figure:
    marks: list[Mark] = [mark for mark in chart.marks if mark.role is role]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [times[mark.at] for mark in marks],
        "y": [mark.value for mark in marks],
        "text": [plotly(mark.words) for mark in marks],
        "hovertemplate": "%{text}",
        "name": "",
        "marker": {
            "size": MARK,
            "symbol": [mark.points.value for mark in marks],
            "color": COLOURS[role],
            "line": {"width": 1.5, "color": "#ffffff"},
        },
    }


def _times_named(times: list[str], room: int) -> list[str]:
    """Return the times that are named below the lines, evenly apart; beside these is less room."""
    longest = max(map(len, times), default=1)
    letters = MOST_LETTERS - room // LETTER
    most = min(MOST_TIMES_NAMED, max(2, letters // longest))
    return times[:: max(1, ceil(len(times) / most))]


def _is_named(chart: LineChart) -> bool:
    return any(line.is_named for line in chart.lines)


def _scale(chart: LineChart) -> Figure:
    """Step an axis of few records by one: there is no half of one."""
    if not chart.from_zero:
        return {"rangemode": "normal", "tickformat": ",.3~g"}
    if chart.most is not None:
        return {"range": [0, chart.most * 1.05]}
    if chart.highest > MOST_SINGLE_STEPS:
        return {}
    # Of none at all, too, the axis begins at 0 and has a step.
    return {"dtick": 1} if chart.highest else {"dtick": 1, "range": [0, 1]}


def _names(chart: LineChart, times: list[str]) -> list[Figure]:
    """Name each line at its last value, the higher one above its point and the lower one below."""
    ends = [
        (line.name, *last) for line in chart.lines if line.is_named and (last := _last(line.values))
    ]
    ends.sort(key=lambda end: end[2])
    anchors = ("top", "bottom") if len(ends) == 2 else ("middle",) * len(ends)
    return [
        {
            "x": times[at],
            "y": value,
            "text": f"<b>{_broken(plotly(name))}</b>",
            "align": "left",
            "showarrow": False,
            "xanchor": "left",
            "yanchor": anchor,
            "xshift": 10,
        }
        for (name, at, value), anchor in zip(ends, anchors, strict=True)
    ]


def _broken(name: str) -> str:
    """Break a name between words, so that it needs little room beside the lines."""
    return "<br>".join(_lines(name))


def _lines(name: str) -> list[str]:
    return wrap(name, LONGEST_LINE, break_long_words=False)


def _room_for_names(chart: LineChart) -> int:
    """Return the room that the lines' names need on the right; little where none is named."""
    if not _is_named(chart):
        return 12
    letters = (len(each) for line in chart.lines if line.is_named for each in _lines(line.name))
    return max(76, min(LETTER * max(letters, default=0), MOST_ROOM))


def _last(values: tuple[float | None, ...]) -> tuple[int, float] | None:
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    return known[-1] if known else None


def _event_line(at: int, ink: Ink) -> Figure:
    """Draw a line between a time and the one before it, where something was changed."""
    line = {"color": ink.text, "width": 1, "dash": "dash"}
    where = {"x0": at - 0.5, "x1": at - 0.5, "y0": 0, "y1": 1}
    return {"type": "line", "xref": "x", "yref": "paper", **where, "line": line}


def _event_name(number: int, words: str, at: int) -> Figure:
    """Number the line of an event: what it was stands below the chart, where there is room."""
    return {
        "x": at - 0.5,
        "y": 1,
        "yref": "paper",
        "yanchor": "top",
        "xanchor": "left",
        "xshift": 3,
        "showarrow": False,
        "text": f"<b>{number}</b>",
        "hovertext": plotly(words),
    }
