"""What an assessment rests on, kept while what is counted stays as it is; scores are never kept."""

from dataclasses import replace

import streamlit as st

from assessment.definitions import Scheme
from assessment.people import Person, Role
from assessment.risk_matrix.assessments import assessment
from assessment.risk_matrix.evidence_base import EvidenceBase
from assessment.risk_matrix.evidence_base import evidence_base as evidence_base_of
from assessment.workspace import Workspace
from pages.components.caches import cache

MOST_KEPT = 32
SCORER = Person("a scorer", Role.SCORER)


def scorers_workspace() -> Workspace:
    """Return the store for someone who has come to score: they may do that and nothing else."""
    return replace(cache.workspace(), person=SCORER)


@st.cache_resource(
    show_spinner="Gathering the evidence …",
    hash_funcs=cache.KEYS | {Scheme: repr},
    max_entries=MOST_KEPT,
)
def basis(workspace: Workspace, number: int, under: Scheme | None = None) -> EvidenceBase:
    """Return what an assessment rests on, under its own scheme or another, even a draft."""
    return evidence_base_of(workspace, assessment(workspace, number), under)
