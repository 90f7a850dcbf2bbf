"""Which survey an export is of, whose residents it asks, which wave it is, and how it was asked."""

from dataclasses import replace
from datetime import date
from operator import attrgetter

import streamlit as st

from assessment.errors import AssessmentError
from assessment.outputs.escaping import markdown
from assessment.periods import joined
from assessment.survey.questionnaire import Mode
from assessment.survey.reading.proposal import Proposal
from assessment.survey.waves.survey_match import as_id, survey_named
from assessment.survey.waves.survey_names import Survey, surveys
from assessment.survey.waves.wave_naming import WaveNaming
from assessment.survey.waves.wave_removal import what_goes
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.caches import cached_surveys
from pages.components.known_or_new import known_or_new
from pages.load_survey.survey_upload import SURVEY, Arriving, proposal, recognised
from pages.load_survey.whose_residents import choose_partnership


def name_wave(
    workspace: Workspace, arriving: Arriving
) -> tuple[WaveNaming, Proposal | AssessmentError]:
    """Ask which survey it is and which wave; return it with what the export is taken for."""
    known_surveys = surveys(workspace)
    recognised_as = recognised(workspace, arriving)
    # Read before anything is asked: what is typed while a page is still at work may be lost.
    proposal(workspace, arriving, recognised_as or "")
    row, below = st.container(horizontal=True), st.container()
    with row:
        called = _choose_survey(known_surveys, recognised_as)
        naming = WaveNaming(called, survey_named(called, known_surveys))
        proposed = proposal(workspace, arriving, naming.survey)
        if not called:
            return naming, proposed
        texts = (called, arriving.name, *_wordings(proposed))
        partnership = choose_partnership(
            workspace, naming.known, texts, f"load-partnership-{naming.survey}"
        )
        # Who lives elsewhere depends on whose residents are asked, where districts are named.
        if isinstance(proposed, Proposal) and proposed.names_districts and partnership:
            proposed = proposal(workspace, arriving, naming.survey, partnership)
        usual = _usual_wave(naming.survey, proposed)
        wave = st.text_input("Wave", usual, key=f"load-wave-{naming.survey}", width=330)
        mode = _choose_mode(workspace, naming.survey)
        days = _ask_days(proposed, naming.survey)
    if naming.known and naming.known.id == recognised_as:
        below.caption(f"Its questions are those of “{markdown(naming.name)}”.")
    return replace(
        naming,
        partnership=partnership,
        wave=as_id(wave),
        mode=mode,
        first_day=days[0],
        last_day=days[1],
    ), proposed


def _choose_survey(surveys: tuple[Survey, ...], recognised_as: str | None) -> str:
    """Offer the user's own surveys; the one whose questions these are is chosen already."""
    own = {survey.id: survey.name for survey in surveys if not survey.synthetic}
    return known_or_new(
        "Survey",
        "Or a new survey",
        list(own.values()),
        SURVEY,
        current=own.get(recognised_as or ""),
        example="its name",
        note="Its name, the same for all its waves. It is shown as you type it.",
        width=330,
    )


def _ask_days(proposed: Proposal | AssessmentError, survey: str) -> tuple[date | None, date | None]:
    """Ask when people answered, where nothing in the file says so."""
    if isinstance(proposed, AssessmentError) or proposed.first_day:
        return None, None
    first = st.date_input(
        "First day of answers",
        None,
        format="DD/MM/YYYY",
        key=f"load-first-{survey}",
        help="Nothing in the file says when people answered. Without it the wave has no dates.",
        width=190,
    )
    last = st.date_input(
        "Last day", None, format="DD/MM/YYYY", key=f"load-last-{survey}", width=190
    )
    return first, last


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


def _wordings(proposed: Proposal | AssessmentError) -> tuple[str, ...]:
    columns = () if isinstance(proposed, AssessmentError) else proposed.columns
    return tuple(column.wording for column in columns)


def _usual_wave(survey: str, proposed: Proposal | AssessmentError) -> str:
    """Return the survey with the month in which the last answer was given."""
    last = None if isinstance(proposed, AssessmentError) else proposed.last_day
    return f"{survey}-{last[:7]}" if last else ""


def say_what_is_there(
    workspace: Workspace, naming: WaveNaming, proposal: Proposal | AssessmentError
) -> None:
    """Say before anything is kept what would be replaced, and who would be counted twice."""
    if isinstance(proposal, AssessmentError) or not naming.wave:
        return
    if naming.wave in proposal.loaded_as:
        st.info(
            f"This very file is **{markdown(naming.wave)}** already. Loading it again changes "
            "nothing but what you say differently here.",
            icon=":material/info:",
        )
        return
    if proposal.loaded_as:
        st.warning(
            f"This very file is loaded already, as {joined([*map(markdown, proposal.loaded_as)])}. "
            "Under another name the same people would be counted as a wave of their own.",
            icon=":material/content_copy:",
        )
    try:
        losses = what_goes(workspace, naming.survey, naming.wave)
    except AssessmentError as fault:
        messages.error(fault)
        return
    for loss in losses:
        st.warning(
            f"{markdown(loss, 300)} To keep both, give this one another name under *Wave*.",
            icon=":material/swap_horiz:",
        )
