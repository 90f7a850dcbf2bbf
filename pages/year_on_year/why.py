"""Why: what rose and fell with its explanation, and the form in which one is written."""

from functools import partial

import streamlit as st

from assessment.changes import Change, YearOnYear
from assessment.changes.explained_changes import finding_of
from assessment.changes.explanations.change_explanation import (
    Confidence,
    ExplanationKind,
    Finding,
    Said,
)
from assessment.changes.explanations.explaining import (
    LONGEST,
    LONGEST_EVIDENCE,
    explain_change,
    withdraw_explanation,
)
from assessment.changes.explanations.kept_explanations import explanation_history
from assessment.outputs.changes.explanation_wording import HISTORY_HEADER, history_row
from assessment.outputs.changes.findings_explained import (
    HEADER,
    finding_row,
    findings,
    how_many_explained,
    is_explained,
)
from assessment.outputs.changes.row_order import row_names
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.partnerships import partnerships
from assessment.people import Permission
from assessment.workspace import Workspace
from pages.components.actions import done, tell

WHY = "why"
HOW = (
    "It stands wherever the figure does: here, on Overview and Trend, in sentences that are copied "
    "and in downloads. Whoever sees the figure reads it, partners and the public too: name no "
    "person, and no number that is withheld from them. Nothing is overwritten."
)


def show_why(workspace: Workspace, answer: YearOnYear) -> None:
    """List what rose and fell with why; let those who may say it of their own districts."""
    question = answer.question
    found = findings(answer.changes)
    st.header("Why", anchor=False)
    tell(WHY)
    st.markdown(markdown(how_many_explained(answer.changes)))
    if found:
        rows = (finding_row(change, question) for change in found)
        st.html(html_table("What rose and fell, and why", HEADER, rows))
    own = _partnership(workspace, answer)
    if own is not None:
        with st.expander("Say why", icon=":material/edit_note:", expanded=False, key="say-why"):
            _say_why(workspace.of(own), own, answer)


def _partnership(workspace: Workspace, answer: YearOnYear) -> str | None:
    """Return the partnership whose districts these are, if this person may explain its figures."""
    place = answer.question.place
    names = {known.name: known.id for known in partnerships(workspace)}
    whole = {frozenset(known.districts): known.id for known in partnerships(workspace)}
    own = names.get(place.label) or whole.get(frozenset(place.whole.districts))
    may = own is not None and workspace.of(own).may(Permission.EXPLAIN_CHANGES)
    return own if may and not place.force and answer.question.as_at is None else None


def _say_why(workspace: Workspace, own: str, answer: YearOnYear) -> None:
    question = answer.question
    order = [*(each for each in findings(answer.changes) if not is_explained(each))]
    names = {
        name: answer.changes[number] for name, number in row_names(answer.changes, question).items()
    }
    first = [name for name, change in names.items() if change in order]
    offered = [*first, *(name for name in names if name not in first)]
    change = names[st.selectbox("Of which row", offered, key="why-of", width=560)]
    finding = finding_of(question, change)
    if finding is None:
        st.info("Records that do not say their area have no explanation of their own.")
        return
    _form(workspace, own, finding, change)
    history = explanation_history(workspace, own, finding)
    if history:
        table = html_table("All that was said of it", HISTORY_HEADER, map(history_row, history))
        st.html(table)


def _form(workspace: Workspace, own: str, finding: Finding, change: Change) -> None:
    """Put the fields, with what stands in them; each figure and version has its own."""
    standing = change.explanation
    key = "-".join(map(str, (*finding.key.values(), standing.version if standing else 0)))
    kinds, sure = list(ExplanationKind), list(Confidence)
    with st.form(f"why-{key}", border=False):
        kind = st.selectbox(
            "What lies behind it",
            kinds,
            index=kinds.index(standing.kind) if standing else 0,
            format_func=str,
            key=f"why-kind-{key}",
        )
        text = st.text_area(
            "Why, in a sentence or two",
            standing.text if standing else "",
            max_chars=LONGEST,
            key=f"why-text-{key}",
            placeholder="e.g. Two supermarkets began to report every theft in May.",
        )
        evidence = st.text_input(
            "Evidence: a word or a link",
            standing.evidence if standing else "",
            max_chars=LONGEST_EVIDENCE,
            key=f"why-evidence-{key}",
        )
        confidence = st.selectbox(
            "How sure that is",
            sure,
            index=sure.index(standing.confidence if standing else Confidence.LIKELY),
            format_func=str,
            key=f"why-sure-{key}",
        )
        st.caption(markdown(HOW, 1000))
        if st.form_submit_button("Keep it", type="primary", icon=":material/check:"):
            said = Said(kind, text, confidence, evidence, change.verdict.value)
            seen = standing.version if standing else None
            keep = partial(explain_change, workspace, own, finding, said, seen)
            done(keep, "It is kept, and stands beside the figure.", at=WHY)
            st.rerun()
    if standing and st.button("Take it back", icon=":material/undo:", key=f"why-back-{key}"):
        back = partial(withdraw_explanation, workspace, own, finding, standing)
        done(back, "It is taken back; the history keeps it.", at=WHY)
        st.rerun()
