"""`changes`: what is asked on the command line, answered as text or JSON."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from assessment.changes import By, Change, Question, YearOnYear, year_on_year
from assessment.changes.explanations.change_explanation import ChangeExplanation
from assessment.commands.findings.changes_agreed import Agreed, agreed_beside
from assessment.commands.findings.changes_options import questions_of
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.definitions import districts
from assessment.outputs import methods_wording
from assessment.outputs.changes import change_wording
from assessment.periods import Period


def changes(options: Namespace) -> int:
    """Answer what changed between two periods."""
    with opened(options) as workspace:
        answers = [
            year_on_year(workspace, question) for question in questions_of(workspace, options)
        ]
        agreed = agreed_beside(workspace, answers)
    if options.json:
        # In ASCII: a Windows console may be unable to write a minus sign.
        say_json(_as_json(answers, agreed))
    else:
        _print(answers, agreed)
    return 0


def _as_json(answers: Sequence[YearOnYear], agreed: Sequence[Agreed]) -> dict[str, Any]:
    question = answers[0].question
    return {
        "period": period_json(question.period),
        "comparison": period_json(question.comparison),
        "as_at": question.as_at,
        "methods_version": answers[0].methods_version,
        "synthetic": any(answer.is_synthetic for answer in answers),
        # What the answer is in first; with none named, flags may follow.
        "measure_set": question.measure_set,
        "measure_sets": [answer.question.measure_set for answer in answers],
        "sources": sorted(
            {extract.source for answer in answers for extract in answer.working.extracts}
        ),
        "notes": list(dict.fromkeys(note for answer in answers for note in answer.caveats)),
        "rows": [
            {**_row(change, answer), "agreed_otherwise": then.by_measure.get(change.measure.id)}
            for answer, then in zip(answers, agreed, strict=True)
            for change in answer.changes
        ],
    }


def period_json(period: Period) -> dict[str, str]:
    """Return a period with its name and its first and last day."""
    return {
        "label": period.label,
        "from": period.start.isoformat(),
        "to": period.last_day.isoformat(),
    }


def _row(change: Change, answer: YearOnYear) -> dict[str, Any]:
    question = answer.question
    return {
        "measure": change.measure.id,
        "label": change.measure.label,
        "measure_set": question.measure_set,
        "area": change.area,
        "area_code": _code(change, question),
        "previous": change.previous,
        "current": change.current,
        "difference": change.difference,
        "percent": change.percent,
        "rate_percent": change.rate_percent,
        "interval_low": change.interval_low,
        "interval_high": change.interval_high,
        "p_value": change.p_value,
        "p_adjusted": change.p_adjusted,
        "verdict": change.verdict.value,
        "methods_version": answer.methods_version,
        "unusual": change.unusual,
        "ordinary_variation": change.ordinary_variation,
        "ordinary_apart": change.ordinary_apart,
        "ordinary_variation_from": change.ordinary_variation_from or None,
        "force_percent": change.force_percent,
        "status": change.status.value,
        "reason": change.reason,
        "explanation": explanation_json(change.explanation),
        "sentence": change_wording.sentence(change, question),
    }


def explanation_json(said: ChangeExplanation | None) -> dict[str, Any] | None:
    """Return why a figure changed, and who said so when; None where nobody has."""
    return {**asdict(said), "written_on": said.written_on.isoformat()} if said else None


def _code(change: Change, question: Question) -> str | None:
    """Return the code of a row's own area: of a row for a measure there is none."""
    if question.by is not By.DISTRICT:
        return change.area_code
    district = districts().find(change.area)
    return district.code if district else None


def _print(answers: Sequence[YearOnYear], agreed: Sequence[Agreed]) -> None:
    question = answers[0].question
    say(f"{question.place.label}: {question.period.dates}")
    say(f"compared with {question.comparison.dates}", "")
    if any(answer.is_synthetic for answer in answers):
        say("Note: synthetic example records, not real.", "")
    say(f"{methods_wording.stamp(answers[0].methods_version)} What it changed: docs/methods.md.")
    for answer, then in zip(answers, agreed, strict=True):
        for caveat in answer.caveats:
            say(f"Note: {caveat}")
        for change in answer.changes:
            sentence = change_wording.sentence(change, answer.question)
            say(f"{change_wording.verdict(change)}  {sentence}")
        for otherwise in then.sentences:
            say(f"Note: {otherwise}")
        say("")
