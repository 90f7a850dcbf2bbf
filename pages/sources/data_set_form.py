"""Defining a data set: whose it is, and for each measure its unit and which way is good."""

import streamlit as st

from assessment.definitions import Direction, MeasureKind, OwnDataSet, OwnMeasure
from assessment.outputs.sources.data_set_table import direction_in_words
from assessment.sources.data_sets import define_data_set
from pages.components.actions import done
from pages.sources.sources_asked import SourcesAsked

MOST = 20
KINDS = {
    "incidents": MeasureKind.INCIDENT,
    "cases": MeasureKind.CASE,
    "referrals": MeasureKind.REFERRAL,
    "attendances": MeasureKind.ATTENDANCE,
}
# A form that is kept begins anew: its fields have other keys.
ROUND = "data-set-round"


def data_set_form(asked: SourcesAsked, partnership: str) -> None:
    """Let a data set be defined."""
    st.header("Define a data set", anchor=False)
    number = st.session_state.setdefault(ROUND, 0)
    # Outside the form: it says how many rows of fields there are.
    how_many = st.number_input("How many measures", 1, MOST, 1, key=f"measures-{number}", width=180)
    with st.form("data-set", border=False):
        own = _fields(number, int(how_many))
        if st.form_submit_button("Define it", type="primary", icon=":material/add:"):
            said = f"{own.label} is defined: load its files as {own.id}."
            if done(lambda: define_data_set(asked.workspace, partnership, own), said):
                st.session_state[ROUND] += 1
            st.rerun()


def _fields(number: int, how_many: int) -> OwnDataSet:
    with st.container(horizontal=True):
        label = st.text_input(
            "Name of the data set", key=f"set-{number}", placeholder="e.g. Noise patrols"
        )
        owner = st.text_input("Whose it is", key=f"owner-{number}", placeholder="e.g. the council")
        kind = st.selectbox("Its records are", list(KINDS), key=f"kind-{number}", width=180)
    measures = tuple(_measure(number, place) for place in range(how_many))
    return OwnDataSet(label.strip(), KINDS[kind], owner.strip(), measures)


def _measure(number: int, place: int) -> OwnMeasure:
    key, which = f"{number}-{place}", f"measure {place + 1}"
    ways = {direction_in_words(way): way for way in (*Direction,)}
    with st.container(horizontal=True):
        label = st.text_input(
            f"Name of {which}", key=f"label-{key}", placeholder="e.g. Party noise"
        )
        unit = st.text_input(f"Unit of {which}", key=f"unit-{key}", placeholder="e.g. visit")
        way = st.selectbox(f"Good is, of {which}", list(ways), key=f"way-{key}", width=180)
    with st.container(horizontal=True):
        names = st.text_input(
            f"What files call {which}, with commas between",
            key=f"names-{key}",
            placeholder="e.g. Party, House party",
        )
        caveat = st.text_input(f"To know about {which}", key=f"caveat-{key}")
    called = tuple(filter(None, (name.strip() for name in names.split(","))))
    return OwnMeasure(label.strip(), unit.strip(), ways[way], caveat.strip(), called)
