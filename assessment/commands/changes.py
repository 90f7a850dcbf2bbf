"""`changes`: what is asked on the command line, answered as text or JSON."""

import json
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from assessment.changes import (
    By,
    Change,
    Place,
    Question,
    YearOnYear,
    available,
    year_on_year,
)
from assessment.commands.upkeep import opened
from assessment.definitions import measure_sets
from assessment.errors import AskedWrongly
from assessment.outputs import wording
from assessment.partnerships import partnership
from assessment.periods import (
    Period,
    PeriodKind,
    latest_ending,
    parse_day,
    parse_month,
    period_ending,
    period_of_days,
)
from assessment.workspace import Workspace

FLAGS = "flags"


def changes(asked: Namespace) -> int:
    """Answer what changed between two periods."""
    with opened(asked) as workspace:
        answers = [year_on_year(workspace, question) for question in _questions(workspace, asked)]
    if asked.json:
        print(json.dumps(_as_json(answers), indent=2, ensure_ascii=False))
    else:
        _print(answers)
    return 0


def _questions(workspace: Workspace, asked: Namespace) -> list[Question]:
    """Read the question; with no set named, the place's own set and the flags beside it."""
    place = _place(workspace, asked.partnership)
    sets = _sets(workspace, place, asked.measure_set, asked.measure)
    period = _period(workspace, place, sets[0], asked)
    comparison = _comparison(period, asked)
    return [Question(place, period, comparison, each, By(asked.by), asked.measure) for each in sets]


def _place(workspace: Workspace, text: str) -> Place:
    kind, _, name = text.partition(":")
    if kind == "force" and name:
        return Place(name, (), name)
    found = partnership(workspace, text)
    return Place(found.name, found.districts)


def _sets(
    workspace: Workspace, place: Place, asked_set: str | None, measure: str | None
) -> list[str]:
    if asked_set is not None:
        if asked_set not in measure_sets():
            raise AskedWrongly(
                f"There is no measure set '{asked_set}'. There are: {', '.join(measure_sets())}."
            )
        return [asked_set]
    held = list(available(workspace, place))
    if measure is None:
        return held or ["home-office"]
    holders = [each for each in (*held, *measure_sets()) if _holds(each, measure)]
    if not holders:
        # Every set says which measures it has that look like the one asked for.
        measure_sets()[(held or ["home-office"])[0]].measure(measure)
    return holders[:1]


def _holds(measure_set: str, measure: str) -> bool:
    return any(each.id == measure for each in measure_sets()[measure_set].measures)


def _period(workspace: Workspace, place: Place, measure_set: str, asked: Namespace) -> Period:
    kind = PeriodKind(asked.period)
    if kind is PeriodKind.CUSTOM:
        if not (asked.from_day and asked.to_day) or asked.ending:
            raise AskedWrongly("--period custom takes --from and --to, both YYYY-MM-DD.")
        return period_of_days(parse_day(asked.from_day), parse_day(asked.to_day))
    if asked.from_day or asked.to_day:
        raise AskedWrongly("--from and --to go with --period custom; others take --ending.")
    if asked.ending:
        return period_ending(kind, parse_month(asked.ending))
    held = available(workspace, place).get(measure_set)
    if held is None:
        raise AskedWrongly(
            f"Nothing has been loaded for {place.label} yet, so there is no latest period. "
            "Load an extract, or say --ending YYYY-MM."
        )
    return latest_ending(kind, held.last_month)


def _comparison(period: Period, asked: Namespace) -> Period:
    if not (asked.compare_from_day or asked.compare_to_day):
        return period.year_before()
    if not (asked.compare_from_day and asked.compare_to_day):
        raise AskedWrongly("--compare-from and --compare-to go together.")
    return period_of_days(parse_day(asked.compare_from_day), parse_day(asked.compare_to_day))


def _as_json(answers: Sequence[YearOnYear]) -> dict[str, Any]:
    question = answers[0].question
    return {
        "period": _period_json(question.period),
        "comparison": _period_json(question.comparison),
        "rows": [_row(change, answer.question) for answer in answers for change in answer.changes],
    }


def _period_json(period: Period) -> dict[str, str]:
    return {
        "label": period.label,
        "from": period.start.isoformat(),
        "to": period.last_day.isoformat(),
    }


def _row(change: Change, question: Question) -> dict[str, Any]:
    return {
        "measure": change.measure.id,
        "label": change.measure.label,
        "area": change.area,
        "previous": change.previous,
        "current": change.current,
        "difference": change.difference,
        "percent": change.percent,
        "interval_low": change.interval_low,
        "interval_high": change.interval_high,
        "p_value": change.p_value,
        "verdict": change.verdict.value,
        "status": change.status.value,
        "reason": change.reason,
        "sentence": wording.sentence(change, question),
    }


def _print(answers: Sequence[YearOnYear]) -> None:
    question = answers[0].question
    print(f"{question.place.label}: {question.period.dates}")
    print(f"compared with {question.comparison.dates}\n")
    for answer in answers:
        for caveat in answer.caveats:
            print(f"Note: {caveat}")
        for change in answer.changes:
            print(f"{wording.verdict(change.verdict)}  {wording.sentence(change, answer.question)}")
        print()
