"""What comes next where there are no figures yet: one sentence of what is there, and a way on."""

import streamlit as st

from assessment.changes import Place
from assessment.intake.extract_register import districts_recorded
from assessment.outputs.escaping import Markdown, markdown
from assessment.partnerships import partnerships
from assessment.people import Permission
from assessment.periods import joined
from assessment.workspace import Workspace
from pages.components.caches import cached_surveys
from pages.components.partnership_form import NEXT, partnership_form

MOST_NAMED = 6


def what_first(workspace: Workspace, place: Place | None = None) -> None:
    """Say what is missing for figures, of a place or of any, and offer the next step."""
    recorded = districts_recorded(workspace)
    if place is None and recorded:
        _name_a_partnership(workspace, recorded)
        return
    if place is not None:
        _load_for(place, recorded)
    elif partnerships(workspace):
        _say("Nothing has been loaded yet for any partnership. Load an extract with its districts.")
    else:
        _say(
            "Nothing has been loaded yet. Begin with an extract from your police force: the ZIP "
            "that data.police.uk hands out, or any CSV or Excel file of incidents."
        )
    st.page_link("pages/upload_data/page.py", label="Upload data", icon=":material/upload_file:")
    if place is None and cached_surveys.every_wave(workspace):
        st.page_link("pages/survey/page.py", label="See the survey", icon=":material/forum:")


def lead_to_an_assessment(workspace: Workspace) -> None:
    """Lead to where an assessment is started; where there is nothing to assess, to a load."""
    if districts_recorded(workspace):
        st.page_link(
            "pages/risk_matrix/page.py", label="Start an assessment", icon=":material/grid_view:"
        )
        return
    st.markdown("An assessment is started from records, and none have been loaded yet.")
    st.page_link("pages/upload_data/page.py", label="Upload data", icon=":material/upload_file:")


def _name_a_partnership(workspace: Workspace, recorded: tuple[str, ...]) -> None:
    _say(
        f"Records of {_named(recorded)} are loaded, and no partnership has been named. Choose the "
        "districts of yours, and its figures can be seen."
    )
    if workspace.may(Permission.EDIT_PARTNERSHIPS):
        partnership_form(workspace, at=NEXT)


def _load_for(place: Place, recorded: tuple[str, ...]) -> None:
    records = f" There are records of {_named(recorded)}." if recorded else ""
    _say(
        f"Nothing has been loaded for {markdown(place.label)} yet, so there is nothing to count."
        f"{records} Load an extract that has it, or choose another place."
    )


def _named(districts: tuple[str, ...]) -> Markdown:
    names = [markdown(name) for name in districts[:MOST_NAMED]]
    others = len(districts) - len(names)
    return joined([*names, *([f"{others} more"] if others else [])])


def _say(text: Markdown) -> None:
    st.info(text, icon=":material/info:")
