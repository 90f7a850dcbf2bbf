"""The layouts that tables of counts really come in, and what they come to."""

from pathlib import Path

import pytest

from assessment.intake import FileChoices, LoadReport, LoadStatus, load
from assessment.workspace import Workspace
from tests.stored import assert_sound, stored

CASES = Path("/work/shared/cases")
