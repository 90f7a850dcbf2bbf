"""Survey: what residents say, who they are, and how far their answers can be trusted."""

import streamlit as st

from pages.components import cache
from pages.components.address import exact_link
from pages.components.entrance import through_dashboard
from pages.components.surveys import asking, kept, sections
from pages.components.surveys.breakdown import breakdown
from pages.components.surveys.comments import in_their_words
from pages.components.surveys.compared import compared
from pages.components.surveys.head import caveats, head, parts, where_from
from pages.components.surveys.over_waves import over_waves
from pages.components.surveys.recorded import against_the_record
from pages.components.surveys.who_answered import who_answered

through_dashboard()
st.title("Survey", anchor=False)
workspace = cache.workspace()
with st.sidebar:
    asked = asking.ask(workspace)
if asked is None:
    st.info("No survey has been loaded yet.", icon=":material/info:")
    st.page_link("pages/load_survey.py", label="Load a survey", icon=":material/how_to_vote:")
    st.stop()
with st.sidebar:
    merge = asking.merge_ages(workspace, asked.wave)
    parts()
answers = kept.answers(workspace, asked.wave, merge=merge)
head(answers)
sections.safety(answers)
sections.lists(answers)
sections.others(answers)
who_answered(answers)
caveats(answers)
breakdown(workspace, answers.summary.wave, merge=merge)
compared(workspace, asked, answers.summary.caveats)
over_waves(workspace, asked.wave)
against_the_record(workspace, answers.summary.wave)
in_their_words(workspace, asked.wave)
where_from(workspace, answers)
exact_link(asking.address_of(asked))
