"""Which survey an export is of, whose residents it asks, which wave it is, and how it was asked."""

from dataclasses import replace
from operator import attrgetter

import streamlit as st

from assessment.errors import AssessmentError
from assessment.outputs.escaping import markdown
from assessment.survey import Mode, Proposal
from assessment.survey.waves.survey_match import as_id, survey_named
from assessment.survey.waves.survey_names import Survey, surveys
from assessment.survey.waves.wave_naming import WaveNaming
from assessment.workspace import Workspace
from pages.components import cached_surveys
from pages.components.known_or_new import known_or_new
from pages.load_survey.survey_upload import SURVEY, Arriving, proposal, recognised
from pages.load_survey.whose_residents import choose_partnership


def name_wave(
    workspace: Workspace, arriving: Arriving
) -> tuple[WaveNaming, Proposal | AssessmentError]:
    """Ask which survey it is and which wave; return it with what the export is taken for."""
    every = surveys(workspace)
    like = recognised(workspace, arriving)
    # Read before anything is asked: what is typed while a page is still at work may be lost.
    proposal(workspace, arriving, like or "")
    row, below = st.container(horizontal=True), st.container()
    with row:
        called = _choose_survey(every, like)
        named = WaveNaming(called, survey_named(called, every))
        found = proposal(workspace, arriving, named.survey)
        if not called:
            return named, found
        texts = (called, arriving.name, *_wordings(found))
        whose = choose_partnership(
            workspace, named.known, texts, f"load-partnership-{named.survey}"
        )
        usual = _usual_wave(named.survey, found)
        wave = st.text_input("Wave", usual, key=f"load-wave-{named.survey}", width=330)
        mode = _choose_mode(workspace, named.survey)
    if named.known and named.known.id == like:
        below.caption(f"Its questions are those of “{markdown(named.name)}”.")
    return replace(named, partnership=whose, wave=as_id(wave), mode=mode), found


def _choose_survey(every: tuple[Survey, ...], like: str | None) -> str:
    """Offer the user's own surveys; the one whose questions these are is chosen already."""
    own = {each.id: each.name for each in every if not each.synthetic}
    return known_or_new(
        "Survey",
        "Or a new survey",
        list(own.values()),
        SURVEY,
        current=own.get(like or ""),
        example="its name",
        note="Its name, the same for all its waves. It is shown as you type it.",
        width=330,
    )


def _choose_mode(workspace: Workspace, survey: str) -> Mode:
    every = cached_surveys.every_wave(workspace)
    latest = next((wave.mode for wave in every if wave.survey == survey), None)
    modes = list(Mode)
    chosen: Mode = st.selectbox(
        "How people were asked",
        modes,
        index=modes.index(latest) if latest else 0,
        format_func=attrgetter("in_words"),
        key=f"load-mode-{survey}",
        width=300,
    )
    return chosen


def _wordings(found: Proposal | AssessmentError) -> tuple[str, ...]:
    columns = () if isinstance(found, AssessmentError) else found.columns
    return tuple(each.wording for each in columns)


def _usual_wave(survey: str, found: Proposal | AssessmentError) -> str:
    """Return the survey with the month in which the last answer was given."""
    last = None if isinstance(found, AssessmentError) else found.last_day
    return f"{survey}-{last[:7]}" if last else ""
