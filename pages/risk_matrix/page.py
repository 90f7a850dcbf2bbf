"""Risk matrix: issues scored and ranked, how firm the ranking is, and scoring it together."""

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.risk_matrix.wording.year_wording import as_of, recorded
from assessment.risk_matrix.assessments import AssessmentStatus
from pages.components import look, messages
from pages.components.actions import tell
from pages.components.address.invalid_address import end_here
from pages.components.caches import cache, cached_evidence
from pages.components.filters.assessment_filters import VIEW, ask, choose_view, link
from pages.components.what_first import what_first
from pages.risk_matrix.desk import issue_by_issue
from pages.risk_matrix.facilitator import scored_together, scoring_together
from pages.risk_matrix.firmness import how_firm
from pages.risk_matrix.matrix_year import open_year
from pages.risk_matrix.new_assessment import start
from pages.risk_matrix.other_schemes import other_schemes
from pages.risk_matrix.result import result

look.wear_scoring()
st.title("Risk matrix", anchor=False)
workspace = cache.workspace()
with st.sidebar:
    choice = ask(workspace)
if choice is None:
    what_first(workspace)
    end_here()
if choice.assessment is None:
    start(workspace, choice.partnership)
    end_here()
assessment = choice.assessment
messages.synthetic_banner(assessment.synthetic)
head = st.container()
view = choose_view()
above = st.container()
if view == "Scoring together" and assessment.status is AssessmentStatus.DRAFT:
    # While people score, only what was counted is needed, and is kept.
    shown = cached_evidence.basis(workspace, assessment.id)
    scoring_together(workspace, shown)
else:
    with head:
        year = open_year(workspace, assessment)
    shown = year.matrix
    match view:
        case "Scoring together":
            scored_together(year.matrix)
        case "Issue by issue":
            issue_by_issue(workspace, year.matrix)
        case "Other schemes":
            other_schemes(workspace, year)
        case "How firm":
            how_firm(year.matrix)
        case _:
            result(workspace, year)
link(choice, **{VIEW: view})
with head:
    st.markdown(
        f"**{markdown(shown.partnership.name)}**, {shown.period.dates}. "
        f"{markdown(shown.scheme.label)}, version {shown.scheme.version}; "
        f"{assessment.status}, {markdown(recorded(assessment.started_by, 'started'))}."
    )
    messages.what_verdicts_mean(shown.methods_version)
    if agreed_on := as_of(shown):
        st.info(markdown(agreed_on), icon=":material/history:")
with above:
    tell()
