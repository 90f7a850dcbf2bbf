"""What a trend tells, in words that need no course in statistics."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from assessment.numbers import rounded
from assessment.outputs.charts.roles import Role
from assessment.patterns.trends import Signal, Trend, Variation
from assessment.patterns.trends.trend import FEWEST_MONTHS, FEWEST_RECORDS
from assessment.periods import months_in_words

# What is said of months that are a run together.
RUNS = {
    Signal.RUN_ABOVE: "above the middle of what is usual",
    Signal.RUN_BELOW: "below the middle of what is usual",
    Signal.RISING: "each higher than the one before, for the time of year",
    Signal.FALLING: "each lower than the one before, for the time of year",
}
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


def finding(trend: Trend, since: date) -> str:
    """Say in a sentence what the months from `since` on tell."""
    label = trend.series.measure.label
    if trend.variation is Variation.UNKNOWN:
        return f"{label}: {too_little(trend)}"
    looked_at = _looked_at(trend, since)
    highs = [trend.signals[at][0].is_high for at in looked_at if trend.signals[at]]
    high, low = sum(highs), len(highs) - sum(highs)
    of = f"of the last {len(looked_at)} months"
    if not highs:
        return f"{label}: only the usual ups and downs in the last {len(looked_at)} months"
    if high and low:
        return f"{label}: {high} {of} {_were(high)} higher than usual, {low} lower"
    side = "higher" if high else "lower"
    return f"{label}: {high + low} {of} {_were(high + low)} {side} than usual"


def _were(n: int) -> str:
    return "was" if n == 1 else "were"


def too_little(trend: Trend) -> str:
    """Say why nothing is known of what is usual."""
    if trend.series.counts[-1] is None:
        return "the latest month is not covered"
    if trend.series.months[-1] in trend.series.doubtful:
        return "the latest month is doubtful: its source has far fewer records than usual"
    if trend.series.known < FEWEST_RECORDS:
        return f"fewer than {FEWEST_RECORDS} records in all, too few to show a trend"
    since = " since what is recorded changed" if trend.series.restarts else ""
    return f"fewer than {FEWEST_MONTHS} months are known{since}, too few to say what is usual"


def unusual_in_words(trend: Trend, since: date) -> list[str]:
    """Say which months from `since` on are out of the usual, and how, the latest first.

    Months of one run are told together, and by themselves only what else is said of them.
    """
    lines = {
        run[-1]: _run_in_words(trend, run, signal)
        for signal in RUNS
        for run in _runs(trend, signal)
        if trend.series.months[run[-1]] >= since
    }
    singles = {at: _month_in_words(trend, at) for at in _looked_at(trend, since)}
    every = [*lines.items(), *((at, words) for at, words in singles.items() if words)]
    return [words for _, words in sorted(every, key=lambda line: -line[0])]


def _looked_at(trend: Trend, since: date) -> list[int]:
    """Return the months from `since` on of which it is known what is usual; others tell nothing."""
    months = enumerate(trend.series.months)
    return [at for at, month in months if month >= since and trend.limits[at] is not None]


def _runs(trend: Trend, signal: Signal) -> list[list[int]]:
    """Return the places of each run of months that a signal is of."""
    having = [signal in signals for signals in trend.signals]
    stretches = groupby(range(len(having)), key=having.__getitem__)
    return [list(stretch) for has_it, stretch in stretches if has_it]


def _run_in_words(trend: Trend, run: Sequence[int], signal: Signal) -> str:
    first, last = trend.series.months[run[0]], trend.series.months[run[-1]]
    return f"{first:%B %Y} to {last:%B %Y}: {len(run)} months in a row {RUNS[signal]}"


def _month_in_words(trend: Trend, at: int) -> str:
    """Say how a month by itself is out of the usual; '' where it is not."""
    alone = [signal.value for signal in trend.signals[at] if signal not in RUNS][:1]
    count, limits = trend.series.counts[at], trend.limits[at]
    if not alone or count is None or limits is None:
        return ""
    usual = f"usually {rounded(limits.low, 0):,} to {rounded(limits.high, 0):,}"
    return f"{trend.series.months[at]:%B %Y} ({count:,}): {', '.join(alone)} ({usual})"


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
    out = sum(map(bool, trend.signals))
    usual = f" {out} of them are out of the usual." if out else " None is out of the usual."
    if trend.variation is Variation.UNKNOWN:
        usual = f" {too_little(trend).capitalize()}."
    return (
        f"Line chart: {series.measure.label}, {series.area}, {len(known)} months from "
        f"{series.months[0]:%B %Y} to {series.months[-1]:%B %Y}: most in {most[1]:%B %Y} "
        f"({most[0]:,}), fewest in {least[1]:%B %Y} ({least[0]:,}).{usual}{gaps} "
        "Every month is in the table below the chart."
    )
