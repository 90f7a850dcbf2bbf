"""Changing a scheme: what is wrong and what differs is shown while writing; then it is saved."""

import streamlit as st

from assessment.definitions import Scheme
from assessment.definitions.toml_reader import Fault
from assessment.errors import AssessmentError
from assessment.outputs.escaping import markdown
from assessment.outputs.schemes.scheme_differences import differences
from assessment.people import Permission
from assessment.risk_matrix import save_scheme, shipped_schemes, versions
from assessment.workspace import Workspace
from pages.components import messages
from pages.components.actions import confirmed
from pages.components.address.choices import choose_part
from pages.schemes.combining import edit_together
from pages.schemes.criteria import edit_criteria
from pages.schemes.form_fields import tell
from pages.schemes.one_criterion import edit_one
from pages.schemes.preview import preview
from pages.schemes.scheme_drafts import SchemeDraft, draft_of
from pages.schemes.scheme_filter import COPY, USE, turn_to_scheme

CRITERIA, ONE, TOGETHER, MOVES = "Criteria", "One criterion", "Putting together", "What would move"
SAVED, AWAY = "scheme-saved", "scheme-put-away"


def change(workspace: Workspace, shown: Scheme) -> None:
    """Let a user's scheme be changed; one that comes with the product is copied first."""
    if shown.id in shipped_schemes() or not workspace.may(Permission.EDIT_SCHEMES):
        st.info("This comes with the product and stays as it is: copy it, and change the copy.")
        st.button("Copy it", on_click=turn_to_scheme, args=(shown, COPY))
        return
    newest = versions(workspace, shown.id)[0]
    draft = draft_of(shown)
    above = st.container()
    part = choose_part("Part", "part", (CRITERIA, ONE, TOGETHER, MOVES))
    edit, faults = None, draft.faults()
    match part:
        case "One criterion":
            edit = edit_one(draft, faults)
        case "Putting together":
            edit = edit_together(draft, faults)
        case "What would move":
            preview(workspace, draft)
        case _:
            edit = edit_criteria(draft, faults)
    if edit:
        draft.scheme = edit(draft.scheme)
    if edit or list(map(str, draft.faults())) != list(map(str, faults)):
        # Fields and faults are drawn from what the draft was: once more, from what it now is.
        st.rerun()
    with above:
        _head(workspace, draft, newest, faults)


def _head(
    workspace: Workspace, draft: SchemeDraft, newest: Scheme, faults: tuple[Fault, ...]
) -> None:
    """Say where the draft stands; let it be saved, or put away."""
    began = draft.begun_from
    st.markdown(f"Begun from version {began.version}. **Nothing is kept until you save it.**")
    if newest.version > draft.latest:
        _overtaken(draft, newest)
    if not draft.is_changed:
        st.caption("Nothing is changed yet.")
        return
    changed = "\n".join(
        f"- {markdown(difference, 300)}" for difference in differences(began, draft.wanted)
    )
    with st.expander("What you have changed", icon=":material/difference:"):
        st.markdown(changed)
    if faults:
        st.markdown("**Before it can be saved**")
        tell(faults, draft.scheme)
    with st.container(horizontal=True):
        if st.button(
            f"Save as version {draft.latest + 1:d}",
            type="secondary" if faults else "primary",
            icon=":material/save:",
            disabled=bool(faults),
        ):
            _save(workspace, draft)
        if st.button("Put the draft away", icon=":material/close:"):
            st.session_state[AWAY] = True
    if st.session_state.get(AWAY) and confirmed(
        AWAY, "Everything that you have changed here would be gone.", "Put it away"
    ):
        draft.put_away()
        st.rerun()


def _overtaken(draft: SchemeDraft, newest: Scheme) -> None:
    """Say that there is a later version, and what it changed; nothing of this draft is lost."""
    theirs = "\n".join(
        f"- {markdown(difference, 300)}" for difference in differences(draft.begun_from, newest)
    )
    st.warning(
        f"There is a version {newest.version} by now, by {markdown(newest.author)}. Your draft is "
        f"still here, and does not have what is changed there:\n\n{theirs}\n\nPut in what you want "
        "of it; or put the draft away and begin from that version.",
        icon=":material/group:",
    )
    if st.button(f"Save mine after version {newest.version}"):
        draft.latest = newest.version
        st.rerun()


def _save(workspace: Workspace, draft: SchemeDraft) -> None:
    try:
        saved = save_scheme(workspace, draft.to_save)
    except AssessmentError as fault:
        messages.error(fault)
        return
    draft.begun_from, draft.latest = saved, saved.version
    draft.begin_anew(saved)
    st.session_state[SAVED] = f"Version {saved.version} of {saved.label} is saved."
    turn_to_scheme(saved, USE)
    st.rerun()
