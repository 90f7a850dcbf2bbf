"""Tables of people, written and loaded."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.population.population_loading import load_population
from assessment.population.population_report import PopulationReport
from assessment.workspace import Workspace

Loads = Callable[..., PopulationReport]
Refuses = Callable[..., list[str]]


@pytest.fixture
def loads(workspace: Workspace, tmp_path: Path) -> Loads:
    """Load a table from its text or bytes."""

    def load(
        content: str | bytes, name: str = "people.csv", *, dry_run: bool = False
    ) -> PopulationReport:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load_population(workspace, path, dry_run=dry_run)

    return load


@pytest.fixture
def refuses(loads: Loads, workspace: Workspace) -> Refuses:
    """Load what must be refused: return every fault, and see that nothing was kept."""

    def refused(content: str | bytes, name: str = "people.csv") -> list[str]:
        before = workspace.store.data_version
        with pytest.raises(UploadRefused) as caught:
            loads(content, name)
        assert workspace.store.data_version == before
        assert workspace.store.rows("populations", counted="residents") == []
        return list(caught.value.faults)

    return refused
