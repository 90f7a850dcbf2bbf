"""The phone on which somebody scores remembers it: who scans the code afresh is brought back.

The browser keeps the scorer's own code as a cookie for this address, and sends it to nobody else.
"""

import streamlit as st

from assessment.errors import InvalidRequest
from assessment.risk_matrix.workshop.join_codes import as_typed
from assessment.risk_matrix.workshop.scorers import Scorer, scorer
from assessment.risk_matrix.workshop.workshops import Workshop
from assessment.workspace import Workspace

COOKIE = "assessment-scorer"
# In the address: that somebody else has come to this phone.
ANOTHER = "another"
# A second round may be days after the first.
FOURTEEN_DAYS = 14 * 24 * 60 * 60


def remember(joined: Scorer) -> None:
    """Let this browser keep a scorer's own code."""
    if st.context.cookies.get(COOKIE) != joined.token:
        kept = f"{COOKIE}={joined.token}; path=/; max-age={FOURTEEN_DAYS}; SameSite=Strict"
        # The code is made of letters alone (see codes.py).
        st.html(f'<script>document.cookie = "{kept}"</script>', unsafe_allow_javascript=True)


def remembered(workspace: Workspace, code: str) -> tuple[Scorer, Workshop] | None:
    """Return who has joined, in this browser, the workshop of a code; without one, any workshop."""
    token = st.context.cookies.get(COOKIE)
    if not token or ANOTHER in st.query_params:
        return None
    try:
        joined, workshop = scorer(workspace, token)
    except InvalidRequest:  # of another store, or taken away
        return None
    return (joined, workshop) if as_typed(code) in ("", workshop.code) else None
