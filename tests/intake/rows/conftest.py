"""Rows written as a CSV and loaded with what an analyst decided of them."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import CURRENT, assert_sound, stored

LoadsRows = Callable[..., LoadReport]
Kept = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def loads_rows(workspace: Workspace, tmp_path: Path) -> LoadsRows:
    """Write rows under a header and load them, checking that the store is sound afterwards."""
    numbers = iter(range(1000))

    def load_rows(
        header: Sequence[str],
        rows: Iterable[Sequence[object]],
        choices: FileChoices | None = None,
    ) -> LoadReport:
        path = write_csv(tmp_path / f"{next(numbers)}.csv", rows, header)
        report = load(workspace, path, choices=choices)
        assert_sound(workspace)
        return report

    return load_rows


@pytest.fixture
def kept(workspace: Workspace) -> Kept:
    """Return the current records, by the day they are counted on."""

    def records() -> list[dict[str, Any]]:
        return [
            {str(name): value for name, value in record.items()}
            for record in stored(workspace, CURRENT).to_dict("records")
        ]

    return records
