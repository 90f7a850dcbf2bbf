"""A store to fill with waves."""

import pytest

from assessment.workspace import Workspace
from tests.survey.given import Surveys


@pytest.fixture
def surveys(workspace: Workspace) -> Surveys:
    return Surveys(workspace)
