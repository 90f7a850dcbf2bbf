"""The ranked issues above and below the line, and the reason for each."""

import streamlit as st

from assessment.outputs import priority_wording as wording
from assessment.priorities.authorities import Authority
from assessment.priorities.reasons import Setting, change_setting, give_reasons
from assessment.priorities.record import Record, RecordedIssue
from assessment.risk_matrix.assessments import Status
from assessment.risk_matrix.issues import MOST_ISSUES
from assessment.workspace import Workspace
from pages.components.doing import done
from pages.components.html_table import html_table

HEADER = ("Issue", "Rank", "Score", "Above it if weights vary", "Chosen in", "Why")


def line(workspace: Workspace, found: Record) -> None:
    """Show what is above the line and below it; of a draft, let line and reasons be changed."""
    is_draft = found.status == Status.DRAFT
    if is_draft:
        _set_line(workspace, found)
    st.html(_table(found, f"Above the line: rank 1 to {found.cut}", is_above=True))
    st.html(_table(found, "Below the line", is_above=False))
    st.caption(
        "“Above it if weights vary” says in how many of 1,000 draws an issue is above the line "
        "when every weight varies by up to 25%."
    )
    if is_draft:
        _give_reasons(workspace, found)


def _table(found: Record, caption: str, *, is_above: bool) -> str:
    rows = [_row(found, each) for each in found.issues if each.is_above == is_above]
    return html_table(caption, HEADER, rows)


def _row(found: Record, issue: RecordedIssue) -> tuple[object, ...]:
    return (
        issue.label,
        wording.rank(issue),
        (wording.value(issue.score), issue.band or "no band"),
        (wording.above(issue), f"confidence {issue.confidence}"),
        wording.chosen_in(found, issue),
        issue.reason or "no reason yet",
    )


def _set_line(workspace: Workspace, found: Record) -> None:
    with st.form("line", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        cut = st.number_input("The line lies under rank", 1, MOST_ISSUES, found.cut, width=220)
        quorum = st.number_input(
            "Quorum: responsible authorities", 1, len(Authority), found.quorum, width=280
        )
        if st.form_submit_button("Set"):
            wanted = Setting(cut, quorum)
            done(lambda: change_setting(workspace, found.assessment, wanted))
            st.rerun()


def _give_reasons(workspace: Workspace, found: Record) -> None:
    """Ask for a reason: of one issue, or the same for several."""
    st.header("Say why an issue was chosen, or was not", anchor=False)
    said = {each.id: "" if each.reason else ", no reason yet" for each in found.issues}
    labels = {each.id: f"{each.label}{said[each.id]}" for each in found.issues}
    with st.form("reasons", border=False, clear_on_submit=True):
        issues = st.multiselect(
            "Issues", list(labels), format_func=labels.__getitem__, help="One, or several at once."
        )
        why = st.text_area("Why", placeholder="e.g. The county leads on it; we support its plan.")
        if st.form_submit_button("Keep this reason", type="primary") and issues:
            done(lambda: give_reasons(workspace, found.assessment, dict.fromkeys(issues, why)))
            st.rerun()
