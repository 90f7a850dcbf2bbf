"""The trend of a series: what its months usually lie between, which do not, and what may follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessment.changes.question import Question
from assessment.definitions import Direction
from assessment.patterns.trends.control_chart import (
    RUN,
    Limits,
    Signal,
    control_chart,
)
from assessment.patterns.trends.monthly_series import MonthlySeries, monthly_series
from assessment.patterns.trends.seasonal_pattern import MONTHS, SeasonalPattern, seasonal_pattern
from assessment.people import Permission
from assessment.periods import add_months
from assessment.permissions import needs
from assessment.workspace import Workspace

# A line of fewer records than this shows chance.
FEWEST_RECORDS = 20
# What is usual is not known from fewer months.
FEWEST_MONTHS = 12
MONTHS_TO_COME = 6


class Variation(StrEnum):
    """What the latest month tells, as "Making Data Count" marks it."""

    USUAL = "usual"  # nothing but the usual ups and downs
    HIGH = "high"
    LOW = "low"
    UNKNOWN = "unknown"  # too few months, or too few records


@dataclass(frozen=True)
class Expected:
    """A month to come, and what it lies between if nothing changes."""

    month: date
    limits: Limits


@dataclass(frozen=True)
class Trend:
    """A series with what is usual of it: everything has one entry for each of its months.

    `limits` are what a month like this one usually lies between, season included; None where that
    is not known. `signals` say how it is out of the usual. `year_to` are the records of the twelve
    months that end with it, None where one is not known.
    """

    series: MonthlySeries
    season: SeasonalPattern
    limits: tuple[Limits | None, ...]
    signals: tuple[tuple[Signal, ...], ...]
    year_to: tuple[int | None, ...]
    expected: tuple[Expected, ...]

    @property
    def variation(self) -> Variation:
        """What the latest month tells."""
        if self.limits[-1] is None:
            return Variation.UNKNOWN
        if not self.signals[-1]:
            return Variation.USUAL
        return Variation.HIGH if self.signals[-1][0].is_high else Variation.LOW

    @property
    def is_worse(self) -> bool | None:
        """Whether the latest month is out of the usual for the worse; None where neither."""
        return self.is_worse_at(len(self.signals) - 1)

    def is_worse_at(self, at: int) -> bool | None:
        """Tell whether a month is out of the usual for the worse; None where neither."""
        direction = self.series.measure.direction
        if not self.signals[at] or direction is Direction.NEUTRAL:
            return None
        return self.signals[at][0].is_high == (direction is Direction.DOWN)


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def trends(workspace: Workspace, question: Question) -> tuple[Trend, ...]:
    """Return the trend of every row that the question has: of each measure, or of each area.

    What is usual is known from the months before the question's period, where there are twelve.
    """
    since = question.period.start
    return tuple(trend_of(series, since) for series in monthly_series(workspace, question))


def trend_of(series: MonthlySeries, since: date) -> Trend:
    """Return the trend of a series, whose months from `since` on are looked at."""
    season = seasonal_pattern(series.months, series.judged, series.restarts)
    limits: list[Limits | None] = [None] * len(series.months)
    signals: list[tuple[Signal, ...]] = [()] * len(series.months)
    stretches = [] if series.known < FEWEST_RECORDS else list(_stretches(series))
    level: Limits | None = None
    for stretch in stretches:
        level = _judge(series, season, stretch, since, limits, signals)
    return Trend(
        series,
        season,
        tuple(limits),
        tuple(signals),
        tuple(_years_to(series.counts)),
        tuple(_expected(series, season, level)),
    )


def _stretches(series: MonthlySeries) -> Iterator[list[int]]:
    """Yield the known months between recording events, as their places in the series."""
    stretch: list[int] = []
    for at, month in enumerate(series.months):
        if month in series.restarts:
            yield stretch
            stretch = []
        if series.judged[at] is not None:
            stretch.append(at)
    yield stretch


def _judge(
    series: MonthlySeries,
    season: SeasonalPattern,
    stretch: Sequence[int],
    since: date,
    limits: list[Limits | None],
    signals: list[tuple[Signal, ...]],
) -> Limits | None:
    """Set the months of a stretch beside what is usual in it; return the level that it ends with.

    None, with nothing set, where it is too short to know.
    """
    if len(stretch) < FEWEST_MONTHS:
        return None
    values = [(series.counts[at] or 0) / season.factor(series.months[at]) for at in stretch]
    earlier = sum(series.months[at] < since for at in stretch)
    baseline = values[:earlier] if earlier >= FEWEST_MONTHS else values
    chart = control_chart(values, baseline, wider=season.fitted)
    for at, found in zip(stretch, chart.signals, strict=True):
        limits[at] = chart.limits.scaled(season.factor(series.months[at]))
        signals[at] = found
    return _latest_level(values, chart.limits, chart.signals[-1])


def _latest_level(values: Sequence[float], usual: Limits, last: Sequence[Signal]) -> Limits:
    """Return what values are around at the end: the usual, or where they have moved to."""
    if not {Signal.RUN_ABOVE, Signal.RUN_BELOW}.intersection(last):
        return usual
    centre = sum(values[-RUN:]) / RUN
    moved = centre - usual.centre
    return Limits(centre, usual.low + moved, usual.high + moved)


def _expected(
    series: MonthlySeries, season: SeasonalPattern, level: Limits | None
) -> Iterator[Expected]:
    """Yield the months to come, where it is known what the latest ones are around."""
    if level is None:
        return
    for ahead in range(1, MONTHS_TO_COME + 1):
        month = add_months(series.months[-1], ahead)
        yield Expected(month, level.scaled(season.factor(month)))


def _years_to(counts: Sequence[int | None]) -> Iterator[int | None]:
    """Yield the records of the twelve months that end with each."""
    for end in range(1, len(counts) + 1):
        year = counts[end - MONTHS : end] if end >= MONTHS else ()
        known = [n for n in year if n is not None]
        yield sum(known) if len(known) == MONTHS else None
