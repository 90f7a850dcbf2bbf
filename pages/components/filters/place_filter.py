"""Which place the figures are about: a partnership, some of its districts, or a whole force."""

from collections.abc import Iterable, Mapping

import streamlit as st

from assessment.changes import Place
from assessment.people import Permission
from assessment.workspace import Workspace
from pages.components.address.carried_choices import LAST, PARTNERSHIP, chosen_for, has_turned
from pages.components.address.choices import choose, choose_by_id
from pages.components.address.invalid_address import Unusable, asks, meant, option_of, quoted
from pages.components.caches import cache

WHOLE = "all districts"


def choose_partnership(workspace: Workspace) -> Place | None:
    """Let a partnership or a force be chosen; None where there is neither.

    The address always names it, by a name that stays what it is however it is shown.
    """
    places = cache.places(workspace)
    if not places:
        return None
    _refuse_area_alone(places)
    names = {name: name_of(place) for name, place in places.items()}
    chosen = choose_by_id("Partnership", PARTNERSHIP, names)
    st.session_state[LAST] = chosen
    return places[chosen]


def choose_area(place: Place) -> Place:
    """Let one district of a partnership be chosen."""
    if len(place.districts) < 2:
        if texts := asks("Area", "area"):
            option_of("Area", "area", texts, _named((WHOLE, *place.districts)))
        return place
    districts = {
        district: Place(district, (district,), within=place.districts)
        for district in place.districts
    }
    partnership = st.session_state[LAST]
    if has_turned(partnership):
        st.session_state["area"] = chosen_for(partnership).get("area", WHOLE)
    return choose("Area", "area", {WHOLE: place} | districts)


def name_of(place: Place) -> str:
    """Return how a place is named on the page."""
    return f"{place.label} (whole force)" if place.force else place.label


def offer_a_partnership(workspace: Workspace) -> None:
    """Offer to add a partnership where only whole forces can be looked at."""
    if not workspace.may(Permission.EDIT_PARTNERSHIPS):
        return
    if all(place.force for place in cache.places(workspace).values()):
        st.page_link(
            "pages/upload_data/page.py",
            label="Add your partnership: its districts, under Upload data",
            icon=":material/add_location:",
        )


def _refuse_area_alone(places: Mapping[str, Place]) -> None:
    """Refuse an address that names an area and no partnership: several may have it."""
    area = st.query_params.get("area")
    if not area or PARTNERSHIP in {*st.session_state, *st.query_params}:
        return
    having = {name: place for name, place in places.items() if meant(area, _named(place.districts))}
    raise Unusable(
        f"The address asks for area {quoted([area])[0]} and names no partnership.",
        {name_of(place): {PARTNERSHIP: name} for name, place in having.items()},
        "area",
    )


def _named(districts: Iterable[str]) -> dict[str, str]:
    return {district: district for district in districts}
