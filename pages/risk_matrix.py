"""Risk matrix: issues scored and ranked, how firm the ranking is, and scoring it together."""

import streamlit as st

from assessment.risk_matrix.matrix import matrix_from
from pages.components import cache, look, messages
from pages.components.entrance import through_dashboard
from pages.components.messages import plain
from pages.components.risk import kept
from pages.components.risk.choosing import ask, choose_view
from pages.components.risk.desk import issue_by_issue
from pages.components.risk.facilitating import scoring_together
from pages.components.risk.firmness import how_firm
from pages.components.risk.matrix_picture import matrix_picture
from pages.components.risk.other_schemes import other_schemes
from pages.components.risk.ranked_table import ranked_table
from pages.components.risk.starting import start
from pages.components.risk.wearing import wear

through_dashboard()
wear()
st.title("Risk matrix", anchor=False)
workspace = cache.workspace()
notices: list[str] = []
with st.sidebar:
    asked = ask(workspace, notices)
if asked is None:
    messages.nothing_loaded(at_all=False)
    st.stop()
if asked.assessment is None:
    start(workspace, asked.partnership)
    st.stop()
messages.synthetic_banner(asked.assessment.synthetic)
held = kept.basis(workspace, asked.assessment.id)
st.markdown(
    f"**{plain(held.partnership.name)}**, {held.period.dates}. {plain(held.scheme.label)}, version "
    f"{held.scheme.version}; {asked.assessment.status}, by {plain(asked.assessment.started_by)}."
)
view = choose_view()
above = st.container()
if view == "Scoring together":
    scoring_together(workspace, held)
else:
    found = matrix_from(workspace, held)
    match view:
        case "Issue by issue":
            issue_by_issue(workspace, found, notices)
        case "Other schemes":
            other_schemes(workspace, found, notices)
        case "How firm":
            how_firm(found)
        case _:
            st.html(matrix_picture(found, look.ink()))
            st.html(ranked_table(found))
            st.caption(plain(held.scheme.standing, 1000))
            st.page_link(
                "pages/schemes.py",
                label="How this scheme scores",
                icon=":material/rule:",
                query_params={"scheme": held.scheme.label, "version": f"{held.scheme.version}"},
            )
with above:
    messages.notices(notices)
