"""From one issue to the next on a phone, each shown from its name on."""

import streamlit as st

from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.issues import Issue

CHOSEN = "issue-to-score"
# A phone would stay at the foot of the page, where one issue looks like the other. It waits for
# the other issue, and brings its name before the eyes, and to whoever listens.
TO_ITS_NAME = """<script>
const name = () => document.querySelector(".evidence h2");
const turn = (pressed) => {
  if (!pressed.target.closest(".st-key-onwards button")) return;
  const before = name()?.textContent;
  const looking = setInterval(() => {
    if (name()?.textContent === before) return;
    clearInterval(looking);
    if (name()) { name().tabIndex = -1; name().focus(); }
    document.querySelector(".how-far")?.scrollIntoView();
  }, 100);
  setTimeout(() => clearInterval(looking), 30000);
};
if (!window.turnsToIssues) document.addEventListener("click", turn);
window.turnsToIssues = true;
</script>"""


def onwards(held: EvidenceBase, issue: Issue) -> None:
    """Offer the issues before and after this one, each shown from its beginning."""
    ids = [each.id for each in held.issues]
    place = ids.index(issue.id)
    with st.container(horizontal=True, key="onwards"):
        if place:
            st.button("Back", on_click=_go, args=(ids[place - 1],), width="stretch")
        if place + 1 < len(ids):
            st.button(
                "Next issue",
                type="primary",
                on_click=_go,
                args=(ids[place + 1],),
                width="stretch",
            )
    st.html(TO_ITS_NAME, unsafe_allow_javascript=True)


def _go(issue: str) -> None:
    st.session_state[CHOSEN] = issue
