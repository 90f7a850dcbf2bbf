"""`times`: at what hours, on what days and in what months records happen, as text or JSON."""

from argparse import Namespace
from calendar import day_name
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assessment.changes import Question, year_on_year
from assessment.commands.findings.changes_options import questions_of
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.definitions import measure_sets
from assessment.outputs.times.stretch_wording import stretch_in_words
from assessment.outputs.times.times_wording import (
    finding_of_days,
    finding_of_hours,
    finding_of_months,
    sentences,
    what_is_known,
)
from assessment.patterns.times import (
    Busiest,
    Known,
    MonthsOfMeasures,
    PeriodTimes,
    Times,
    months_of_measures,
)
from assessment.patterns.times import times as times_of


def times(options: Namespace) -> int:
    """Answer when the records of a measure happen: of the first of its set, if none is named."""
    with opened(options) as workspace:
        question = _of_one_measure(questions_of(workspace, options)[0])
        found, months = times_of(workspace, question), months_of_measures(workspace, question)
        synthetic = year_on_year(workspace, question).is_synthetic
    if options.json:
        say_json(_as_json(found, months, synthetic=synthetic))
    else:
        _print(found, months, synthetic=synthetic)
    return 0


def _of_one_measure(question: Question) -> Question:
    first = measure_sets()[question.measure_set].measures[0].id
    return replace(question, measure=question.measure or first)


def _as_json(found: Times, months: MonthsOfMeasures, *, synthetic: bool) -> dict[str, Any]:
    before, now = found.before.events, found.now.events
    return {
        "measure": found.measure.id,
        "label": found.measure.label,
        "measure_set": found.measure.measure_set,
        "area": found.area,
        "synthetic": synthetic,
        "period": _period(found.now),
        "comparison": _period(found.before),
        "days": [
            {"day": day, "previous": _spread(of_before), "current": _spread(of_now)}
            for day, of_before, of_now in zip(day_name, before.weekdays, now.weekdays, strict=True)
        ],
        "hours": [
            {
                "day": day,
                "hour": hour,
                "previous": _spread(before.hours[number, hour]),
                "current": _spread(now.hours[number, hour]),
            }
            for number, day in enumerate(day_name)
            for hour in range(24)
        ],
        "busiest": {
            "week": _busiest(found.of_week),
            "hours": _busiest(found.of_hours),
            "days": _busiest(found.of_days),
        },
        "kinds_of_day": [
            {
                "kind": of.kind.value,
                "days": of.days,
                "records": _spread(of.records),
                "p_value": of.p_value,
            }
            for of in found.kinds
        ],
        "months": _months(months),
        "sentences": sentences(found),
    }


def _period(times: PeriodTimes) -> dict[str, Any]:
    return {
        "label": times.period.label,
        "from": times.period.start.isoformat(),
        "to": times.period.last_day.isoformat(),
        "records": times.events.records,
        "known": _known(times.events.known),
        "not_covered": [f"{month:%Y-%m}" for month in times.not_covered],
    }


def _known(known: Mapping[Known, int]) -> dict[str, int]:
    return {each.name.lower(): known.get(each, 0) for each in Known}


def _busiest(busiest: Busiest | None) -> dict[str, Any] | None:
    if busiest is None:
        return None
    stretch = busiest.stretch
    return {
        "in_words": stretch_in_words(stretch),
        "first_day": day_name[stretch.first_day],
        "days": stretch.days,
        "first_hour": stretch.first_hour,
        "hours": stretch.hours,
        "current": _spread(busiest.inside),
        "of_current": _spread(busiest.records),
        "p_value": busiest.p_value,
        "previous": _spread(busiest.inside_before),
        "of_previous": _spread(busiest.records_before),
        "p_of_previous": busiest.p_before,
    }


def _months(months: MonthsOfMeasures) -> list[dict[str, Any]]:
    return [
        {
            "measure": row.measure.id,
            "label": row.measure.label,
            "month": f"{month.month:%Y-%m}",
            "count": month.records,
            "percent": month.percent,
            "p_adjusted": month.p_value,
            "stands_out": month.stands_out,
        }
        for row in months.measures
        for month in row.months
        if month
    ]


def _spread(records: float) -> float:
    return round(float(records), 4)


def _print(found: Times, months: MonthsOfMeasures, *, synthetic: bool) -> None:
    say(f"{found.area}: {found.now.period.dates}")
    say(f"compared with {found.before.period.dates}", "")
    if synthetic:
        say("Note: synthetic example records, not real.", "")
    say(finding_of_hours(found), what_is_known(found.now))
    if found.now.events.with_day:
        say(finding_of_days(found))
    for sentence in sentences(found):
        say(f"  - {sentence}")
    say("", finding_of_months(months))
