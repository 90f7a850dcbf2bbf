"""Headline changes as cards: the counts, the change, and whether it is a real and unusual one."""

from collections.abc import Iterable, Mapping

from assessment.changes import Change, Question, Verdict, YearOnYear
from assessment.outputs.changes import change_wording
from assessment.outputs.changes.explanation_wording import why
from assessment.outputs.changes.headlines import LEADING
from assessment.outputs.changes.row_order import with_verdict
from assessment.outputs.changes.verdict_marks import judged, verdict
from assessment.outputs.escaping import Html, html


def headline(answer: YearOnYear) -> list[tuple[str, Change]]:
    """Return the changes that head the overview, each with why it is there.

    Totals always; then the largest rise and the largest fall of other measures, unusual ones
    before ordinary ones.
    """
    by_id = {change.measure.id: change for change in answer.changes}
    chosen = [(by_id[name].measure.label, by_id[name]) for name in LEADING if name in by_id]
    parts = [change for change in answer.changes if change.measure.level > 0]
    others = [change for change in parts if change.measure.id not in LEADING]
    for kind in (Verdict.RISE, Verdict.FALL):
        if ranked := with_verdict(others, kind):
            size = "unusual " if ranked[0].unusual else ""
            chosen.append((f"Largest {size}{kind}: {ranked[0].measure.label}", ranked[0]))
    return chosen


def cards(headlines: Iterable[tuple[str, Change]], lines: Mapping[str, Html]) -> Html:
    """Return the cards as HTML, each with the line of its measure where there is one."""
    drawn = "".join(
        _card(title, change, lines.get(change.measure.id, "")) for title, change in headlines
    )
    return f'<div class="cards">{drawn}</div>'


def sentences(headlines: Iterable[tuple[str, Change]], question: Question) -> tuple[str, ...]:
    """Return the published sentence of each card, as it is pasted into a report."""
    return tuple(change_wording.sentence(change, question) for _, change in headlines)


def _card(title: str, change: Change, line: Html) -> Html:
    judgement = judged(change)
    kind = f" is-{judgement}" if judgement else ""
    number = "—" if change.current is None else change_wording.count(change.current)
    said = "".join(f"<p{name}>{text}</p>" for name, text in _lines(change) if text)
    return (
        f'<section class="card{kind}"><h3>{html(title)}</h3><p class="number">{number}</p>'
        f"{said}{line}</section>"
    )


def _lines(change: Change) -> tuple[tuple[str, str], ...]:
    because = html(why(change.explanation))
    if change.difference is None:
        reason = html(change.reason)
        return (("", verdict(change)), (' class="quiet"', reason), (' class="why"', because))
    size = change.percent
    percent = f" ({change_wording.percent(size, change.previous or 0)})" if size is not None else ""
    interval = html(change_wording.interval(change))
    return (
        (' class="quiet"', f"{change.previous:,} before"),
        (' class="difference"', f"{change_wording.signed(change.difference)}{percent}"),
        ("", verdict(change)),
        (' class="quiet"', f"likely {interval}" if interval else html(change.reason)),
        (' class="quiet"', change_wording.note_on(change)),
        (' class="quiet"', _force(change)),
        (' class="why"', because),
    )


def _force(change: Change) -> str:
    """Return what the whole force did: +6% in the whole force."""
    if change.force_percent is None:
        return ""
    return f"whole force {change_wording.percent(change.force_percent) or '0%'}"
