"""A described chart made ready for a page: its picture, the same in words, and as a table."""

from dataclasses import dataclass

from assessment.outputs.charts.line_chart import LineChart
from assessment.outputs.charts.plotly_line_chart import plotly_line_chart
from assessment.outputs.charts.plotly_style import ON_LIGHT, Figure, Ink
from assessment.outputs.escaping import Html


@dataclass(frozen=True)
class DrawnChart:
    """A chart as a page shows it; `title` states what it shows."""

    title: str
    figure: Figure
    alt: str
    table: Html


def draw(chart: LineChart, ink: Ink = ON_LIGHT) -> DrawnChart:
    """Draw a chart in the colours for a background."""
    figure = plotly_line_chart(chart, ink)
    return DrawnChart(chart.title, figure, chart.alt, chart.table.as_html)
