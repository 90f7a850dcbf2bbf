"""Which place the figures are about: a partnership, some of its districts, or a whole force."""

from collections.abc import Iterable, Mapping

import streamlit as st

from assessment.changes import Place
from assessment.workspace import Workspace
from pages.components import cache
from pages.components.address.carried_choices import (
    FORCE,
    LAST,
    PARTNERSHIP,
    chosen_for,
    has_turned,
)
from pages.components.address.choices import choose, choose_by_id
from pages.components.address.invalid_address import Unusable, asks, meant, option_of, quoted

WHOLE = "all districts"


def choose_partnership(workspace: Workspace) -> Place | None:
    """Let a partnership or a force be chosen; None where there is neither.

    The address always names it, by a name that stays what it is however it is shown.
    """
    options = cache.places(workspace)
    if not options:
        return None
    _refuse_area_alone(options)
    shown = {name: name_of(name) for name in options}
    chosen = choose_by_id("Partnership", PARTNERSHIP, shown)
    st.session_state[LAST] = chosen
    return options[chosen]


def choose_area(place: Place) -> Place:
    """Let one district of a partnership be chosen."""
    if len(place.districts) < 2:
        if texts := asks("Area", "area"):
            option_of("Area", "area", texts, _named((WHOLE, *place.districts)))
        return place
    options = {WHOLE: place} | {name: Place(name, (name,)) for name in place.districts}
    partnership = st.session_state[LAST]
    if has_turned(partnership):
        st.session_state["area"] = chosen_for(partnership).get("area", WHOLE)
    return choose("Area", "area", options)


def name_of(name: str) -> str:
    """Return how a place is named on the page."""
    is_force = name.startswith(FORCE)
    return f"{name.removeprefix(FORCE)} (whole force)" if is_force else name


def _refuse_area_alone(options: Mapping[str, Place]) -> None:
    """Refuse an address that names an area and no partnership: several may have it."""
    area = st.query_params.get("area")
    if not area or PARTNERSHIP in {*st.session_state, *st.query_params}:
        return
    having = [name for name, place in options.items() if meant(area, _named(place.districts))]
    raise Unusable(
        f"The address asks for area {quoted([area])[0]} and names no partnership.",
        {name_of(name): {PARTNERSHIP: name} for name in having},
        "area",
    )


def _named(districts: Iterable[str]) -> dict[str, str]:
    return {name: name for name in districts}
