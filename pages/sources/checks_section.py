"""Checks of the store, run when somebody turns to them, and anew when the data have changed."""

import streamlit as st

from assessment.numbers import count_of
from assessment.outputs.escaping import markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.sources.checks_table import checks_table, what_to_do
from assessment.people import Permission
from assessment.sources.store_checks import (
    CheckResult,
    ChecksRun,
    count_anew,
    is_outdated,
    run_checks,
)
from pages.components.actions import done
from pages.components.downloads import download
from pages.sources.sources_asked import SourcesAsked

FOUND = "checks-found"
HEADER = ("Check", "Finding", "What to do")


def checks(asked: SourcesAsked) -> None:
    """Check the store, unless that was done since the data last changed; show what was found."""
    st.markdown(
        "Whether the counts are those of the records, and whether anything stands twice or was "
        "left behind. With millions of records it takes some seconds."
    )
    run: ChecksRun | None = st.session_state.get(FOUND)
    if run is None or is_outdated(asked.workspace, run):
        with st.spinner("Checking …"):
            run = st.session_state[FOUND] = run_checks(asked.workspace)
    _show(asked, run)


def _show(asked: SourcesAsked, run: ChecksRun) -> None:
    if run.wrong:
        found = count_of(len(run.wrong), "check")
        st.error(f"{markdown(found)} found something wrong.", icon=":material/error:")
    else:
        st.success(f"All {len(run.results)} checks found nothing wrong.", icon=":material/check:")
    st.html(html_table("What the checks found", HEADER, map(_row, run.results)))
    download("checks-of-the-store", lambda: checks_table(run.results), key="checks")
    mendable = any(result.check.can_be_mended for result in run.wrong)
    if not mendable or not asked.workspace.may(Permission.LOAD_EXTRACTS):
        return
    if st.button("Count every month anew", icon=":material/calculate:"):
        with st.spinner("Counting every month of every source …"):
            done(lambda: count_anew(asked.workspace), "Every month was counted anew.")
        st.rerun()


def _row(result: CheckResult) -> tuple[object, ...]:
    sign = "●" if result.is_sound else "✕"
    return (result.check.question, f"{sign} {result.finding}", what_to_do(result) or "nothing")
