"""Trends described as charts: months with what is usual, twelve at a time, side by side."""

from collections.abc import Sequence
from datetime import date

from assessment.outputs.charts.line_chart import Band, Event, Line, LineChart, Mark, Points, Stroke
from assessment.outputs.charts.roles import Role
from assessment.outputs.trends.trend_wording import finding, in_words, latest, role_of
from assessment.patterns.trends import Limits, Trend

NOT_COVERED = "not covered"
NO_YEAR = "twelve months in a row are not known"


def months_chart(trend: Trend, since: date) -> LineChart:
    """Describe the months of a trend, what they usually lie between, and which do not."""
    series = trend.series
    to_come = [expected.month for expected in trend.expected]
    times = tuple(f"{month:%b %Y}" for month in (*series.months, *to_come))
    after: tuple[None, ...] = (None,) * len(to_come)
    limits = (*trend.limits, *(expected.limits for expected in trend.expected))
    bands = (_band("Usually", limits),) if any(limits) else ()
    middle = (Line("Middle", _side(limits, "centre"), Role.USUAL, Stroke.DASHED, is_named=False),)
    return LineChart(
        finding(trend, since),
        f"{series.measure.noun[1]} a month",
        times,
        (*(middle if bands else ()), _recorded((*series.counts, *after))),
        in_words(trend),
        bands,
        _marks(trend),
        tuple(Event(series.months.index(event.month), event.effect) for event in series.events),
        nothing=NOT_COVERED,
    )


def years_chart(trend: Trend) -> LineChart:
    """Describe the records of the twelve months that end with each month: no season is in them."""
    series = trend.series
    said = _years_in_words(trend)
    return LineChart(
        f"{series.measure.label}, twelve months at a time: {said}",
        f"{series.measure.noun[1]} in twelve months",
        tuple(f"{month:%b %Y}" for month in series.months),
        (Line("Twelve months", trend.year_to, Role.NOW, is_named=False),),
        f"Line chart: {series.measure.label}, {series.area}, {said}.",
        nothing=NO_YEAR,
    )


def small_charts(trends: Sequence[Trend], since: date, *, common_scale: bool) -> list[LineChart]:
    """Describe trends to stand side by side, on one scale or each on its own."""
    charts = [months_chart(trend, since) for trend in trends]
    most = max((chart.highest for chart in charts), default=0) if common_scale else None
    return [
        LineChart(
            chart.title,
            chart.unit,
            chart.times,
            chart.lines[-1:],
            f"{trend.series.area}, {trend.series.measure.label}: {latest(trend).words}",
            chart.bands,
            chart.marks[-1:] if trend.signals[-1] else (),
            most=most or chart.highest,
        )
        for trend, chart in zip(trends, charts, strict=True)
    ]


def _recorded(counts: tuple[int | None, ...]) -> Line:
    return Line("Recorded", counts, Role.NOW, is_named=False)


def _years_in_words(trend: Trend) -> str:
    """Say where the records of twelve months began, and where they are."""
    pairs = zip(trend.series.months, trend.year_to, strict=True)
    known = [(f"{month:%B %Y}", n) for month, n in pairs if n is not None]
    if not known:
        return NO_YEAR
    (first, before), (last, now) = known[0], known[-1]
    return f"from {before:,} in those to {first} to {now:,} in those to {last}"


def _band(name: str, limits: Sequence[Limits | None]) -> Band:
    return Band(name, _side(limits, "low"), _side(limits, "high"))


def _side(limits: Sequence[Limits | None], side: str) -> tuple[float | None, ...]:
    return tuple(None if each is None else round(getattr(each, side), 1) for each in limits)


def _marks(trend: Trend) -> tuple[Mark, ...]:
    """Mark every month that is out of the usual, for the worse, the better or neither."""
    return tuple(
        Mark(
            at,
            count,
            role_of(trend.is_worse_at(at)),
            ", ".join(signals),
            Points.UP if signals[0].is_high else Points.DOWN,
        )
        for at, (count, signals) in enumerate(zip(trend.series.counts, trend.signals, strict=True))
        if signals and count is not None
    )
