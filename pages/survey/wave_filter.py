"""Which survey and which of its waves the page is about, both in the address."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from assessment.survey.waves.wave_register import Wave
from assessment.workspace import Workspace
from pages.components.address.choices import choose, choose_by_id
from pages.components.address.invalid_address import asks, option_of
from pages.components.caches import cached_surveys

AS_CHOSEN = ("ages", "by", "question", "answer", "with", "over", "record")
AGES = {"as they were asked": False, "neighbours merged": True}


@dataclass(frozen=True)
class WaveChoice:
    """The wave that is shown, and the others that it can be set beside."""

    survey: str
    wave: str
    others: tuple[str, ...]


def ask(workspace: Workspace) -> WaveChoice | None:
    """Let a survey and a wave be chosen; None while there is none."""
    every = cached_surveys.every_wave(workspace)
    if not every:
        return None
    names = {wave.survey: wave.survey_name for wave in every}
    # A wave's name is its own in the whole store: an address that names one names its survey.
    survey_of = {wave.id: wave.survey for wave in every}
    texts = [] if "survey" in st.query_params else asks("Wave", "wave")
    named = survey_of[option_of("Wave", "wave", texts, _names(every))] if texts else None
    survey = choose_by_id("Survey", "survey", names, default=named)
    of_survey = _names(wave for wave in every if wave.survey == survey)
    if st.session_state.get("wave") not in (None, *of_survey):
        # Set, and not only forgotten: the box would go on showing the other survey's wave.
        st.session_state["wave"] = next(iter(of_survey))
    shown = choose("Wave", "wave", of_survey)
    others = [*of_survey, *_names(wave for wave in every if wave.survey != survey)]
    return WaveChoice(survey, shown, tuple(wave for wave in others if wave != shown))


def merge_ages(workspace: Workspace, wave: str) -> bool:
    """Let ages be merged, where one has too few to be weighted and together they have enough."""
    if not cached_surveys.could_merge(workspace, wave):
        return False
    return choose("Ages for weighting", "ages", AGES)


def address_of(choice: WaveChoice) -> dict[str, str]:
    """Return what is shown as a query: the survey and wave, and what was chosen on the page."""
    chosen = {key: st.session_state[key] for key in AS_CHOSEN if key in st.session_state}
    return {"survey": choice.survey, "wave": choice.wave, **chosen}


def _names(waves: Iterable[Wave]) -> dict[str, str]:
    return {wave.id: wave.id for wave in waves}
