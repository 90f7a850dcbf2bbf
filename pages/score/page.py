"""Score: for whoever has joined a workshop, on a phone; nothing but the scoring."""

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.risk_matrix.workshop.join_codes import in_groups
from assessment.risk_matrix.workshop.scorers import Scorer
from assessment.risk_matrix.workshop.workshops import Workshop, WorkshopState, workshop
from assessment.workspace import Workspace
from pages.components import cached_evidence, messages
from pages.components.actions import tell
from pages.components.stylesheet import wear, without_menu
from pages.score.joining import somebody_else, whoever_scores
from pages.score.remembered_phone import remember
from pages.score.scale_buttons import HERE
from pages.score.score_issues import score_issue

# Seconds between two looks at whether the facilitator has gone on.
LOOK_AGAIN = 5
TOLD = {
    WorkshopState.REVEALED: "**The scores are on the screen.** Talk about them; there may be a "
    "second round.",
    WorkshopState.CLOSED: "**The scoring is closed.** Thank you: everything that you gave is kept.",
}
# Shown by the style sheet while the browser has no connection, when nobody could say so from here.
CUT_OFF = (
    '<p class="cut-off" role="status">No connection. Nothing that you tap now is saved; what is '
    "marked as saved is. The page comes back by itself.</p>"
)


@st.fragment(run_every=LOOK_AGAIN)
def follow(workspace: Workspace, seen: Workshop) -> None:
    """Run the page again when the facilitator has gone on."""
    with messages.told():
        if workshop(workspace, seen.assessment) != seen:
            st.rerun()


def show(workspace: Workspace, who: Scorer, there: Workshop) -> None:
    """Show where the workshop stands, and one issue to score."""
    held = cached_evidence.basis(workspace, there.assessment)
    st.caption(f"{markdown(held.partnership.name)}, {held.period.dates}")
    messages.synthetic_banner(bool(held.assessment and held.assessment.synthetic))
    if there.state in TOLD:
        st.info(TOLD[there.state], icon=":material/info:")
    elif there.round > 1:
        st.info(
            "**Second round.** Your scores from the first one are here: change those that you now "
            "see otherwise.",
            icon=":material/info:",
        )
    tell(HERE)
    score_issue(workspace, who, held, is_open=there.state is WorkshopState.OPEN)
    st.caption(
        f"You score as {markdown(who.agency)}, {markdown(who.role)}. Your own code, to go on from "
        f"another phone: **{markdown(in_groups(who.token))}**. Every score is saved as you give it."
    )
    somebody_else(there)
    remember(who)


wear()
without_menu()
st.html(CUT_OFF)
st.title("Score", anchor=False)
workspace = cached_evidence.scorers_workspace()
if found := whoever_scores(workspace):
    follow(workspace, found[1])
    show(workspace, *found)
