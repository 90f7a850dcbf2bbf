"""`outcomes`: what became of the records of a period, as text or JSON."""

from argparse import Namespace
from typing import Any

from assessment.commands.findings.changes_options import questions_of
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.outputs.outcomes import outcome_wording as wording
from assessment.patterns.outcomes import (
    MeasureOutcomes,
    OutcomeCounts,
    RecordedOutcomes,
    TimeForOutcomes,
    outcomes_compared,
)


def outcomes(options: Namespace) -> int:
    """Answer what share of the records is solved, beside the comparison."""
    with opened(options) as workspace:
        answered = [
            outcomes_compared(workspace, question) for question in questions_of(workspace, options)
        ]
    if options.json:
        rows = [_as_json(answer, row) for answer in answered for row in answer.rows]
        say_json({"outcomes": rows})
    else:
        _print(answered)
    return 0


def _as_json(answer: RecordedOutcomes, row: MeasureOutcomes) -> dict[str, Any]:
    question = answer.question
    return {
        "measure": row.measure.id,
        "label": row.measure.label,
        "measure_set": row.measure.measure_set,
        "period": {"from": f"{question.period.start}", "to": f"{question.period.last_day}"},
        "comparison": {
            "from": f"{question.comparison.start}",
            "to": f"{question.comparison.last_day}",
        },
        "before": _counts(row.before, row.time_before),
        "now": _counts(row.now, row.time_now),
        "points": row.points,
        "low": row.low,
        "high": row.high,
        "p_value": row.p_value,
        "p_adjusted": row.p_adjusted,
        "verdict": row.verdict.value,
        "reason": row.reason,
        "notes": list(wording.caveats(answer)),
    }


def _counts(counts: OutcomeCounts | None, time: TimeForOutcomes) -> dict[str, Any] | None:
    if counts is None:
        return None
    return {
        "records": counts.total,
        "told": counts.told,
        **{group.value: n for group, n in counts.by_group.items()},
        "unfinished_months": [f"{month:%Y-%m}" for month in time.unfinished],
    }


def _print(answered: list[RecordedOutcomes]) -> None:
    for answer in answered:
        question = answer.question
        say(
            f"{question.place.label}: {question.period.dates}, compared with "
            f"{question.comparison.dates}",
            "",
        )
        for row in answer.rows:
            now, before = wording.solved(row.now), wording.solved(row.before)
            say(f"{row.measure.label}: {now}, before {before}")
            say(f"  {wording.told(row)}")
        for caveat in wording.caveats(answer):
            say(f"- {caveat}")
        say("")
