"""What is known of an issue, in short: a line for each thing that data or a survey answer."""

from html import escape

from assessment.periods import joined
from assessment.risk_matrix.basis import Basis
from assessment.risk_matrix.issues import Issue


def evidence_card(held: Basis, issue: Issue) -> str:
    """Return the card as HTML; what nothing is known of is named, and why is one tap away."""
    asked = [criterion for criterion in held.scheme.criteria if criterion.rule]
    found = {each.label: held.evidence[issue.id, each.id] for each in asked}
    # What may not be printed is known all the same: a number that is withheld, a tiny base.
    is_known = {label for label, each in found.items() if (each.value, each.score) != (None, None)}
    known = {label: each.in_words for label, each in found.items() if label in is_known}
    unknown = {label: each.in_words for label, each in found.items() if label not in is_known}
    notes = dict.fromkeys(caveat for each in found.values() for caveat in each.caveats)
    folded = [f"{label}: {words}" for label, words in unknown.items()] + list(notes)
    lines = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{escape(words)}</dd></div>"
        for label, words in known.items()
    )
    return (
        f'<section class="evidence"><h2>{escape(issue.label)}</h2><dl>{lines}</dl>'
        f"{_nothing_known(list(unknown))}{_folded(folded)}</section>"
    )


def _nothing_known(labels: list[str]) -> str:
    if not labels:
        return ""
    named = joined([f"{label[:1].lower()}{label[1:]}" for label in labels])
    return f'<p class="quiet">Nothing is known of {escape(named)}.</p>'


def _folded(lines: list[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<details><summary>To know when reading this</summary><ul>{items}</ul></details>"
