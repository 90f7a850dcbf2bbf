"""Starting an assessment: its year, its scheme, and the issues that are looked at."""

from datetime import date

import streamlit as st

from assessment.definitions import Scheme
from assessment.definitions.spelling import plain as as_id
from assessment.errors import InvalidRequest
from assessment.outputs.escaping import markdown
from assessment.partnerships import Partnership
from assessment.periods import add_months
from assessment.risk_matrix import list_schemes
from assessment.risk_matrix.assessment_year import latest_ending
from assessment.risk_matrix.assessments import start_assessment
from assessment.risk_matrix.issues import Issue, candidates, place_of
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.caches import cache
from pages.components.filters.assessment_filters import turn_to_latest
from pages.components.what_first import what_first

# Endings that can be chosen: the latest that records cover, and the months before it.
ENDINGS = 12


def start(workspace: Workspace, of: Partnership) -> None:
    """Ask for what an assessment needs, and start it."""
    place = place_of(of)
    if not cache.months_available(workspace, place):
        what_first(workspace, place)
        return
    st.header(f"Start an assessment of {markdown(of.name)}", anchor=False)
    try:
        latest = latest_ending(workspace, place)
    except InvalidRequest as fault:  # there are fewer than twelve months
        messages.error(fault)
        st.page_link(
            "pages/upload_data/page.py", label="Upload data", icon=":material/upload_file:"
        )
        return
    endings = {
        f"{month:%B %Y}": month for month in (add_months(latest, -n) for n in range(ENDINGS))
    }
    with st.container(horizontal=True):
        ending = endings[st.selectbox("Twelve months to the end of", list(endings))]
        schemes = {known.label: known for known in list_schemes(workspace)}
        chosen = schemes[st.selectbox("Scheme", list(schemes))]
    st.markdown(markdown(chosen.standing))
    prepared = {known.id: known for known in candidates(workspace, of.id, ending)}
    kept = st.multiselect(
        "Issues",
        list(prepared),
        default=list(prepared),
        format_func=lambda issue_id: prepared[issue_id].label,
        help="Prepared from what is recorded, from last year's, and from what no data cover.",
    )
    own = st.text_area(
        "Issues of your own, one on a line",
        placeholder="e.g. Fly-tipping in the town centre",
        help="What no measure counts: people alone score it.",
    )
    if st.button("Start the assessment", type="primary"):
        issues = [*(prepared[issue_id] for issue_id in kept), *own_issues(own)]
        _start(workspace, of, ending, chosen, issues)


def own_issues(text: str) -> list[Issue]:
    """Return the issues that somebody has written, each with an id made of its name."""
    names = [" ".join(line.split()) for line in text.splitlines()]
    return [
        Issue(as_id(name).replace(" ", "-"), name, (), under_reported=False)
        for name in names
        if as_id(name)
    ]


def _start(
    workspace: Workspace, of: Partnership, ending: date, chosen: Scheme, issues: list[Issue]
) -> None:
    try:
        start_assessment(workspace, of.id, ending, chosen, issues)
    except InvalidRequest as fault:
        messages.error(fault)
        return
    turn_to_latest(of)
    st.rerun()
