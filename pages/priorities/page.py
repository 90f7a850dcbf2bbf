"""Priorities: what was chosen from the ranked issues, why, who agreed, and what has moved since."""

from pathlib import Path

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.priorities import priority_tables
from assessment.outputs.priorities import priority_wording as wording
from assessment.priorities.agreement import record
from assessment.risk_matrix.assessments import AssessmentStatus
from assessment.risk_matrix.issues import place_of
from assessment.risk_matrix.matrix import matrix_from
from pages.components import cache, cached_evidence, messages
from pages.components.actions import tell
from pages.components.address.choices import choose_part
from pages.components.address.invalid_address import end_here
from pages.components.downloads import download
from pages.components.filters.assessment_filters import ask, link
from pages.components.what_first import what_first
from pages.priorities.agreement_steps import agreement
from pages.priorities.chosen import chosen
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
    asked = ask(workspace)
if asked is None:
    what_first(workspace)
    end_here()
if asked.assessment is None:
    place = place_of(asked.partnership)
    if cache.held(workspace, place):
        st.info("Priorities are chosen from scored issues.", icon=":material/info:")
        way_on = {"partnership": asked.partnership.name}
        st.page_link(
            "pages/risk_matrix/page.py",
            label="Start an assessment",
            icon=":material/grid_view:",
            query_params=way_on,
        )
    else:
        what_first(workspace, place)
    end_here()
held = asked.assessment
messages.synthetic_banner(held.synthetic)
is_draft = held.status is AssessmentStatus.DRAFT
# What has been agreed is read from its own document: nothing is counted for it.
matrix = matrix_from(workspace, cached_evidence.basis(workspace, held.id)) if is_draft else None
found = record(workspace, held.id, matrix)
st.markdown(
    f"**{markdown(found.partnership_name)}**, {markdown(found.period)}. "
    f"{markdown(found.scheme['label'])}, version {found.scheme['version']:d}. "
    f"{markdown(wording.standing(found), 1000)}"
)
parts = PARTS if is_draft else (*PARTS, SINCE)
part = choose_part("Part", "part", parts)
tell()
match part:
    case "The line and reasons":
        line(workspace, found)
    case "Agreement":
        agreement(workspace, found)
    case "Last year":
        last_year(workspace, found)
    case "Since then":
        since_then(workspace, found)
    case _:
        st.html(chosen(found) or "<p>No priority has been chosen yet.</p>")
        if found.priorities:
            name = priority_tables.file_name(found, "priorities")
            download(name, lambda: priority_tables.priorities(found), key="priorities")
        if is_draft:
            write(workspace, found)
link(asked, part=part)
