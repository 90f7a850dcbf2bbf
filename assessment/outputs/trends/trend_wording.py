"""What a trend tells, in words that need no course in statistics."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from assessment.numbers import rounded
from assessment.outputs.charts.roles import Role
from assessment.patterns.trends import Limits, Signal, Trend, Variation
from assessment.patterns.trends.trend import FEWEST_MONTHS, FEWEST_RECORDS
from assessment.periods import months_in_words

HOW_TO_READ = (
    "The shaded band is what a month like this one usually lies between: while nothing changes, "
    "hardly any month is outside it. Months out of the usual are marked: those outside the band, "
    "two of three near its edge, and seven or more in a row on one side of its middle, or that "
    "rise or fall. Its end, without a line, is what the months to come would lie between if "
    "nothing changed."
)


class Said(NamedTuple):
    """What the latest month tells: a mark, words, and what the mark stands for."""

    symbol: str
    words: str
    role: Role


class OutOfTheUsual(NamedTuple):
    """A month that is out of the usual, and what is said of it."""

    month: date
    records: int
    words: str
    is_high: bool


def finding(trend: Trend, since: date) -> str:
    """Say in a sentence what the months from `since` on tell."""
    label = trend.series.measure.label
    if trend.variation is Variation.UNKNOWN:
        return f"{label}: {too_little(trend)}"
    months = sum(month >= since for month in trend.series.months)
    out = [found for found in out_of_the_usual(trend) if found.month >= since]
    high, low = sum(found.is_high for found in out), sum(not found.is_high for found in out)
    if not out:
        return f"{label}: only the usual ups and downs in the last {months} months"
    parts = [f"{n} {side}" for n, side in ((high, "higher"), (low, "lower")) if n]
    verb = "was" if high + low == 1 else "were"
    return f"{label}: {' and '.join(parts)} of the last {months} months {verb} out of the usual"


def too_little(trend: Trend) -> str:
    """Say why nothing is known of what is usual."""
    if trend.series.known < FEWEST_RECORDS:
        return f"fewer than {FEWEST_RECORDS} records in all, too few to show a trend"
    since = (
        " since what is recorded changed" if any(e.restarts for e in trend.series.events) else ""
    )
    return f"fewer than {FEWEST_MONTHS} months are known{since}, too few to say what is usual"


def out_of_the_usual(trend: Trend) -> list[OutOfTheUsual]:
    """Return every month that is out of the usual, the latest first."""
    series = trend.series
    return [
        OutOfTheUsual(
            month,
            count,
            f"{month:%B %Y} ({count:,}): {_how(signals)}{_usual(limits)}",
            signals[0].is_high,
        )
        for month, count, signals, limits in zip(
            reversed(series.months),
            reversed(series.counts),
            reversed(trend.signals),
            reversed(trend.limits),
            strict=True,
        )
        if signals and count is not None
    ]


def _how(signals: Sequence[Signal]) -> str:
    return ", ".join(signal.value for signal in signals)


def _usual(limits: Limits | None) -> str:
    if limits is None:
        return ""
    return f" (usually {rounded(limits.low, 0):,} to {rounded(limits.high, 0):,})"


def latest(trend: Trend) -> Said:
    """Say what the latest month tells, as the mark that stands beside its name."""
    match trend.variation:
        case Variation.UNKNOWN:
            return Said("○", "not enough to say", Role.OTHER)
        case Variation.USUAL:
            return Said("●", "usual ups and downs", Role.USUAL)
        case variation:
            side = "higher" if variation is Variation.HIGH else "lower"
            symbol = "▲" if variation is Variation.HIGH else "▼"
            judged = {True: ", worse", False: ", better", None: ""}[trend.is_worse]
            return Said(symbol, f"{side} than usual{judged}", role_of(trend.is_worse))


def role_of(is_worse: bool | None) -> Role:
    """Return what a mark stands for that is for the worse, the better, or neither."""
    return {True: Role.WORSE, False: Role.BETTER, None: Role.NOTABLE}[is_worse]


def in_words(trend: Trend) -> str:
    """Say what the chart of a trend shows, for who does not see it."""
    series = trend.series
    by_month = list(zip(series.counts, series.months, strict=True))
    known = [(n, month) for n, month in by_month if n is not None]
    missing = [month for n, month in by_month if n is None]
    most, least = max(known), min(known)
    gaps = f" Not covered: {months_in_words(missing)}." if missing else ""
    out = out_of_the_usual(trend)
    usual = f" {len(out)} of them are out of the usual." if out else " None is out of the usual."
    if trend.variation is Variation.UNKNOWN:
        usual = f" {too_little(trend).capitalize()}."
    return (
        f"Line chart: {series.measure.label}, {series.area}, {len(known)} months from "
        f"{series.months[0]:%B %Y} to {series.months[-1]:%B %Y}: most in {most[1]:%B %Y} "
        f"({most[0]:,}), fewest in {least[1]:%B %Y} ({least[0]:,}).{usual}{gaps} "
        "Every month is in the table below the chart."
    )
