"""How far scorers agree: where they differ first, and everything else one click away."""

from collections.abc import Sequence

import streamlit as st

from assessment.definitions import Criterion
from assessment.outputs.escaping import Markdown, html
from assessment.outputs.html_table import framed
from assessment.outputs.risk_matrix import risk_wording
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.workshop.scorer_agreement import Spread


def spread_tables(held: EvidenceBase, spreads: Sequence[Spread], title: Markdown) -> None:
    """Show what is worth talking about under a title, then the rest."""
    differing = sorted(
        (each for each in spreads if each.is_disagreed), key=lambda each: -_width(each)
    )
    agreed = [each for each in spreads if not each.is_disagreed]
    st.header(title, anchor=False)
    if differing:
        st.html(spread_table(held, differing, "Issues to talk about, the widest spread first"))
    else:
        st.markdown("Nowhere by so much that it needs talking about.")
    if agreed:
        with st.expander(f"Where people agree ({len(agreed)})", icon=":material/check:"):
            st.html(spread_table(held, agreed, "Issues on which people agree"))


def spread_table(held: EvidenceBase, spreads: Sequence[Spread], caption: str) -> str:
    """Return a row for each issue and criterion, with how many gave each step."""
    labels = {issue.id: issue.label for issue in held.issues}
    rows = "".join(
        _row(labels[each.issue], held.scheme.criterion(each.criterion), each) for each in spreads
    )
    heads = ("Issue", "Scores", "Median", "Middle half", "Who differs")
    columns = "".join(f'<th scope="col" class="words">{head}</th>' for head in heads)
    return framed("stacked", caption, columns, rows)


def _row(label: str, criterion: Criterion, found: Spread) -> str:
    cannot = f"<small>{found.cannot_say} cannot say</small>" if found.cannot_say else ""
    return (
        f'<tr><th scope="row">{html(label)}<small>{html(criterion.label)}</small></th>'
        f'<td class="words">{_steps(criterion, found)}{cannot}</td>'
        f'<td data-name="Median"><strong>{risk_wording.number(found.median)}</strong></td>'
        f'<td data-name="Middle half">{risk_wording.middle_half(found)}</td>'
        f'<td class="words" data-name="Who differs">{html(risk_wording.who_differs(found))}</td>'
        "</tr>"
    )


def _steps(criterion: Criterion, found: Spread) -> str:
    """Draw a column for each step, as high as so many gave it; said in words for who hears it."""
    counts = {step.score: found.values.count(step.score) for step in criterion.steps}
    most = max(counts.values(), default=0) or 1
    said = ", ".join(f"{count} gave {score}" for score, count in counts.items() if count)
    columns = "".join(
        f'<span><i style="height:{100 * count / most:.0f}%"></i><b>{score}</b></span>'
        for score, count in counts.items()
    )
    return (
        f'<span class="unseen">{said}</span><span class="steps" aria-hidden="true">{columns}</span>'
    )


def _width(found: Spread) -> float:
    ends = found.quartiles
    return ends[1] - ends[0] if ends else 0.0
