"""Which survey and which of its waves the page is about, both in the address."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from assessment.workspace import Workspace
from pages.components.choices import choose
from pages.components.surveys import kept


@dataclass(frozen=True)
class Asked:
    """The wave that is shown, and the others that it can be set beside."""

    wave: str
    others: tuple[str, ...]


def ask(workspace: Workspace, notices: list[str]) -> Asked | None:
    """Let a survey and a wave be chosen; None while there is none."""
    every = kept.every_wave(workspace)
    if every.empty:
        return None
    surveys = {name: name for name in every["survey"].unique()}
    survey = choose("Survey", "survey", surveys, notices)
    there = _names(every[every["survey"] == survey])
    if st.session_state.get("wave") not in (None, *there):
        del st.session_state["wave"]
    wave = choose("Wave", "wave", there, notices)
    others = [*there, *_names(every[every["survey"] != survey])]
    return Asked(wave, tuple(each for each in others if each != wave))


def _names(waves: pd.DataFrame) -> dict[str, str]:
    return {name: name for name in waves["wave"]}
