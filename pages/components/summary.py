"""What rose and what fell, in words."""

from collections.abc import Iterable
from html import escape

from assessment.changes import By, Change, Question, Verdict
from assessment.outputs import wording
from pages.components.change_table import judged

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


def lists_by_verdict(changes: Iterable[Change]) -> dict[Verdict, str]:
    """List the measures of each verdict in words, the largest difference first, as HTML items.

    Totals are left to the cards: among their own parts they would be told twice.
    """
    every = [change for change in changes if change.measure.level > 0]
    return {
        kind: "".join(f"<li>{_in_words(change)}</li>" for change in found)
        for kind in Verdict
        if (found := beyond_chance(every, kind))
    }


def _in_words(change: Change) -> str:
    name = f"<strong>{escape(change.measure.label)}</strong>"
    if change.difference is None:
        return f"{name} <small>{escape(change.reason)}</small>"
    size = f"{wording.percent(change.percent, change.previous or 0)}, " if change.percent else ""
    counts = f"{size}{change.previous:,} to {change.current:,}"
    judgement = judged(change)
    said = f'<b class="{judgement}">{judgement}</b> ' if judgement else ""
    return f"{name} {said}<span>{wording.signed(change.difference)} ({counts})</span>"


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
