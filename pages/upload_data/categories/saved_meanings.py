"""Saving what categories mean, and what they may mean, by the words on the page."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from assessment.definitions import LEFT_OUT, measure_sets
from assessment.errors import AssessmentError
from assessment.intake.categories.category_meanings import map_categories, meant_in
from assessment.intake.mapping.categories.said_meanings import CategoryMeaning
from assessment.numbers import count_of
from assessment.outputs.escaping import markdown
from assessment.periods import joined
from assessment.workspace import Workspace
from pages.components import messages

SAVED = "category-said"
LEFT_OUT_CHOICE = "No crime or incident: left out of every figure"


def just_saved() -> None:
    """Say, once, what has just been saved."""
    if saved := st.session_state.pop(SAVED, None):
        st.success(markdown(saved), icon=":material/check_circle:")


def may_mean(sets: Iterable[str]) -> Mapping[str, str]:
    """Return what categories of some measure sets may all mean, by label."""
    by_set = [meant_in(measure_sets()[name]) for name in dict.fromkeys(sets)]
    shared = {
        label: measure
        for label, measure in (by_set[0] if by_set else {}).items()
        if all(measure in others.values() for others in by_set)
    }
    return {**shared, LEFT_OUT_CHOICE: LEFT_OUT}


def save(workspace: Workspace, meanings: Sequence[CategoryMeaning]) -> None:
    """Keep meanings, and say on the page drawn anew what that did."""
    try:
        done = map_categories(workspace, meanings)
    except AssessmentError as fault:
        messages.error(fault)
        return
    of_sources = f" of {joined(list(done.sources))}" if done.sources else ""
    st.session_state[SAVED] = (
        f"{count_of(done.meanings, 'meaning')} saved: {count_of(done.records, 'record')}"
        f"{of_sources} {'was' if done.records == 1 else 'were'} counted anew."
    )
    st.rerun()
