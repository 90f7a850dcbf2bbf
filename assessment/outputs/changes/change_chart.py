"""The months of a change as a line chart, and the words that say what it shows."""

from calendar import month_abbr

from assessment.changes import Change, Question
from assessment.outputs.changes.change_wording import where
from assessment.outputs.charts.line_chart import Line, LineChart, Stroke
from assessment.outputs.charts.roles import Role
from assessment.periods import Period, PeriodKind

# A table of the months says it so.
NOT_COVERED = "not covered"


def months_compared(change: Change, question: Question) -> LineChart:
    """Describe a measure's months, both periods over each other."""
    before, now = short_labels(question)
    months = [month_abbr[month.month] for month in question.period.months()]
    # A period of more than a year meets the same month twice: then the year tells them apart.
    if len(set(months)) < len(months):
        months = [f"{month:%b %y}" for month in question.period.months()]
    most = len(months)
    return LineChart(
        f"{change.measure.label}, {change.area}",
        f"{change.measure.noun[1]} a month",
        tuple(months),
        (
            Line(before, _padded(change.previous_months, most), Role.BEFORE, Stroke.DOTTED, True),
            Line(now, _padded(change.current_months, most), Role.NOW, has_points=True),
        ),
        _in_words(change, question),
        nothing=NOT_COVERED,
    )


def _padded(counts: tuple[int | None, ...], most: int) -> tuple[int | None, ...]:
    """Return a count for each month of the period: the period before may be a month shorter."""
    return (counts + (None,) * most)[:most]


def _in_words(change: Change, question: Question) -> str:
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
