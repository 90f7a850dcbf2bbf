"""`evaluate`: what a project did, as text or JSON."""

from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from assessment.changes import By, Question
from assessment.commands.findings.changes import period_json
from assessment.commands.findings.changes_options import questions_of
from assessment.commands.open_workspace import opened
from assessment.commands.printing import say, say_json
from assessment.definitions.spelling import plain
from assessment.outputs.evaluation import evaluation_wording as wording
from assessment.patterns.evaluation import Effect, ProjectAreas, ProjectEvaluation, evaluate
from assessment.workspace import Workspace

GROUPS = ("funded", "compared", "beside", "beside_compared")


def evaluate_project(options: Namespace) -> int:
    """Answer what changed where work was done, beside areas without it."""
    with opened(options) as workspace:
        question = questions_of(workspace, options)[0]
        found = evaluate(workspace, question, _areas(workspace, question, options))
    if options.json:
        say_json(_as_json(found), ensure_ascii=False)
    else:
        _print(found)
    return 0


def _areas(workspace: Workspace, question: Question, options: Namespace) -> ProjectAreas:
    """Return the areas that are named, by their codes: a name that one area alone has is enough."""
    by = By(question.by)
    known = evaluate(workspace, question, ProjectAreas(by)).known
    groups = [tuple(_key(text, known) for text in getattr(options, name)) for name in GROUPS]
    return ProjectAreas(by, *groups)


def _key(text: str, known: Mapping[str, str]) -> str:
    those = [key for key, name in known.items() if plain(text) in (plain(name), plain(key))]
    return those[0] if len(those) == 1 else text


def _as_json(found: ProjectEvaluation) -> dict[str, Any]:
    return {
        "measure": found.measure.id,
        "label": found.measure.label,
        "measure_set": found.measure.measure_set,
        "before": period_json(found.question.comparison),
        "after": period_json(found.question.period),
        "groups": [
            {
                "group": name,
                "areas": [found.known.get(area, area) for area in areas],
                "before": found.counts[name].before if found.counts else None,
                "after": found.counts[name].after if found.counts else None,
            }
            for name, areas in found.areas.groups.items()
        ],
        "expected": found.expected,
        "effect": _effect_json(found.effect),
        "earlier": _effect_json(found.earlier),
        "finding": wording.finding(found) or None,
        "against": list(found.against),
        "notes": list(wording.caveats(found)),
    }


def _effect_json(effect: Effect | None) -> dict[str, Any] | None:
    if effect is None:
        return None
    return {
        "difference": effect.difference,
        "standard_error": effect.standard_error,
        "low": effect.low,
        "high": effect.high,
        "is_clear": effect.is_clear,
    }


def _print(found: ProjectEvaluation) -> None:
    question = found.question
    before, after = question.comparison.dates, question.period.dates
    say(f"{question.place.label}: after, {after}; before, {before}")
    if found.effect is None:
        say("Nothing is told, because:", *(f"- {why}" for why in found.against))
        return
    say(f"{wording.finding(found)}.", *wording.sentences(found))
    notes = (*wording.caveats(found), wording.of_counting(found.effect))
    say(*(f"Note: {note}" for note in notes))
