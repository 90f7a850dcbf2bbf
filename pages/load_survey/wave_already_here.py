"""What loading an export would meet: a wave of the same name, or the very file, loaded before."""

import streamlit as st

from assessment.errors import AssessmentError
from assessment.outputs.escaping import markdown
from assessment.periods import joined
from assessment.survey import Proposal
from assessment.survey.waves.wave_naming import WaveNaming
from assessment.survey.waves.wave_removal import what_goes
from assessment.workspace import Workspace
from pages.components import messages


def say_what_is_there(
    workspace: Workspace, naming: WaveNaming, proposal: Proposal | AssessmentError
) -> None:
    """Say before anything is kept what would be replaced, and who would be counted twice."""
    if isinstance(proposal, AssessmentError) or not naming.wave:
        return
    if naming.wave in proposal.loaded_as:
        st.info(
            f"This very file is **{markdown(naming.wave)}** already. Loading it again changes "
            "nothing but what you say differently here.",
            icon=":material/info:",
        )
        return
    if proposal.loaded_as:
        st.warning(
            f"This very file is loaded already, as {joined([*map(markdown, proposal.loaded_as)])}. "
            "Under another name the same people would be counted as a wave of their own.",
            icon=":material/content_copy:",
        )
    try:
        losses = what_goes(workspace, naming.survey, naming.wave)
    except AssessmentError as fault:
        messages.error(fault)
        return
    for loss in losses:
        st.warning(
            f"{markdown(loss, 300)} To keep both, give this one another name under *Wave*.",
            icon=":material/swap_horiz:",
        )
