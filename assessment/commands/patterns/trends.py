"""`trends`: the months of measures or districts over five years, as text or JSON."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from assessment.changes import Question
from assessment.commands.findings.changes_options import questions_of
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.outputs.trends.trend_wording import finding, unusual_in_words
from assessment.patterns.trends import Limits, Trend
from assessment.patterns.trends import trends as trends_of

Answered = Sequence[tuple[Question, Sequence[Trend]]]


def trends(options: Namespace) -> int:
    """Answer how months went, and which of them are out of the usual."""
    with opened(options) as workspace:
        answered = [
            (question, trends_of(workspace, question))
            for question in questions_of(workspace, options)
        ]
    if options.json:
        say_json({"trends": [trend_json(trend) for _, found in answered for trend in found]})
    else:
        _print(answered)
    return 0


def trend_json(trend: Trend) -> dict[str, Any]:
    """Return a trend for another program."""
    series = trend.series
    return {
        "measure": series.measure.id,
        "label": series.measure.label,
        "measure_set": series.measure.measure_set,
        "area": series.area,
        "area_code": series.area_code,
        "latest": trend.variation.value,
        "caution": series.caution or None,
        "years_of_season": trend.season.years,
        "months": [
            {
                "month": f"{month:%Y-%m}",
                "count": count,
                "year_to": year_to,
                **_sides(limits),
                "signals": [signal.name.lower().replace("_", "-") for signal in signals],
            }
            for month, count, year_to, limits, signals in zip(
                series.months,
                series.counts,
                trend.year_to,
                trend.limits,
                trend.signals,
                strict=True,
            )
        ],
        "expected": [
            {"month": f"{expected.month:%Y-%m}", **_sides(expected.limits)}
            for expected in trend.expected
        ],
        "events": [
            {"month": f"{event.month:%Y-%m}", "effect": event.effect, "restarts": event.restarts}
            for event in series.events
        ],
    }


def _sides(limits: Limits | None) -> dict[str, float | None]:
    names = ("centre", "low", "high")
    return {name: None if limits is None else round(getattr(limits, name), 4) for name in names}


def _print(answered: Answered) -> None:
    for question, found in answered:
        say(f"{question.place.label}: five years to {question.period.last_day:%B %Y}", "")
        for trend in found:
            since = question.period.start
            where = "" if trend.series.area == question.place.label else f", {trend.series.area}"
            say(f"{finding(trend, since)}{where}")
            for words in unusual_in_words(trend, since):
                say(f"  - {words}")
            if trend.series.caution:
                say(f"  - {trend.series.caution}")
        say("")
