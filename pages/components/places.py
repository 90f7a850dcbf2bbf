"""Which place the figures are about: a partnership, some of its districts, or a whole force."""

import streamlit as st

from assessment.changes import Place
from assessment.outputs.escaping import markdown
from assessment.workspace import Workspace
from pages.components import cache
from pages.components.carrying import LAST, PARTNERSHIP, chosen_for, has_turned
from pages.components.choices import choose, choose_by_id

WHOLE = "all districts"
FORCE = "force:"


def choose_partnership(workspace: Workspace, notices: list[str]) -> Place | None:
    """Let a partnership or a force be chosen; None where there is neither.

    The address always names it, by a name that stays what it is however it is shown.
    """
    options = cache.places(workspace)
    if not options:
        return None
    is_open = PARTNERSHIP not in st.session_state and not st.query_params.get(PARTNERSHIP)
    shown = {name: name_of(name) for name in options}
    chosen = choose_by_id("Partnership", PARTNERSHIP, shown, notices)
    if is_open:
        _tell_of_area_alone(chosen, notices)
    st.session_state[LAST] = chosen
    return options[chosen]


def choose_area(place: Place, notices: list[str]) -> Place:
    """Let one district of a partnership be chosen."""
    given = None if "area" in st.session_state else st.query_params.get("area")
    if len(place.districts) < 2:
        if given not in (None, WHOLE, *place.districts):
            notices.append(
                f"The address asks for area “{markdown(given or '', 60)}”, which is not in "
                f"{markdown(place.label)}. Shown instead: {markdown(place.label)}."
            )
        return place
    options = {WHOLE: place} | {name: Place(name, (name,)) for name in place.districts}
    partnership = st.session_state[LAST]
    if has_turned(partnership):
        st.session_state["area"] = chosen_for(partnership).get("area", WHOLE)
    return choose("Area", "area", options, notices)


def name_of(name: str) -> str:
    """Return how a place is named on the page."""
    is_force = name.startswith(FORCE)
    return f"{name.removeprefix(FORCE)} (whole force)" if is_force else name


def _tell_of_area_alone(shown: str, notices: list[str]) -> None:
    if area := st.query_params.get("area"):
        notices.append(
            f"The address asks for area “{markdown(area, 60)}” and names no partnership. "
            f"Shown: {markdown(name_of(shown))}."
        )
