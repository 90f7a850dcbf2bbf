"""Choosing what something is about: one measure, a whole set of them, or all there is."""

import streamlit as st

from assessment.definitions import measure_sets
from pages.components.caches import cache
from pages.sources.sources_asked import SourcesAsked

# A set and a measure of it; without a measure all of the set, without a set all there is.
About = tuple[str | None, str | None]
EVERYTHING = "Everything that is recorded"


def about_choice(asked: SourcesAsked, key: str) -> About:
    """Let it be chosen what something is about."""
    options: dict[str, About] = {EVERYTHING: (None, None)}
    for set_id, label in _sets(asked).items():
        options[f"{label}: all of them"] = (set_id, None)
    options |= measures_offered(asked)
    return options[st.selectbox("About", list(options), key=key, width=560)]


def measures_offered(asked: SourcesAsked) -> dict[str, tuple[str, str]]:
    """Return the measures of every set that a place has records of, by what they are called."""
    return {
        f"{label}: {measure.label}": (set_id, measure.id)
        for set_id, label in _sets(asked).items()
        for measure in measure_sets()[set_id].measures
    }


def _sets(asked: SourcesAsked) -> dict[str, str]:
    available = cache.months_available(asked.workspace, asked.place)
    return {set_id: measure_sets()[set_id].label for set_id in available}
