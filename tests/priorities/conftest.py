"""A store with two years of records and a draft of three issues."""

import pytest

from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import a_draft, counted
from tests.risk_matrix.records import covered, given_store

__all__ = ["covered", "given_store"]


@pytest.fixture
def draft(workspace: Workspace, covered: Given) -> int:
    counted(covered)
    return a_draft(workspace)
