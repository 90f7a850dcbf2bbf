"""Headline changes as cards: the count, the sentence, and whether it is more than chance."""

from collections.abc import Iterable
from html import escape

from assessment.changes import Change, Question, Verdict, YearOnYear
from assessment.outputs import wording
from pages.components.change_table import judged, verdict
from pages.components.summary import beyond_chance

ALWAYS = ("all-crime", "anti-social-behaviour")


def headline(answer: YearOnYear) -> list[tuple[str, Change]]:
    """Return the changes that head the overview, each with why it is there.

    Totals always; then the largest rise and the largest fall beyond chance that are not totals.
    """
    by_id = {change.measure.id: change for change in answer.changes}
    chosen = [(by_id[name].measure.label, by_id[name]) for name in ALWAYS if name in by_id]
    parts = [change for change in answer.changes if change.measure.level > 0]
    others = [change for change in parts if change.measure.id not in ALWAYS]
    for kind, why in ((Verdict.RISE, "Largest rise"), (Verdict.FALL, "Largest fall")):
        if found := beyond_chance(others, kind):
            chosen.append((f"{why}: {found[0].measure.label}", found[0]))
    return chosen


def cards(headlines: Iterable[tuple[str, Change]], question: Question) -> str:
    """Return the cards as HTML."""
    return f'<div class="cards">{"".join(_card(*each, question) for each in headlines)}</div>'


def _card(title: str, change: Change, question: Question) -> str:
    judgement = judged(change)
    kind = f" is-{judgement}" if judgement else ""
    number = f"{change.current:,}" if change.current is not None else "—"
    before = (
        f'<p class="quiet">{change.previous:,} a year before</p>'
        if change.previous is not None and question.comparison == question.period.year_before()
        else ""
    )
    return (
        f'<section class="card{kind}"><h3>{escape(title)}</h3>'
        f'<p class="number">{number}</p>{before}<p>{verdict(change)}</p>'
        f'<p class="sentence">{escape(wording.sentence(change, question))}</p></section>'
    )
