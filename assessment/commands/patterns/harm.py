"""`harm`: the number and the harm of what was recorded, as text or JSON."""

from argparse import Namespace
from typing import Any

from assessment.commands.findings.changes_options import questions_of
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.numbers import ordinal
from assessment.outputs.harm import harm_wording as wording
from assessment.patterns.crime_harm import Range
from assessment.patterns.harm import MeasureHarm, RecordedHarm, harm_compared


def harm(options: Namespace) -> int:
    """Answer how much harm each measure has, and where it stands by number and by harm."""
    with opened(options) as workspace:
        answered = [
            harm_compared(workspace, question, options.weights, without_found=options.without_found)
            for question in questions_of(workspace, options)
        ]
    if options.json:
        say_json({"harm": [_as_json(answer, row) for answer in answered for row in answer.rows]})
    else:
        _print(answered)
    return 0


def _as_json(answer: RecordedHarm, row: MeasureHarm) -> dict[str, Any]:
    question, ranks, beside = answer.question, row.ranks, row.ranks_beside
    return {
        "measure": row.measure.id,
        "label": row.measure.label,
        "measure_set": row.measure.measure_set,
        "period": {"from": f"{question.period.start}", "to": f"{question.period.last_day}"},
        "comparison": {
            "from": f"{question.comparison.start}",
            "to": f"{question.comparison.last_day}",
        },
        "weights": answer.weighing.weights,
        "unit": wording.weights_of(answer).unit,
        "without_found": answer.weighing.without_found,
        "previous": row.change.previous,
        "current": row.change.current,
        "harm_before": _ends(row.before),
        "harm": _ends(row.now),
        "difference": row.difference,
        "low": row.low,
        "high": row.high,
        "is_clear": None if row.difference is None else row.is_clear,
        "rank_by_number": ranks and ranks.by_count,
        "rank_by_harm": ranks and {"best": ranks.best, "worst": ranks.worst},
        "among": ranks and ranks.of,
        "other_weights": answer.beside,
        "rank_by_other_weights": beside and {"best": beside.best, "worst": beside.worst},
        "among_by_other_weights": beside and beside.of,
        "without_weight": row.of_now.unweighed,
        "left_out": row.of_now.left_out,
        "approximate": row.of_now.by_subgroup,
    }


def _ends(ends: Range | None) -> dict[str, float] | None:
    return None if ends is None else {"least": ends[0], "most": ends[1]}


def _print(answered: list[RecordedHarm]) -> None:
    for answer in answered:
        question, unit = answer.question, wording.weights_of(answer).unit
        say(
            f"{question.place.label}: {question.period.dates}, compared with "
            f"{question.comparison.dates}",
            wording.whose_weights(answer),
            "",
        )
        for row in answer.rows:
            ends = wording.total(row), wording.total(row, before=True)
            say(f"{row.measure.label}: {unit} {ends[0]}, before {ends[1]}{_place(row)}")
        for words in wording.differing(answer):
            say(f"- {words}")
        say("")


def _place(row: MeasureHarm) -> str:
    if row.ranks is None:
        return ""
    by_number = ordinal(row.ranks.by_count)
    places = f"{by_number} by number, {wording.place_by_harm(row.ranks)} by harm"
    return f"; {places}, by the other weights {wording.place_beside(row)}"
