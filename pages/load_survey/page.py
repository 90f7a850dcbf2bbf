"""Load a survey: what an export was taken for is shown first, and then it is loaded or not."""

import streamlit as st

from assessment.errors import AssessmentError
from assessment.outputs.escaping import markdown
from assessment.outputs.survey.load_requirements import still_needed
from assessment.survey.waves.wave_naming import WaveNaming
from pages.components import messages, waiting
from pages.components.caches import cache, cached_surveys
from pages.load_survey import questions_to_resolve
from pages.load_survey import survey_upload as coming
from pages.load_survey.corrections import corrections
from pages.load_survey.loaded_waves import just_loaded, waves_list
from pages.load_survey.margins_upload import population
from pages.load_survey.read_as import read_as
from pages.load_survey.result_entry import enter_percentages
from pages.load_survey.survey_naming import name_wave, say_what_is_there

KINDS = ["csv", "xlsx", "xls", "txt"]


def choose_file() -> None:
    """Take an export in and put it on disk."""
    st.markdown(
        "An export with one row for each person who answered, from Microsoft Forms, SurveyMonkey, "
        "SmartSurvey, Qualtrics, LimeSurvey, Google Forms, KoboToolbox and the like, or a "
        "spreadsheet: CSV or Excel. Names, e-mail addresses, IP addresses and full postcodes are "
        f"left out. {waiting.KEPT}"
    )
    key = waiting.uploader_key(coming.UPLOADER)
    st.file_uploader("Export", KINDS, key=key, on_change=coming.take_file, args=(key,))


def check_and_load(arriving: coming.Arriving) -> None:
    """Show what the waiting export was taken for; load it, or put it away."""
    st.header(markdown(arriving.name), anchor=False)
    naming, proposal = name_wave(workspace, arriving)
    every = cached_surveys.every_wave(workspace)
    with st.container():
        say_what_is_there(workspace, naming, proposal)
    skipped = questions_to_resolve.are_skipped(arriving)
    survey_of = {wave.id: wave.survey for wave in every}
    needed = still_needed(naming, proposal, survey_of, skipped=skipped)
    with st.container(horizontal=True, vertical_alignment="center"):
        disabled = bool(needed)
        load = st.button("Load", type="primary", icon=":material/database:", disabled=disabled)
        put_away = st.button("Do not load", icon=":material/close:")
        if needed:
            st.markdown(needed)
    if load:
        _load(arriving, naming, keep_doubts=skipped)
    if put_away:
        waiting.put_away(coming.WAITING)
        st.rerun()
    if isinstance(proposal, AssessmentError):
        messages.error(proposal)
    else:
        questions_to_resolve.ask(proposal, arriving)
        read_as(proposal)
        corrections(proposal, arriving)


def _load(arriving: coming.Arriving, naming: WaveNaming, *, keep_doubts: bool) -> None:
    report = coming.load(workspace, arriving, naming, keep_doubts=keep_doubts)
    if isinstance(report, AssessmentError):
        messages.error(report)
        return
    st.session_state[coming.DONE] = report
    waiting.put_away(coming.WAITING)
    st.rerun()


st.title("Load a survey", anchor=False)
workspace = cache.workspace()
choose_file()
# Each part has a place of its own: what moves down the page loses what is being typed into it.
with st.container():
    if coming.REFUSED in st.session_state:
        messages.error(st.session_state[coming.REFUSED])
    waiting.say_what_is_held()
    if waiting.waits(coming.WAITING):
        check_and_load(st.session_state[coming.WAITING])
with st.container():
    just_loaded()
    waves_list(workspace)
with st.container():
    population(workspace)
enter_percentages(workspace)
