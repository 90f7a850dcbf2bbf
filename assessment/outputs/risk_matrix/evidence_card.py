"""What is known of an issue, in short: trend, harm, place, peers, residents, caveats, and why."""

from assessment.outputs.escaping import html
from assessment.outputs.risk_matrix.wording.fact_wording import busiest, months_in_words
from assessment.outputs.sparkline import sparkline
from assessment.periods import joined
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.explanations import Explanation
from assessment.risk_matrix.indicators.indicator_kinds import CardDetail, CardLine
from assessment.risk_matrix.indicators.indicator_registry import card_lines
from assessment.risk_matrix.indicators.issue_facts import Facts


def evidence_card(
    held: EvidenceBase, issue: str, explained: Explanation | None, *, sees_places: bool
) -> str:
    """Return the card as HTML; what nothing is known of is named, and why is one tap away."""
    facts = held.facts.get(issue)
    if facts is None:
        return ""
    lines = [(line, facts.of(indicator)) for line, indicator in card_lines()]
    unknown = {line.label: known.words for line, known in lines if not known.source}
    notes = dict.fromkeys(caveat for _, known in lines for caveat in known.caveats)
    folded = [f"{label}: {words}" for label, words in unknown.items()] + list(notes)
    rows = "".join(
        f"<div><dt>{line.label}</dt>"
        f"<dd>{html(known.words)}{_more(line, facts, sees_places)}</dd></div>"
        for line, known in lines
        if known.source
    )
    return (
        f'<section class="evidence"><h2>{html(held.label(issue))}</h2><dl>{rows}'
        f"{_why(explained)}</dl>{_nothing_known(list(unknown))}{_folded(folded)}</section>"
    )


def _more(line: CardLine, facts: Facts, sees_places: bool) -> str:
    if line.detail is CardDetail.MONTHS and facts.now:
        return (
            f"{sparkline(facts.before, facts.now)}"
            f"<small>{html(months_in_words(facts.before, facts.now))}</small>"
        )
    is_of_places = line.detail is CardDetail.BUSIEST_AREAS and sees_places
    named = busiest(facts.busiest) if is_of_places else ""
    return f" {html(named)}" if named else ""


def _why(explained: Explanation | None) -> str:
    if explained is None:
        return ""
    return (
        f"<div><dt>Why it changed</dt><dd>{html(explained.text)}"
        f"<small>{html(explained.who)}, {html(explained.on)}</small></dd></div>"
    )


def _nothing_known(labels: list[str]) -> str:
    if not labels:
        return ""
    named = joined([f"{label[:1].lower()}{label[1:]}" for label in labels])
    return f'<p class="quiet">Nothing is known of {html(named)}.</p>'


def _folded(lines: list[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{html(line)}</li>" for line in lines)
    return f"<details><summary>To know when reading this</summary><ul>{items}</ul></details>"
