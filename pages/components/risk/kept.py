"""What an assessment rests on, kept while the data stay as they are.

Not keyed by the data version, as everything else is: each score raises it, and with thirty people
scoring at once nothing would be kept for longer than a moment. Scores themselves are never kept.
"""

import streamlit as st

from assessment.people import Person, Role
from assessment.risk_matrix import scheme
from assessment.risk_matrix.assessments import assessment
from assessment.risk_matrix.basis import Basis
from assessment.risk_matrix.basis import basis as basis_of
from assessment.workspace import Workspace
from pages.components import cache

MOST_KEPT = 32
SCORER = Person("a scorer", Role.PARTNER)


def scorers_workspace() -> Workspace:
    """Return the store for someone who has come to score: they may do that and nothing else."""
    return Workspace(cache.workspace().store, SCORER)


def basis(
    workspace: Workspace, number: int, scheme_id: str | None = None, version: int | None = None
) -> Basis:
    """Return what an assessment rests on, under its own scheme or the one that is named."""
    ((changes,),) = workspace.store.rows("changes_of_data")
    role = workspace.person.role.value
    return _basis(workspace, str(workspace.store.path), changes, role, number, scheme_id, version)


@st.cache_resource(show_spinner="Gathering the evidence …", max_entries=MOST_KEPT)
def _basis(
    _workspace: Workspace,
    path: str,  # noqa: ARG001 - these three are the key
    changes: int,  # noqa: ARG001
    role: str,  # noqa: ARG001
    number: int,
    scheme_id: str | None,
    version: int | None,
) -> Basis:
    under = scheme(_workspace, scheme_id, version) if scheme_id else None
    return basis_of(_workspace, assessment(_workspace, number), under)
