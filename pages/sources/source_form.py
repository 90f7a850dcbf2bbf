"""Saying whose a source is, whom to ask there, and when its data are due."""

from collections.abc import Sequence

import streamlit as st

from assessment.outputs.sources.freshness_wording import LAST_DAY
from assessment.people import Permission
from assessment.sources.due_dates import DueRule, Every
from assessment.sources.source_register import Source
from assessment.sources.source_settings import (
    LONGEST,
    MOST_MONTHS,
    SourceSetting,
    set_source,
)
from pages.components.actions import done
from pages.sources.sources_asked import SourcesAsked

NOT_EXPECTED = "nothing is expected"
OFTEN = {NOT_EXPECTED: None, **{f"every {every}": every for every in Every}}


def source_form(asked: SourcesAsked, every: Sequence[Source]) -> None:
    """Let it be said of one source whose it is, and what is expected of it."""
    if not every or not asked.workspace.may(Permission.LOAD_EXTRACTS):
        return
    st.header("Whose a source is, and when it is due", anchor=False)
    by_id = {source.id: source for source in every}
    # Outside the form: what is kept of another source is then shown in its fields.
    source = by_id[st.selectbox("Source", list(by_id), key="source-to-change", width=420)]
    with st.form("source-setting", border=False):
        setting = _fields(source)
        if st.form_submit_button("Keep this", type="primary", icon=":material/save:"):
            done(
                lambda: set_source(asked.workspace, source.id, setting),
                f"{source.id}: what you said is kept.",
            )
            st.rerun()


def _fields(source: Source) -> SourceSetting:
    """Ask for what is said of a source; the fields of each source have keys of their own."""
    setting, due = source.setting, source.setting.due
    with st.container(horizontal=True):
        agency = st.text_input(
            "Agency",
            setting.agency,
            LONGEST,
            key=f"agency-{source.id}",
            placeholder="e.g. Essex Police",
        )
        role = st.text_input(
            "Contact: a role, not a person",
            setting.contact_role,
            LONGEST,
            key=f"role-{source.id}",
            placeholder="e.g. performance analyst",
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        often = st.selectbox(
            "Expected",
            list(OFTEN),
            index=list(OFTEN.values()).index(due.every if due else None),
            key=f"every-{source.id}",
            width=220,
        )
        day = st.number_input(
            "By day of the month (31 is the last)",
            1,
            LAST_DAY,
            due.due_day if due else 15,
            key=f"day-{source.id}",
            width=260,
        )
        after = st.number_input(
            "How many months after",
            1,
            MOST_MONTHS,
            due.months_after if due else 1,
            key=f"after-{source.id}",
            width=220,
        )
    every = OFTEN[often]
    return SourceSetting(agency, role, DueRule(every, int(day), int(after)) if every else None)
