"""Score: for people who have joined a workshop, on a phone; nothing but the scoring."""

import streamlit as st

from assessment.outputs.escaping import markdown
from assessment.outputs.risk_matrix.wording.agency_wording import out_in_words
from assessment.risk_matrix.workshop.join_codes import in_groups
from assessment.risk_matrix.workshop.scorers import Scorer
from assessment.risk_matrix.workshop.taken_out import TakenOut, taken_out
from assessment.risk_matrix.workshop.workshops import Workshop, WorkshopState, workshop
from assessment.workspace import Workspace
from pages.components import look, messages
from pages.components.actions import tell
from pages.components.caches import cached_evidence
from pages.score.joining import join_or_return, somebody_else
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
def follow(workspace: Workspace, seen: Workshop, gone: tuple[TakenOut, ...]) -> None:
    """Run the page again when the facilitator has gone on, or taken somebody out."""
    with messages.told():
        is_as_seen = workshop(workspace, seen.assessment) == seen
        if not is_as_seen or taken_out(workspace, seen.assessment) != gone:
            st.rerun()


def show(workspace: Workspace, scorer: Scorer, seen: Workshop) -> None:
    """Show where the workshop stands, and one issue to score."""
    basis = cached_evidence.basis(workspace, seen.assessment)
    st.caption(f"{markdown(basis.partnership.name)}, {basis.period.dates}")
    messages.synthetic_banner(bool(basis.assessment and basis.assessment.synthetic))
    if seen.state in TOLD:
        st.info(TOLD[seen.state], icon=":material/info:")
    elif seen.round > 1:
        st.info(
            "**Second round.** Your scores from the first one are here: change those that you now "
            "see otherwise.",
            icon=":material/info:",
        )
    tell(HERE)
    score_issue(workspace, scorer, basis, is_open=seen.state is WorkshopState.OPEN)
    st.caption(
        f"You score as {markdown(scorer.agency)}, {markdown(scorer.role)}. Your own code, to go "
        f"on from another phone: **{markdown(in_groups(scorer.token))}**. Every score is saved as "
        "you give it."
    )
    messages.what_verdicts_mean(basis.methods_version)
    somebody_else(seen)
    remember(scorer)


look.wear_scoring()
look.without_menu()
st.html(CUT_OFF)
st.title("Score", anchor=False)
workspace = cached_evidence.scorers_workspace()
if joined := join_or_return(workspace):
    scorer, seen = joined
    gone = taken_out(workspace, seen.assessment)
    follow(workspace, seen, gone)
    for told in out_in_words(gone):
        st.warning(markdown(told, 1000), icon=":material/person_off:")
    show(workspace, scorer, seen)
