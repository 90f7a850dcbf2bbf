"""The documents that the store keeps of what was agreed, letter by letter."""

from assessment.people import Permission
from assessment.permissions import needs
from assessment.store import Store
from assessment.workspace import Workspace


@needs(Permission.SEE_SMALL_AREAS, of="assessment", named="number")
def record_file(workspace: Workspace, number: int) -> str:
    """Return the document to be handed over, with all that is in it; partners may not have it."""
    return document(workspace.store, number)


def document(store: Store, number: int) -> str:
    """Return what was agreed as it is kept, letter by letter; nothing for a draft.

    It is nobody's to read as it is: what is made of it for somebody is redacted first.
    """
    rows = store.rows("assessment_record", assessment=number)
    return str(rows[0][0]) if rows else ""
