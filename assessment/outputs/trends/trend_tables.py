"""Trends as a table to download: a row for every month of every series, with what is usual."""

import re
from collections.abc import Iterator, Sequence

from assessment.changes import Question
from assessment.numbers import rounded
from assessment.outputs.tables import COUNT, SYNTHETIC, Cell, Column, Table, marked
from assessment.outputs.trends.trend_wording import HOW_TO_READ, finding
from assessment.patterns.trends import Limits, Trend

RATHER = "#,##0.0"
COLUMNS = (
    Column("Measure", 36),
    Column("Area", 24),
    Column("Month", 10),
    Column("Records", 10, COUNT),
    Column("Records of twelve months", 12, COUNT),
    Column("Usually from", 10, RATHER),
    Column("Usually to", 10, RATHER),
    Column("Middle of what is usual", 12, RATHER),
    Column("Out of the usual", 44),
    Column("What is to be known", 60),
    Column("Year and month", for_programs=True),
    Column("Measure id", for_programs=True),
    Column("Area code", for_programs=True),
)
NOT_COVERED = "not wholly covered"
DOUBTFUL = "far fewer records than usual: not judged"
TO_COME = "to come, if nothing changes"


def trends_table(question: Question, trends: Sequence[Trend], *, synthetic: bool) -> Table:
    """Return the months of some trends, and those to come, one below the other."""
    columns, rows = marked(
        COLUMNS, tuple(row for trend in trends for row in _rows(trend)), synthetic=synthetic
    )
    since = question.period.start
    about = (
        *([SYNTHETIC] if synthetic else []),
        f"Place: {question.place.label}",
        f"Months to {question.period.last_day:%B %Y}",
        *(f"{trend.series.area}: {finding(trend, since)}" for trend in trends),
    )
    notes = (("How to read what is usual", (HOW_TO_READ,)),)
    return Table("Trends over years", about, columns, rows, notes, "Trends")


def file_name(question: Question) -> str:
    """Return what a downloaded file is called, without its ending."""
    place = re.sub(r"\W+", "-", question.place.label.lower()).strip("-")
    return f"trends-{place}-{question.period.last_day:%Y-%m}"


def _rows(trend: Trend) -> Iterator[tuple[Cell, ...]]:
    series = trend.series
    what, ids = (series.measure.label, series.area), (series.measure.id, series.area_code)
    for at, month in enumerate(series.months):
        out = ", ".join(signal.value for signal in trend.signals[at])
        counts = (series.counts[at], trend.year_to[at])
        known = "; ".join(_to_be_known(trend, at))
        usual = _sides(trend.limits[at])
        yield (*what, f"{month:%b %Y}", *counts, *usual, out, known, f"{month:%Y-%m}", *ids)
    for expected in trend.expected:
        usual, to_come = _sides(expected.limits), expected.month
        none, month_id = (None, None), f"{to_come:%Y-%m}"
        yield (*what, f"{to_come:%b %Y}", *none, *usual, "", TO_COME, month_id, *ids)


def _to_be_known(trend: Trend, at: int) -> Iterator[str]:
    """Yield why a month is not there or not judged, and what is recorded otherwise from it on."""
    month = trend.series.months[at]
    if trend.series.counts[at] is None:
        yield NOT_COVERED
    elif month in trend.series.doubtful:
        yield DOUBTFUL
    yield from (event.effect for event in trend.series.events if event.month == month)


def _sides(limits: Limits | None) -> tuple[Cell, Cell, Cell]:
    if limits is None:
        return None, None, None
    low, high, middle = (
        float(rounded(side, 1)) for side in (limits.low, limits.high, limits.centre)
    )
    return low, high, middle
