"""Answers on a scale as diverging bars: what is good to the right, what is bad to the left.

Drawn as `charts` draws: plain dictionaries, each with the text that says what it shows. What a bar
is about stands above it and not beside it, so that the bars keep the whole width of a phone.
"""

from collections.abc import Sequence

from assessment.outputs.charts import ON_LIGHT, TEXT_SIZE, Figure, Ink, inked
from assessment.outputs.escaping import plotly
from assessment.outputs.survey.scale_bars import ScaleBar
from assessment.outputs.survey.survey_wording import whole

# Blue and orange, which nobody confuses, dark at the ends; grey between. Each with its own ink.
GOOD = (("#005a9c", "#ffffff"), ("#8fc1e8", "#14181f"))
BAD = (("#9c3d00", "#ffffff"), ("#f3b27a", "#14181f"))
MIDDLE = ("#c6ccd4", "#14181f")
ROW, BAR, EDGES = 92, 0.44, 24  # pixels of a row, the share of it that the bar takes, and around
TICK = 0.06  # of a row: how far the line of the middle stands out below a bar
LONGEST_LINE, SECOND_LINE = 38, 24  # letters of a line above a bar; pixels of the second one
# A part too narrow for its number in letters of this size goes without; the table has it.
SMALLEST_TEXT = 14


def diverging_chart(bars: Sequence[ScaleBar], ink: Ink = ON_LIGHT) -> Figure:
    """Draw bars of one scale under each other, the middle of each on one line."""
    rows = list(range(len(bars)))
    points = [part.label for part in bars[0].parts]
    fills = colours([part.side for part in bars[0].parts])
    starts = [_starts(bar) for bar in bars]
    widest = max(max(-parts[-1], _end(bar)) for parts, bar in zip(starts, bars, strict=True))
    # Two lines where one would run out of a phone, and then above every bar.
    parted = any(len(bar.label) + len(bar.note) > LONGEST_LINE for bar in bars)
    layout = inked(ink) | {
        "height": (ROW + SECOND_LINE * parted) * len(bars) + EDGES,
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4},
        "barmode": "overlay",
        "hovermode": "closest",
        "uniformtext": {"mode": "hide", "minsize": SMALLEST_TEXT},
        "xaxis": {
            "range": [-widest - 1, widest + 1],
            "visible": False,
            "fixedrange": True,
        },
        "yaxis": {"range": [len(bars) - 0.45, -0.75], "visible": False, "fixedrange": True},
        "shapes": [_middle(ink, row) for row in rows],
        "annotations": [_above(bar, row, parted=parted) for row, bar in enumerate(bars)],
    }
    traces = [
        _trace(point, fills[number], rows, [parts[number] for parts in starts], bars, number)
        for number, point in enumerate(points)
    ]
    return {"data": traces, "layout": layout}


def diverging_alt(bars: Sequence[ScaleBar]) -> str:
    """Say in words what `diverging_chart` shows."""
    shares = "; ".join(
        f"{bar.label}: " + ", ".join(f"{part.label} {whole(part.percent)}" for part in bar.parts)
        for bar in bars
    )
    return f"Diverging bars, the best answers on the right. {shares}. All is in the table below."


def colours(sides: Sequence[int]) -> list[tuple[str, str]]:
    """Return fill and ink for each point of a scale: the further from the middle, the darker."""
    good, bad = sides.count(1), sides.count(-1)
    pairs = []
    for number, side in enumerate(sides):
        if side == 0:
            pairs.append(MIDDLE)
        elif side > 0:
            pairs.append(GOOD[0 if number == 0 and good > 1 else -1])
        else:
            pairs.append(BAD[0 if number == len(sides) - 1 and bad > 1 else -1])
    return pairs


def _starts(bar: ScaleBar) -> list[float]:
    """Return where each part begins, the middle of the neutral ones being at 0."""
    reached = _end(bar)
    starts = []
    for part in bar.parts:
        reached -= part.percent
        starts.append(reached)
    return starts


def _end(bar: ScaleBar) -> float:
    good = sum(part.percent for part in bar.parts if part.side > 0)
    return good + sum(part.percent for part in bar.parts if part.side == 0) / 2


def _trace(
    point: str,
    fill: tuple[str, str],
    rows: list[int],
    starts: list[float],
    bars: Sequence[ScaleBar],
    number: int,
) -> Figure:
    percents = [bar.parts[number].percent for bar in bars]
    return {
        "type": "bar",
        "orientation": "h",
        "name": plotly(point),
        "x": percents,
        "y": rows,
        "base": starts,
        "width": BAR,
        "marker": {"color": fill[0], "line": {"color": "rgba(0,0,0,0)", "width": 0}},
        "text": [whole(percent) if percent else "" for percent in percents],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": fill[1], "size": TEXT_SIZE},
        # As data, which is not searched for what the template would fill in.
        "customdata": [
            (plotly(bar.label), plotly(point), whole(percent))
            for bar, percent in zip(bars, percents, strict=True)
        ],
        "hovertemplate": "%{customdata[0]}<br>%{customdata[2]} %{customdata[1]}<extra></extra>",
    }


def _middle(ink: Ink, row: int) -> Figure:
    """Return the line on which a bar is centred: behind it, so that it crosses no number."""
    ends = {"x0": 0, "x1": 0, "y0": row - BAR / 2, "y1": row + BAR / 2 + TICK}
    return {"type": "line", "layer": "below", "line": {"color": ink.text, "width": 2}, **ends}


def _above(bar: ScaleBar, row: int, *, parted: bool) -> Figure:
    between = "<br>" if parted else " "
    return {
        "xref": "paper",
        "x": 0,
        "y": row - BAR / 2,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "text": f"<b>{plotly(bar.label)}</b>{between}{plotly(bar.note)}".rstrip(),
        "showarrow": False,
    }
