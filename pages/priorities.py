"""Priorities: what was chosen from the ranked issues, why, who agreed, and what has moved since."""

from pathlib import Path

import streamlit as st

from assessment.outputs import priority_tables
from assessment.outputs import priority_wording as wording
from assessment.outputs.escaping import markdown
from assessment.priorities.agreeing import record
from assessment.risk_matrix.assessments import Status
from assessment.risk_matrix.issues import place_of
from assessment.risk_matrix.matrix import matrix_from
from pages.components import cache, messages
from pages.components.choices import choose_part
from pages.components.doing import tell
from pages.components.downloads import download
from pages.components.entrance import through_dashboard
from pages.components.priorities.agreement import agreement
from pages.components.priorities.chosen import chosen
from pages.components.priorities.line import line
from pages.components.priorities.writing import write
from pages.components.priorities.years import last_year, since_then
from pages.components.risk import kept
from pages.components.risk.choosing import ask, link
from pages.components.unusable import end_here
from pages.components.what_first import what_first

STYLE = Path(__file__).parent / "components" / "priorities" / "priorities.css"
PARTS = ("Priorities", "The line and reasons", "Agreement", "Last year")
SINCE = "Since then"

through_dashboard()
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
            "pages/risk_matrix.py",
            label="Start an assessment",
            icon=":material/grid_view:",
            query_params=way_on,
        )
    else:
        what_first(workspace, place)
    end_here()
held = asked.assessment
messages.synthetic_banner(held.synthetic)
is_draft = held.status is Status.DRAFT
# What has been agreed is read from its own document: nothing is counted for it.
matrix = matrix_from(workspace, kept.basis(workspace, held.id)) if is_draft else None
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
