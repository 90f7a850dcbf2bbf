"""Survey: what residents say, who they are, and how far their answers can be trusted."""

import streamlit as st

from pages.components.caches import cache, cached_surveys
from pages.components.exact_link import exact_link
from pages.survey import question_sections, wave_filter
from pages.survey.beside_records import against_the_record
from pages.survey.comment_review import in_their_words
from pages.survey.group_breakdown import breakdown
from pages.survey.wave_head import caveats, head, parts, parts_on_a_phone, parts_there, where_from
from pages.survey.waves_compared import compared, over_waves
from pages.survey.who_answered import who_answered

st.title("Survey", anchor=False)
workspace = cache.workspace()
with st.sidebar:
    choice = wave_filter.ask(workspace)
if choice is None:
    st.info("No survey has been loaded yet.", icon=":material/info:")
    st.page_link("pages/load_survey/page.py", label="Load a survey", icon=":material/how_to_vote:")
    st.stop()
with st.sidebar:
    merge = wave_filter.merge_ages(workspace, choice.wave)
answers = cached_surveys.answers(workspace, choice.wave, merge=merge)
asked = cached_surveys.asked(workspace, choice.wave)
there = parts_there(answers, asked, others=bool(choice.others))
with st.sidebar:
    parts(there)
head(answers)
parts_on_a_phone(there)
question_sections.safety(answers)
question_sections.lists(answers)
question_sections.others(answers)
who_answered(answers)
caveats(answers)
breakdown(workspace, answers.summary.wave, merge=merge)
compared(workspace, choice, answers.summary.caveats)
over_waves(workspace, choice)
against_the_record(workspace, answers.summary.wave)
in_their_words(workspace, choice.wave)
where_from(answers)
exact_link(wave_filter.address_of(choice))
