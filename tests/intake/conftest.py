"""Files arrive in a folder of their own, and nothing may appear outside it."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from assessment.errors import UploadRefused
from assessment.intake.files.file_reader import read_file
from assessment.intake.files.file_tables import ArrivedFile, FileTable
from tests.intake.hostile import written

Arrives = Callable[..., ArrivedFile]
Faults = Callable[..., str]


@pytest.fixture
def arrives(tmp_path: Path) -> Arrives:
    """Write a file and have it read; beside `incoming`, only the file itself may be there."""

    def arrive_with(content: bytes, name: str = "extract.csv") -> ArrivedFile:
        incoming = tmp_path / "incoming"
        incoming.mkdir(exist_ok=True)
        path = written(tmp_path, "uploaded", content)
        try:
            return read_file(path, name, incoming)
        finally:
            assert {path.name for path in tmp_path.iterdir()} == {"incoming", "uploaded"}
            assert path.read_bytes() == content

    return arrive_with


@pytest.fixture
def faults(arrives: Arrives) -> Faults:
    """Have a file read that must be refused; return everything that is said of it."""

    def refused(content: bytes, name: str = "extract.csv") -> str:
        with pytest.raises(UploadRefused) as caught:
            arrives(content, name)
        assert all(name in fault for fault in caught.value.faults)
        return "\n".join(caught.value.faults)

    return refused


def read_by_duckdb(part: FileTable) -> list[tuple[str | None, ...]]:
    """Read a part's rows as staging does."""
    columns = {f"column_{at}": "VARCHAR" for at in range(len(part.header))}
    with duckdb.connect() as connection:
        return connection.execute(
            "FROM read_csv($path, columns = $columns, skip = $skip, header = false, "
            "auto_detect = false, delim = ',', quote = '\"', escape = '\"', strict_mode = true)",
            {"path": str(part.path), "columns": columns, "skip": part.skip},
        ).fetchall()
