"""The documents that the store keeps of what was agreed, letter by letter."""

from assessment.workspace import Workspace


def document(workspace: Workspace, number: int) -> str:
    """Return what was agreed as it is kept, letter by letter; nothing for a draft."""
    rows = workspace.store.rows("assessment_record", assessment=number)
    return str(rows[0][0]) if rows else ""
