"""Copies of the store: made here while everybody goes on working."""

import streamlit as st

from assessment.outputs.escaping import Markdown, markdown
from assessment.safekeeping import back_up, copies
from assessment.store.copies.backup_copies import Backup
from assessment.workspace import Workspace
from pages.components.messages import told

MOST_SHOWN = 5
SAID = "backup-said"


def backups(workspace: Workspace) -> None:
    """Offer to make a copy, and name those there are and how one is put back."""
    st.header("Backups", anchor=False)
    kept = copies(workspace)
    st.markdown(
        f"Copies of everything, in the folder {markdown(str(kept.folder))}. Set "
        "`ASSESSMENT_BACKUPS` to a folder on another disk, and one is made there on every day "
        "on which something has changed. To go back to one, stop the dashboard and use the "
        "command `restore` (in `docs/deployment.md`)."
    )
    with told():
        if st.button("Make a backup", icon=":material/backup:"):
            with st.spinner("Copying, opening the copy and comparing …"):
                st.session_state[SAID] = back_up(workspace)
            kept = copies(workspace)
    if made := st.session_state.pop(SAID, None):
        st.success(markdown(made, 1000), icon=":material/check_circle:")
    if not kept.made:
        st.markdown("There is no copy there yet.")
        return
    st.markdown("\n".join(_line(backup) for backup in kept.made[:MOST_SHOWN]))


def _line(backup: Backup) -> Markdown:
    size = backup.path.stat().st_size / 1e6
    what = markdown(backup.what.replace("-", " "))
    return f"- {backup.made:%d %B %Y, %H:%M}, {what}, {size:,.1f} MB: {markdown(backup.path.name)}"
