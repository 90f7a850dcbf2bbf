"""Priorities: what was chosen from the ranked issues, why, who agreed, and what has moved since."""

from pathlib import Path

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.priorities import priority_tables
from assessment.outputs.priorities import priority_wording as wording
from assessment.outputs.priorities.priority_cards import priority_cards
from assessment.priorities.agreement import record
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.risk_matrix.issues import place_of
from assessment.risk_matrix.matrix import matrix_from
from pages.components import messages
from pages.components.actions import tell
from pages.components.address.choices import choose_part
from pages.components.address.invalid_address import end_here
from pages.components.caches import cache, cached_evidence
from pages.components.downloads import download
from pages.components.filters.assessment_filters import ask, link
from pages.components.what_first import what_first
from pages.priorities.agreement_steps import agreement
from pages.priorities.last_year_table import last_year, since_then
from pages.priorities.priority_form import write
from pages.priorities.ranked_line import line

STYLE = Path(__file__).with_name("priorities.css")
PARTS = ("Priorities", "The line and reasons", "Agreement", "Last year")
SINCE = "Since then"

st.html(f"<style>{STYLE.read_text(encoding='utf-8')}</style>")
st.title("Priorities", anchor=False)
workspace = cache.workspace()
with st.sidebar:
    choice = ask(workspace)
if choice is None:
    what_first(workspace)
    end_here()
if choice.assessment is None:
    place = place_of(choice.partnership)
    if cache.months_available(workspace, place):
        st.info("Priorities are chosen from scored issues.", icon=":material/info:")
        way_on = {"partnership": choice.partnership.name}
        st.page_link(
            "pages/risk_matrix/page.py",
            label="Start an assessment",
            icon=":material/grid_view:",
            query_params=way_on,
        )
    else:
        what_first(workspace, place)
    end_here()
assessment = choice.assessment
messages.synthetic_banner(assessment.synthetic)
is_draft = assessment.status is AssessmentStatus.DRAFT
# What has been agreed is read from its own document: nothing is counted for it.
matrix = (
    matrix_from(workspace, cached_evidence.basis(workspace, assessment.id)) if is_draft else None
)
shown = record(workspace, assessment.id, matrix)
st.markdown(
    f"**{markdown(shown.partnership_name)}**, {markdown(shown.period)}. "
    f"{markdown(shown.scheme['label'])}, version {shown.scheme['version']:d}. "
    f"{markdown(wording.standing(shown), 1000)}"
)
parts = PARTS if is_draft else (*PARTS, SINCE)
part = choose_part("Part", "part", parts)
tell()
match part:
    case "The line and reasons":
        line(workspace, shown)
    case "Agreement":
        agreement(workspace, shown)
    case "Last year":
        last_year(workspace, shown)
    case "Since then":
        since_then(workspace, shown)
    case _:
        st.html(priority_cards(shown) or "<p>No priority has been chosen yet.</p>")
        messages.what_verdicts_mean(shown.methods_version)
        if shown.priorities:
            name = priority_tables.file_name(shown, "priorities")
            download(name, lambda: priority_tables.priorities(shown), key="priorities")
        if is_draft:
            write(workspace, shown)
link(choice, part=part)
