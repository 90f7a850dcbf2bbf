"""Many small charts side by side, each with its name and what its latest month tells."""

from collections.abc import Sequence

from assessment.outputs.charts.drawing.svg_line_chart import image
from assessment.outputs.charts.line_chart import Line, LineChart
from assessment.outputs.charts.roles import Role
from assessment.outputs.escaping import Html, html
from assessment.outputs.trends.trend_wording import latest
from assessment.patterns.trends import Trend

# What a card has room for.
RECENT = 36


def multiples(trends: Sequence[Trend], charts: Sequence[LineChart], *, by_area: bool) -> Html:
    """Return a list of small charts: named by area or by measure."""
    items = "".join(
        _item(trend, chart, trend.series.area if by_area else trend.series.measure.label)
        for trend, chart in zip(trends, charts, strict=True)
    )
    return f'<ul class="multiples">{items}</ul>'


def recent_months(trend: Trend) -> Html:
    """Return the last three years of a trend as a picture, with the words that say what it is."""
    series = trend.series
    months, counts = series.months[-RECENT:], series.counts[-RECENT:]
    times = tuple(f"{month:%b %Y}" for month in months)
    line = Line("Recorded", counts, Role.NOW)
    chart = LineChart(series.measure.label, series.measure.noun[1], times, (line,), "")
    said = f"{len(months)} months to {months[-1]:%B %Y}"
    return f'{image(chart, "recent")}<p class="quiet"><small>{said}</small></p>'


def _item(trend: Trend, chart: LineChart, name: str) -> Html:
    said, count = latest(trend), trend.series.counts[-1]
    number = "not covered" if count is None else f"{count:,}"
    month = f"{trend.series.months[-1]:%b %Y}"
    caution = trend.series.caution
    beside = f"<p><small>{html(caution)}</small></p>" if caution else ""
    return (
        f"<li><h3>{html(name)}</h3>{image(chart)}"
        f"<p><strong>{number}</strong> <small>{month}</small> "
        f'<span class="{said.role}">{said.symbol} {said.words}</span></p>{beside}</li>'
    )
