"""The ranked issues above and below the line, and the reason for each."""

from collections.abc import Mapping

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.priorities import priority_tables
from assessment.outputs.priorities import priority_wording as wording
from assessment.outputs.risk_matrix.ranked_table import notes_under
from assessment.outputs.risk_matrix.wording import tie_wording
from assessment.outputs.risk_matrix.wording.firmness_wording import what_varies
from assessment.outputs.risk_matrix.wording.risk_wording import NO_BAND
from assessment.outputs.risk_matrix.wording.tie_wording import EqualScores
from assessment.periods import joined
from assessment.priorities.priority_line import Setting, change_setting, give_reasons
from assessment.priorities.record import SCORES_VARIED, Record, RecordedIssue
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.risk_matrix.issues import MOST_ISSUES
from assessment.workspace import Workspace
from pages.components.actions import done, tell
from pages.components.downloads import download

HERE, TURN = "reasons", "reasons-turn"
ABOVE_IT = "Above it in how many draws"
HEADER = ("Issue", "Rank", "Score", ABOVE_IT, "Chosen in", "Why")


def line(workspace: Workspace, record: Record) -> None:
    """Show what is above the line and below it; of a draft, let line and reasons be changed."""
    is_draft = record.status == AssessmentStatus.DRAFT
    if is_draft:
        _set_line(workspace, record)
    equal = tie_wording.in_record(record)
    st.html(_table(record, equal, f"Above the line: rank 1 to {record.cut}", is_above=True))
    # What is level may stand on both sides of the line.
    st.html(_table(record, equal, "Below the line", is_above=False) + notes_under(equal))
    varies = what_varies(scores_vary=bool(record.robustness.get(SCORES_VARIED)))
    st.caption(f"“{ABOVE_IT}”: {markdown(varies, 1000)}.")
    download(
        priority_tables.file_name(record, "reasons"),
        lambda: priority_tables.line(record),
        key="reasons",
    )
    if is_draft:
        _give_reasons(workspace, record)


def _table(
    record: Record, equal: Mapping[str, EqualScores], caption: str, *, is_above: bool
) -> str:
    rows = [
        _row(record, issue, equal.get(issue.id))
        for issue in record.issues
        if issue.is_above == is_above
    ]
    return html_table(caption, HEADER, rows)


def _row(record: Record, issue: RecordedIssue, equal: EqualScores | None) -> tuple[object, ...]:
    mark = f" ({equal.mark})" if equal else ""
    return (
        issue.label,
        wording.rank(issue),
        (
            f"{wording.value(issue.score)}{mark}",
            issue.band or (NO_BAND if issue.rank else "no score"),
        ),
        (wording.above(issue), f"confidence {issue.confidence}"),
        wording.chosen_in(record, issue),
        issue.reason or "no reason yet",
    )


def _set_line(workspace: Workspace, record: Record) -> None:
    with st.form("line", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        cut = st.number_input("The line lies under rank", 1, MOST_ISSUES, record.cut, width=220)
        quorum = st.number_input(
            "Quorum: responsible authorities", 1, len(record.authorities), record.quorum, width=280
        )
        if st.form_submit_button("Set"):
            wanted = Setting(cut, quorum)
            confirmation = (
                f"The line lies under rank {cut}; {quorum} responsible authorities must agree."
            )
            done(lambda: change_setting(workspace, record.assessment, wanted), confirmation)
            st.rerun()


def _give_reasons(workspace: Workspace, record: Record) -> None:
    """Ask for a reason: of one issue, or the same for several."""
    st.header("Say why an issue was chosen, or was not", anchor=False)
    notes = {issue.id: "" if issue.reason else ", no reason yet" for issue in record.issues}
    labels = {issue.id: f"{issue.label}{notes[issue.id]}" for issue in record.issues}
    turn = st.session_state.get(TURN, 0)
    with st.form(f"reasons-{turn}", border=False):
        issues = st.multiselect(
            "Issues",
            list(labels),
            format_func=labels.__getitem__,
            key=f"reasons-of-{turn}",
            help="One, or several at once.",
        )
        why = st.text_area(
            "Why",
            key=f"reasons-why-{turn}",
            placeholder="e.g. The county leads on it; we support its plan.",
        )
        if st.form_submit_button("Keep this reason", type="primary"):
            # Kept, the form is empty again; refused, what was typed stays.
            st.session_state[TURN] = turn + _keep(workspace, record, issues, why)
            st.rerun()
    tell(HERE)


def _keep(workspace: Workspace, record: Record, issues: list[str], why: str) -> bool:
    named = joined([issue.label for issue in record.issues if issue.id in issues])
    verb = "kept" if why.strip() else "taken back"
    return done(
        lambda: give_reasons(workspace, record.assessment, dict.fromkeys(issues, why)),
        f"The reason is {verb} for {named}.",
        at=HERE,
    )
