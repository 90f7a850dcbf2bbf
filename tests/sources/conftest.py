"""A store to fill with records."""

import pytest

from assessment.workspace import Workspace
from tests.changes.given import Given


@pytest.fixture
def given_store(workspace: Workspace) -> Given:
    return Given(workspace)
