"""Many small charts side by side, each with its name and what its latest month tells."""

from collections.abc import Sequence

from assessment.outputs.charts.line_chart import LineChart
from assessment.outputs.charts.svg_line_chart import image
from assessment.outputs.escaping import Html, html
from assessment.outputs.trends.trend_wording import latest
from assessment.patterns.trends import Trend


def multiples(trends: Sequence[Trend], charts: Sequence[LineChart], *, by_area: bool) -> Html:
    """Return a list of small charts: named by area or by measure."""
    items = "".join(
        _item(trend, chart, trend.series.area if by_area else trend.series.measure.label)
        for trend, chart in zip(trends, charts, strict=True)
    )
    return f'<ul class="multiples">{items}</ul>'


def _item(trend: Trend, chart: LineChart, name: str) -> Html:
    said, count = latest(trend), trend.series.counts[-1]
    number = "not covered" if count is None else f"{count:,}"
    month = f"{trend.series.months[-1]:%b %Y}"
    return (
        f"<li><h3>{html(name)}</h3>{image(chart)}"
        f"<p><strong>{number}</strong> <small>{month}</small> "
        f'<span class="{said.role}">{said.symbol} {said.words}</span></p></li>'
    )
