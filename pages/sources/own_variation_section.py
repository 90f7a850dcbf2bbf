"""How much figures ordinarily vary, where a partnership sets that itself, with a reason."""

from functools import partial

import streamlit as st

from assessment.changes.variation.own_variation import (
    LEAST,
    LONGEST,
    MOST,
    OwnVariation,
    own_variations,
    remove_variation,
    set_variation,
)
from assessment.outputs.html_table import html_table
from assessment.outputs.sources.event_table import VARIATION_HEADER, variation_row
from assessment.people import Permission
from pages.components.actions import done
from pages.sources.measure_choice import measures_offered
from pages.sources.sources_asked import SourcesAsked

ROUND = "variation-round"
HOW = """\
A rise or fall is *unusual* where it is bigger than such figures ordinarily vary from one year to
the next. How much that is, is measured over the force's districts or taken from what is usual.
Where you know better, set it here: your reason stands beside the figures.
"""


def own_variation(asked: SourcesAsked, partnership: str) -> None:
    """Show what a partnership has set; let it be set of a measure, or taken back."""
    st.header("How much figures ordinarily vary", anchor=False)
    st.markdown(HOW)
    every = own_variations(asked.workspace, partnership)
    if every:
        st.html(html_table("Set by this partnership", VARIATION_HEADER, map(variation_row, every)))
    if asked.workspace.of(partnership).may(Permission.EDIT_PARTNERSHIPS):
        _set(asked, partnership)
        _take_back(asked, partnership, every)


def _set(asked: SourcesAsked, partnership: str) -> None:
    measures = measures_offered(asked)
    if not measures:
        return
    number = st.session_state.setdefault(ROUND, 0)
    with st.form("variation", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            name = st.selectbox("Measure", list(measures), key=f"varies-{number}", width=420)
            percent = st.number_input(
                "Ordinarily varies by (%)",
                100 * LEAST,
                100 * MOST,
                10.0,
                1.0,
                key=f"by-{number}",
                width=220,
            )
        reason = st.text_input("Why", max_chars=LONGEST, key=f"why-{number}")
        if st.form_submit_button("Set it", icon=":material/tune:"):
            put = partial(set_variation, asked.workspace, partnership, *measures[name])
            if done(lambda: put(percent / 100, reason), f"{name}: {percent:g}% is set."):
                st.session_state[ROUND] += 1
            st.rerun()


def _take_back(asked: SourcesAsked, partnership: str, every: tuple[OwnVariation, ...]) -> None:
    if not every:
        return
    by_key = {(own.measure_set, own.measure): own for own in every}
    with (
        st.form("variation-away", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        chosen = st.selectbox(
            "Set, to take back",
            list(by_key),
            format_func=lambda key: by_key[key].label,
            key="variation-away-of",
            width=420,
        )
        if st.form_submit_button("Take back what is set", icon=":material/delete:"):
            gone = partial(remove_variation, asked.workspace, partnership, *chosen)
            done(gone, f"{by_key[chosen].label}: it is measured again, or what is usual.")
            st.rerun()
