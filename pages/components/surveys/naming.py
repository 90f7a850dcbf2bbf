"""Which survey an export is of, which wave it is, and how people were asked."""

from dataclasses import dataclass
from operator import attrgetter

import streamlit as st

from assessment.definitions.wording import plain as in_plain_letters
from assessment.errors import AssessmentError
from assessment.survey import Mode, Proposal
from assessment.workspace import Workspace
from pages.components.surveys import kept
from pages.components.surveys.arriving import Arriving, proposal


@dataclass(frozen=True)
class Named:
    """What is said of an export as a whole; the wave may still be without a name."""

    survey: str
    wave: str
    mode: Mode


def name_wave(workspace: Workspace, arriving: Arriving) -> Named | None:
    """Ask which survey it is, then which wave; a usual name is there already."""
    every = kept.every_wave(workspace)
    # The latest survey of the user's own comes first: mostly the next wave of it is loaded.
    own = every[~every["synthetic"].astype(bool)].sort_values("loaded_at", ascending=False)
    known = list(dict.fromkeys([*own["survey"], *every["survey"]]))
    with st.container(horizontal=True):
        chosen = st.selectbox(
            "Survey",
            known,
            index=0 if not own.empty else None,
            key="load-survey",
            accept_new_options=True,
            placeholder="Choose one, or type a name for a new one",
            help="A short name for the survey, the same for all its waves.",
            width=330,
        )
        if not chosen:
            st.info("Say which survey this is of.", icon=":material/info:")
            return None
        survey = in_plain_letters(chosen).replace(" ", "-")
        found = proposal(workspace, arriving, survey)
        wave = st.text_input(
            "Wave", _usual_name(survey, found), key=f"load-wave-{survey}", width=330
        )
        modes = list(Mode)
        before = every[every["survey"] == survey]["mode"]
        usual = modes.index(Mode(before.iloc[0])) if len(before) else 0
        mode = st.selectbox(
            "How people were asked",
            modes,
            index=usual,
            format_func=attrgetter("in_words"),
            key=f"load-mode-{survey}",
            width=300,
        )
    return Named(survey, in_plain_letters(wave).replace(" ", "-"), mode)


def _usual_name(survey: str, found: Proposal | AssessmentError) -> str:
    """Return the survey with the month in which the last answer was given."""
    last = None if isinstance(found, AssessmentError) else found.last_day
    return f"{survey}-{last[:7]}" if last else ""
