"""`explanations`: why figures changed, as a partnership's team has written it."""

from argparse import Namespace
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, TypeVar

from assessment.changes import Change, Question, YearOnYear, year_on_year
from assessment.changes.explained_changes import finding_of
from assessment.changes.explanations.change_explanation import (
    Confidence,
    ExplanationKind,
    Finding,
    Said,
)
from assessment.changes.explanations.explaining import explain_change, withdraw_explanation
from assessment.commands.findings.changes import explanation_json, period_json
from assessment.commands.findings.changes_options import questions_of
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.errors import InvalidRequest
from assessment.numbers import listed
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.explanation_wording import who_said, why
from assessment.outputs.changes.findings_explained import NOT_EXPLAINED, findings
from assessment.outputs.changes.row_order import row_names
from assessment.partnerships import partnership
from assessment.workspace import Workspace

MOST_NAMED = 12
Words = TypeVar("Words", bound=StrEnum)


def list_explanations(options: Namespace) -> int:
    """List what rose and fell, what nobody has explained first, and whatever else is explained."""
    with opened(options) as workspace:
        answers = [year_on_year(workspace, each) for each in questions_of(workspace, options)]
    return _print(answers, options)


def add(options: Namespace) -> int:
    """Say why a figure changed."""
    kind = _word(options.kind, ExplanationKind, "--kind")
    confidence = _word(options.confidence, Confidence, "--confidence")
    with opened(options) as workspace:
        answer, change, finding = _row(workspace, options)
        said = Said(kind, options.text, confidence, options.evidence, change.verdict.value)
        own = partnership(workspace, options.partnership).id
        seen = change.explanation.version if change.explanation else None
        explain_change(workspace, own, finding, said, seen)
        answer = year_on_year(workspace, answer.question)
    return _print([answer], options)


def withdraw(options: Namespace) -> int:
    """Take back why a figure changed; what was said stays in the history."""
    with opened(options) as workspace:
        answer, change, finding = _row(workspace, options)
        if change.explanation is None:
            raise InvalidRequest("No explanation stands there to be taken back.")
        own = partnership(workspace, options.partnership).id
        withdraw_explanation(workspace, own, finding, change.explanation)
        answer = year_on_year(workspace, answer.question)
    return _print([answer], options)


def _row(workspace: Workspace, options: Namespace) -> tuple[YearOnYear, Change, Finding]:
    """Return the one row that is meant: of the measure, or of one area of it."""
    question: Question = questions_of(workspace, options)[0]
    answer = year_on_year(workspace, question)
    rows = row_names(answer.changes, question)
    name = options.area or next(iter(rows), "")
    if name not in rows or (options.area is None and len(rows) > 1):
        raise InvalidRequest(f"--area takes one of {listed(list(rows), MOST_NAMED) or 'no rows'}.")
    change = answer.changes[rows[name]]
    finding = finding_of(question, change)
    if finding is None:
        raise InvalidRequest("Records that do not say their area have no explanation of their own.")
    return answer, change, finding


def _word(text: str, words: type[Words], option: str) -> Words:
    if text not in set(words):
        raise InvalidRequest(f"{option} takes {', '.join(words)}, not '{text}'.")
    return words(text)


def _shown(answer: YearOnYear) -> list[Change]:
    """Return what rose and fell, and of the other rows those that are explained."""
    found = findings(answer.changes)
    others = [each for each in answer.changes if each.explanation and each not in found]
    return [*found, *others]


def _print(answers: Sequence[YearOnYear], options: Namespace) -> int:
    if options.json:
        rows = [_as_json(change, each) for each in answers for change in _shown(each)]
        say_json({"findings": rows}, ensure_ascii=False)
        return 0
    for answer in answers:
        for change in _shown(answer):
            named = f"{change.measure.label} {change_wording.where(change, answer.question)}"
            say(f"{change_wording.verdict(change)}  {named}")
            told = why(change.explanation) or f"{NOT_EXPLAINED[0].upper()}{NOT_EXPLAINED[1:]}."
            say(f"  {told}", *([f"  {who_said(change)}"] if change.explanation else []))
    if not any(map(_shown, answers)):
        say("Nothing rose or fell by more than counting alone explains, and nothing is explained.")
    return 0


def _as_json(change: Change, answer: YearOnYear) -> dict[str, Any]:
    question = answer.question
    return {
        "measure": change.measure.id,
        "label": change.measure.label,
        "measure_set": question.measure_set,
        "area": change.area,
        "area_code": change.area_code,
        "period": period_json(question.period),
        "comparison": period_json(question.comparison),
        "verdict": change.verdict.value,
        "unusual": change.unusual,
        "explanation": explanation_json(change.explanation),
    }
