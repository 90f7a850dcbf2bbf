"""A map of areas as the plotly figure of a page: filled shapes, and nothing from elsewhere."""

from collections.abc import Iterator, Sequence

from assessment.outputs.charts.area_map import AreaClass, AreaMap, MapArea
from assessment.outputs.charts.plotly_style import ON_LIGHT, TEXT_SIZE, Figure, Ink, inked
from assessment.outputs.charts.shades import Shade, colour, written_on
from assessment.outputs.escaping import plotly

HEIGHT = 500
# Borders of more areas than this would cover a phone's map: they are half as wide.
MANY = 150
BORDER = 0.8


def plotly_area_map(area_map: AreaMap, ink: Ink = ON_LIGHT) -> Figure:
    """Draw a map: a trace for each class, and one with the words of every area."""
    drawn = [area for area in area_map.areas if area.drawn]
    hidden = {"visible": False, "fixedrange": True, "showgrid": False}
    layout = inked(ink) | {
        "height": HEIGHT,
        "hovermode": "closest",
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "yanchor": "top",
            "y": -0.02,
            "x": 0,
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"size": TEXT_SIZE - 2, "color": ink.text},
        },
        "margin": {"l": 4, "r": 4, "t": 8, "b": 8},
        "xaxis": hidden,
        # As wide as it is high: the grid's steps are as long in each direction.
        "yaxis": hidden | {"scaleanchor": "x", "scaleratio": 1},
    }
    width = BORDER if len(drawn) <= MANY else BORDER / 2
    traces = [
        *(
            _filled(of_class, [area for area in drawn if area.class_at == at], ink, width)
            for at, of_class in enumerate(area_map.classes)
        ),
        *(_outlined(area, ink) for area in drawn if area.is_chosen),
        _words(area_map, drawn, ink),
        *(
            _in_legend(words, of_class, ink)
            for words, of_class in zip(area_map.legend, area_map.classes, strict=True)
        ),
    ]
    return {"data": traces, "layout": layout}


def _filled(of_class: AreaClass, areas: Sequence[MapArea], ink: Ink, width: float) -> Figure:
    shade = colour(of_class.shade, ink)
    fill: Figure = {"fillcolor": shade}
    if of_class.shade is Shade.UNKNOWN:
        fill = {"fillpattern": {"shape": "/", "fgcolor": shade, "size": 7, "solidity": 0.25}}
    return {
        "type": "scatter",
        "mode": "lines",
        **_rings(areas),
        "fill": "toself",
        **fill,
        "line": {"width": width, "color": ink.text},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _outlined(area: MapArea, ink: Ink) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        **_rings([area]),
        "line": {"width": 5, "color": ink.text},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _in_legend(words: str, of_class: AreaClass, ink: Ink) -> Figure:
    """Name a class beside a square of its colour, which is nowhere on the map itself."""
    is_unknown = of_class.shade is Shade.UNKNOWN
    return {
        "type": "scatter",
        "mode": "markers",
        "name": plotly(words),
        "x": [None],
        "y": [None],
        "marker": {
            "symbol": "square-x-open" if is_unknown else "square",
            "size": 17,
            "color": colour(of_class.shade, ink),
            "line": {"width": 1, "color": ink.text},
        },
    }


def _rings(areas: Sequence[MapArea]) -> Figure:
    """Return every ring closed, with a gap after each."""
    points = list(_points(areas))
    return {"x": [x for x, _ in points], "y": [y for _, y in points]}


def _points(areas: Sequence[MapArea]) -> Iterator[tuple[int | None, int | None]]:
    for area in areas:
        for ring in area.drawn.rings if area.drawn else ():
            yield from ring
            yield ring[0]
            yield None, None


def _words(area_map: AreaMap, drawn: Sequence[MapArea], ink: Ink) -> Figure:
    """Say of every area what it is, where a pointer is near its middle; with its symbol."""
    labels = [area_map.label(area) for area in drawn]
    middles = [area.drawn.middle for area in drawn if area.drawn]
    return {
        "type": "scatter",
        "mode": "markers+text" if any(labels) else "markers",
        "x": [x for x, _ in middles],
        "y": [y for _, y in middles],
        "text": [plotly(label) for label in labels],
        # What a press is of, and what is said.
        "customdata": [(area.name, plotly(f"{area.name}: {area.words}")) for area in drawn],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "textfont": {
            "color": [written_on(area_map.classes[area.class_at].shade, ink) for area in drawn],
            "size": 12,
        },
        "marker": {"size": 18, "opacity": 0},
        "showlegend": False,
    }
