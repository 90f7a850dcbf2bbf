"""My ward: what is up in a ward, for whoever lives there or sits for it, also from a poster."""

import streamlit as st

from assessment.changes import Place
from assessment.outputs.escaping import markdown
from assessment.outputs.wards.ward_wording import NO_WARDS, NONE_TOLD, ROUNDED, what_changed
from assessment.workspace import Workspace
from pages.components import look, messages
from pages.components.address.choices import choose_by_id
from pages.components.caches import cache, cached_patterns
from pages.components.exact_link import exact_link
from pages.components.figure import drawn
from pages.components.filters.place_filter import choose_partnership
from pages.components.lazy_expander import folded
from pages.components.qr_code import qr_code


def show_ward(workspace: Workspace, place: Place, ward: str) -> None:
    """Show the figures of a ward, the largest first, and what has changed in it."""
    view = cached_patterns.ward_view(workspace, place, ward, look.ink())
    question = view.profile.question
    st.header(markdown(f"{ward}, {place.label}"), anchor=False)
    st.markdown(f"{question.period.dates}, compared with {question.comparison.dates}")
    if not view.profile.cards:
        st.info(NONE_TOLD)
        return
    st.html(view.cards)
    st.subheader("What changed", anchor=False)
    st.markdown(markdown(what_changed(view.profile), 1000))
    if view.quarters:
        st.subheader(markdown(view.quarters.title), anchor=False)
        drawn(view.quarters, key="quarters")
    st.caption(ROUNDED)


st.title("My ward", anchor=False)
workspace = cache.workspace()
place = choose_partnership(workspace)
usual = cache.usual_question(workspace, place) if place else None
if place is None or usual is None:
    # It takes longer to import than the first page that has figures.
    from pages.components.what_first import what_first

    what_first(workspace, place)
    st.stop()
messages.synthetic_banner(cache.answer(workspace, usual).is_synthetic)
wards = cached_patterns.wards(workspace, place)
if not wards:
    st.info(NO_WARDS)
    st.stop()
ward = choose_by_id("Ward", "ward", {ward.name: ward.name for ward in wards})
show_ward(workspace, place, ward)
asked = {"partnership": st.session_state["partnership"], "ward": ward}
folded("QR code for a poster", ":material/qr_code:", lambda: qr_code("my_ward", asked))
exact_link(asked)
