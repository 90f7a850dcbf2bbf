"""Residents' priorities beside what is recorded: by number and by harm."""

from collections.abc import Mapping

import streamlit as st

from assessment.changes import Place
from assessment.errors import AssessmentError
from assessment.outputs.escaping import markdown
from assessment.outputs.survey import survey_wording as wording
from assessment.outputs.survey.survey_bars import perception_bars, perception_sentences
from assessment.outputs.survey.survey_tables import perception_table
from assessment.partnerships import partnerships
from assessment.perception import Perception
from assessment.perception.surveyed_place import is_of
from assessment.survey.questionnaire import Concept
from assessment.survey.waves.wave_register import Wave
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.address.choices import choose
from pages.components.caches import cache, cached_surveys
from pages.components.downloads import download


def against_the_record(workspace: Workspace, wave: Wave) -> None:
    """Let a place be chosen, and set what residents put first beside what is recorded there."""
    places = cache.places(workspace)
    concepts = {question.concept for question in cached_surveys.asked(workspace, wave.id)}
    if Concept.PRIORITY not in concepts or not places:
        return
    st.header("Beside recorded crime", anchor="record")
    place = choose(
        "Records of",
        "record",
        places,
        default=_own_place(workspace, wave, places),
        width=400,
    )
    usual = cache.usual_question(workspace, place)
    if usual is None:
        st.info("No records have been loaded for this place.", icon=":material/info:")
        return
    try:
        perception = cached_surveys.perceived(workspace, wave.id, place, usual.period)
    except AssessmentError as fault:
        messages.error(fault)
        return
    _show(perception, wave)
    download(
        f"record-{wave.id}",
        lambda: perception_table(perception, synthetic=wave.synthetic),
        key="record",
    )


def _own_place(workspace: Workspace, wave: Wave, places: Mapping[str, Place]) -> str | None:
    """Return the place whose residents were asked."""
    known = partnerships(workspace)
    return next((name for name, place in places.items() if is_of(wave, place, known)), None)


def _show(perception: Perception, wave: Wave) -> None:
    st.markdown(
        f"Recorded in **{markdown(perception.place.where)}**, {perception.period.dates}."
        f"{wording.asked_later(wave, perception.period.last_day)} Places are "
        "among the priorities that recorded crime can be set beside."
    )
    st.markdown("\n".join(f"- {sentence}" for sentence in perception_sentences(perception)))
    if perception.rows:
        st.html(perception_bars(perception))
    for doubt in wording.doubtful(beside.row for beside in perception.rows):
        st.caption(f":material/help: {doubt}")
    with st.expander("How to read this", icon=":material/info:"):
        st.markdown("\n".join(f"- {markdown(caveat, 1000)}" for caveat in perception.caveats))
