"""What rose and what fell, in words."""

from collections.abc import Iterable
from html import escape

from assessment.changes import By, Change, Question, Verdict
from assessment.outputs import wording
from pages.components.messages import plain

MOST_NAMED = 5


def beyond_chance(changes: Iterable[Change], verdict: Verdict) -> list[Change]:
    """Return the changes with a verdict, the largest difference first."""
    found = [change for change in changes if change.verdict is verdict]
    return sorted(found, key=lambda change: -abs(change.difference or 0))


def name_of(change: Change, question: Question) -> str:
    """Return what a row is called: its measure, or its area."""
    return change.measure.label if question.by is By.MEASURE else change.area


def summary(changes: Iterable[Change], question: Question) -> str:
    """Say in two sentences what rose and what fell beyond chance, as HTML."""
    every = list(changes)
    sentences = [
        _sentence(beyond_chance(every, verdict), question, verb)
        for verdict, verb in ((Verdict.RISE, "rose"), (Verdict.FALL, "fell"))
    ]
    unclear = sum(change.verdict is Verdict.NO_CLEAR_CHANGE for change in every)
    refused = sum(change.verdict is Verdict.NOT_COMPARABLE for change in every)
    rest = [f"{unclear} of {len(every)} rows show no clear change" if unclear else ""]
    rest.append(f"{refused} cannot be compared" if refused else "")
    said = "; ".join(part for part in rest if part)
    return f'<p class="said">{" ".join(sentences)}{f" {said}." if said else ""}</p>'


def sentences_by_verdict(changes: Iterable[Change], question: Question) -> dict[Verdict, list[str]]:
    """Write every change as its published sentence, by verdict, the largest difference first."""
    every = list(changes)
    return {
        kind: [
            plain(wording.sentence(change, question), 1000) for change in beyond_chance(every, kind)
        ]
        for kind in Verdict
    }


def _sentence(changes: list[Change], question: Question, verb: str) -> str:
    if not changes:
        return f"Nothing {verb} by more than chance."
    symbol = wording.SYMBOLS[changes[0].verdict]
    named = [
        f"<strong>{escape(name_of(each, question))}</strong> ({wording.signed(each.difference)})"
        for each in changes[:MOST_NAMED]
    ]
    more = len(changes) - MOST_NAMED
    listed = ", ".join(named) + (f" and {more} more" if more > 0 else "")
    return f"{symbol} <strong>{verb.capitalize()}</strong> by more than chance: {listed}."
