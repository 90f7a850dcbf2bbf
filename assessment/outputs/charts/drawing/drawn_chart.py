"""A described chart made ready for a page: its picture, the same in words, and as a table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assessment.outputs.charts.area_map import AreaMap
from assessment.outputs.charts.dot_chart import DotChart
from assessment.outputs.charts.drawing.plotly_area_map import plotly_area_map
from assessment.outputs.charts.drawing.plotly_dot_chart import plotly_dot_chart
from assessment.outputs.charts.drawing.plotly_line_chart import plotly_line_chart
from assessment.outputs.charts.line_chart import LineChart
from assessment.outputs.charts.plotly_style import ON_LIGHT, Figure, Ink
from assessment.outputs.escaping import Html

Chart = LineChart | AreaMap | DotChart
# Who draws which kind.
DRAWN_BY: dict[type[Any], Callable[[Any, Ink], Figure]] = {
    LineChart: plotly_line_chart,
    AreaMap: plotly_area_map,
    DotChart: plotly_dot_chart,
}


@dataclass(frozen=True)
class DrawnChart:
    """A chart as a page shows it; `title` states what it shows."""

    title: str
    figure: Figure
    alt: str
    table: Html


def draw(chart: Chart, ink: Ink = ON_LIGHT) -> DrawnChart:
    """Draw a chart in the colours for a background."""
    figure = DRAWN_BY[type(chart)](chart, ink)
    return DrawnChart(chart.title, figure, chart.alt, chart.table.as_html)
