"""A store to fill with records and with what residents say."""

import pytest

from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.survey.given import Surveys


@pytest.fixture
def given_store(workspace: Workspace) -> Given:
    return Given(workspace)


@pytest.fixture
def surveys(workspace: Workspace) -> Surveys:
    return Surveys(workspace)
