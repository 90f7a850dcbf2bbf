"""The months of a change as a line chart, and the words that say what it shows."""

from calendar import month_abbr
from math import ceil

from assessment.changes import Change, Question
from assessment.outputs.changes.change_wording import where
from assessment.outputs.charts import BEFORE, NOW, ON_LIGHT, Figure, Ink, inked
from assessment.outputs.escaping import plotly
from assessment.periods import Period, PeriodKind

# What the upward axis counts stands above it: beside it, turned, it would be hard to read.
UNIT: Figure = {
    "xref": "paper",
    "yref": "paper",
    "x": 0,
    "y": 1,
    "xanchor": "left",
    "yanchor": "bottom",
    "yshift": 14,
    "showarrow": False,
}
# A phone has room for no more month names below the lines.
MOST_MONTHS_NAMED = 6
MOST_SINGLE_STEPS = 6


def monthly_chart(change: Change, question: Question, ink: Ink = ON_LIGHT) -> Figure:
    """Draw a measure's months, both periods over each other, each line named at its end."""
    before, now = short_labels(question)
    months = [month_abbr[month.month] for month in question.period.months()]
    # A period of more than a year meets the same month twice: then the year tells them apart.
    if len(set(months)) < len(months):
        months = [f"{month:%b %y}" for month in question.period.months()]
    lines = [
        _line(months, change.previous_months, before, BEFORE, dash="dot", symbol="circle-open"),
        _line(months, change.current_months, now, NOW, dash="solid", symbol="circle"),
    ]
    ends = _ends((before, change.previous_months), (now, change.current_months), months)
    unit = {**UNIT, "text": plotly(f"{change.measure.noun[1].capitalize()} a month")}
    layout = inked(ink) | {"annotations": [*ends, unit]}
    layout["xaxis"] = layout["xaxis"] | {
        # Half a month of room on the left, and none on the right, where the lines' names stand.
        "range": [-0.4, len(months) - 0.8],
        "tickvals": months[:: ceil(len(months) / MOST_MONTHS_NAMED)],
    }
    layout["yaxis"] = layout["yaxis"] | _whole_steps(change)
    return {"data": lines, "layout": layout}


def _whole_steps(change: Change) -> Figure:
    """Step an axis of few records by one: there is no half of one."""
    counts = [
        count for count in (*change.previous_months, *change.current_months) if count is not None
    ]
    most = max(counts, default=0)
    if most > MOST_SINGLE_STEPS:
        return {}
    # Of none at all, too, the axis begins at 0 and has a step.
    return {"dtick": 1} if most else {"dtick": 1, "range": [0, 1]}


def monthly_alt(change: Change, question: Question) -> str:
    """Say in words what `monthly_chart` shows."""
    now = _line_in_words(question.period, change.current_months)
    before = _line_in_words(question.comparison, change.previous_months)
    return (
        f"Line chart: {change.measure.label} {where(change, question)} by month. {now} {before} "
        "Every month is in the table below the chart."
    )


def short_labels(question: Question) -> tuple[str, str]:
    """Return names for the comparison and the period that are short enough for a line's end."""
    return _short(question.comparison), _short(question.period)


def _short(period: Period) -> str:
    if period.kind in (PeriodKind.FINANCIAL_YEAR, PeriodKind.CALENDAR_YEAR):
        return period.label
    if period.kind is PeriodKind.CUSTOM:
        first, last = period.start, period.last_day
        year = "" if first.year == last.year else f" {first.year}"
        return f"{first.day} {first:%b}{year}–{last.day} {last:%b %Y}"
    return f"to {period.last_day:%b %Y}"


def _line(
    months: list[str],
    counts: tuple[int | None, ...],
    label: str,
    colour: str,
    *,
    dash: str,
    symbol: str,
) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": label,
        "x": months,
        "y": list(counts[: len(months)]),
        # A month that is not covered is a gap: a line drawn across it would be made up.
        "connectgaps": False,
        "line": {"color": colour, "width": 3, "dash": dash},
        "marker": {"size": 9, "symbol": symbol, "color": colour},
        "hovertemplate": "%{y:,d}",
    }


def _ends(
    before: tuple[str, tuple[int | None, ...]],
    now: tuple[str, tuple[int | None, ...]],
    months: list[str],
) -> list[Figure]:
    """Name each line at its last month, the higher one above its point and the lower one below."""
    ends = [
        (label, *last) for label, counts in (before, now) if (last := _last(counts[: len(months)]))
    ]
    ends.sort(key=lambda end: end[2])
    anchors = ("top", "bottom") if len(ends) > 1 else ("middle",) * len(ends)
    return [
        {
            "x": months[position],
            "y": count,
            "text": f"<b>{_broken(label)}</b>",
            "align": "left",
            "showarrow": False,
            "xanchor": "left",
            "yanchor": anchor,
            "xshift": 10,
        }
        for (label, position, count), anchor in zip(ends, anchors, strict=True)
    ]


def _broken(label: str) -> str:
    """Break a name before its year, so that it needs little room beside the lines."""
    words, _, year = label.rpartition(" ")
    return f"{words}<br>{year}" if words else year


def _last(counts: tuple[int | None, ...]) -> tuple[int, int] | None:
    known = [(position, count) for position, count in enumerate(counts) if count is not None]
    return known[-1] if known else None


def _line_in_words(period: Period, counts: tuple[int | None, ...]) -> str:
    months = [f"{month:%B %Y}" for month in period.months()]
    known = [
        (count, month) for count, month in zip(counts, months, strict=False) if count is not None
    ]
    if not known:
        return f"{period.dates}: no month is covered."
    missing = len(months) - len(known)
    gaps = f", {missing} of {len(months)} months not covered" if missing else ""
    total = sum(count for count, _ in known)
    # The first month wins a tie, as a reader going from left to right would name it.
    most, least = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    return (
        f"{period.dates}: {total:,} in all{gaps}, "
        f"most in {most[1]} ({most[0]:,}), fewest in {least[1]} ({least[0]:,})."
    )
