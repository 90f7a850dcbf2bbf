"""How far it has come, who has agreed, and the next step."""

from datetime import date

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.priorities import priority_wording as wording
from assessment.outputs.risk_matrix.wording import year_wording
from assessment.priorities.agreement import (
    agree,
    back_to_draft,
    record_agreement,
    sign_off,
    still_missing,
)
from assessment.priorities.record import Record
from assessment.priorities.stored_documents import record_file
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.workspace import Workspace
from pages.components.actions import confirmed, done, tell
from pages.components.downloads import download_file

SEAL = "sign-off-asked"
HERE, TURN = "agreement", "agreement-turn"


def agreement(workspace: Workspace, record: Record) -> None:
    """Show who has agreed, and offer what comes next."""
    match record.status:
        case AssessmentStatus.DRAFT:
            _draft(workspace, record)
        case AssessmentStatus.AGREED:
            _who(record)
            _record(workspace, record)
            _next(workspace, record)
        case _:
            _who(record)
    if record.status != AssessmentStatus.DRAFT:
        download_file(
            "Download the record",
            lambda: record_file(workspace, record.assessment),
            f"{record.partnership}-{record.ending}.json",
            "application/json",
            key="record-json",
        )


def _draft(workspace: Workspace, record: Record) -> None:
    if points := record.open_points():
        lines = "\n".join(f"- {markdown(point, 1000)}" for point in points)
        st.info(f"**Before it can be agreed**\n\n{lines}", icon=":material/checklist:")
        return
    st.markdown(
        "Everything is there. Once it is agreed, scores and evidence are kept as they are now and "
        "the scoring is closed; then the responsible authorities put their agreement to it."
    )
    if st.button("Agree it", type="primary"):
        done(lambda: agree(workspace, record.assessment))
        st.rerun()


def _who(record: Record) -> None:
    st.markdown(markdown(wording.quorum(record)))
    rows = [
        (agreed.body, agreed.authority, agreed.role, year_wording.day(agreed.agreed_on))
        for agreed in record.agreements
    ]
    if rows:
        st.html(html_table("Who has agreed", ("Body", "Authority", "Role", "On"), rows))


def _record(workspace: Workspace, record: Record) -> None:
    st.header("Record who has agreed", anchor=False)
    turn = st.session_state.get(TURN, 0)
    with st.form(f"agreement-{turn}", border=False):
        waiting = [*record.missing, *record.agreeing]
        authority = st.selectbox("Responsible authority", waiting, key=f"agreement-of-{turn}")
        body = st.text_input(
            "Body", key=f"agreement-body-{turn}", placeholder="e.g. Rochford District Council"
        )
        role = st.text_input(
            "Role",
            key=f"agreement-role-{turn}",
            placeholder="e.g. chief executive; no names of people",
        )
        on = st.date_input("On", value="today", format="DD/MM/YYYY", key=f"agreement-on-{turn}")
        if st.form_submit_button("Record the agreement", type="primary"):
            agreed_on = on or date.today()
            number = record.assessment
            # Recorded, the form is empty for the next one; refused, what was typed stays.
            st.session_state[TURN] = turn + done(
                lambda: record_agreement(workspace, number, authority, body, role, agreed_on),
                f"Recorded for {authority}: {' '.join(body.split())}.",
                at=HERE,
            )
            st.rerun()
    tell(HERE)


def _next(workspace: Workspace, record: Record) -> None:
    st.header("Sign it off", anchor=False)
    st.markdown("It is then kept for good: no score, reason or priority can be changed any more.")
    confirming = f"{SEAL}-{record.assessment}"
    if confirming in st.session_state:
        question = "**Sign it off for good?** Nobody can make it a draft again afterwards."
        if confirmed(confirming, question, "Yes, sign it off", ":material/lock:"):
            done(lambda: sign_off(workspace, record.assessment))
            st.rerun()
        return
    if not record.has_quorum:
        # How many have agreed is said above.
        lack = markdown(still_missing(record), 1000)
        st.info(f"{wording.NOT_READY} {lack}", icon=":material/info:")
    with st.container(horizontal=True):
        if record.has_quorum and st.button("Sign it off", type="primary"):
            st.session_state[confirming] = True
            st.rerun()
        if st.button(
            "Make it a draft again",
            help="Takes back what the authorities have agreed to: it is going to be changed.",
        ):
            done(lambda: back_to_draft(workspace, record.assessment))
            st.rerun()
