"""Of a large file it is said at once what its columns are taken for, without reading the whole."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from assessment.intake.file_choices import FileChoices
from assessment.intake.recipes import first_look as module
from assessment.intake.recipes.first_look import first_look
from assessment.priorities.quoted_figures import check_load
from assessment.workspace import Workspace
from tests.intake.hostile import written

ROWS = "".join(f"{n}/24,0{n % 9 + 1}/02/2024,Burglary,Rochford,x\r\n" for n in range(30_000))
INCIDENTS = f"Crime No;Offence Date;Offence Type;District;Odd\r\n{ROWS}".replace(",", ";")
COUNTS = "Month,District,Offences\r\n" + "2024-01,Rochford,12\r\n" * 300


def _without_tables() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "What lies beside this. " * 100)
    return packed.getvalue()


@pytest.fixture(autouse=True)
def large_files_are_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGE", 1000)


def test_it_says_what_the_check_says(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, "crimes.csv", INCIDENTS.encode())
    choices = FileChoices().answered("columns", "Odd=ward")
    looked = first_look(workspace, path, name="crimes.csv", choices=choices)
    checked = check_load(workspace, path, name="crimes.csv", source="essex", choices=choices)
    assert [column.field for column in looked][-1] == "ward"
    assert looked == checked.columns


def test_of_an_archive_it_looks_at_the_first_table(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "crimes.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "What lies beside this.")
        archive.writestr("a/january.csv", INCIDENTS)
        archive.writestr("a/february.csv", INCIDENTS)
    looked = first_look(workspace, path, name="crimes.zip")
    checked = check_load(workspace, path, name="crimes.zip", source="essex")
    assert looked == checked.columns != ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_stands_further_down_is_not_read(
    workspace: Workspace, tmp_path: Path, encoding: str
) -> None:
    content = INCIDENTS.replace("Burglary", "Burglary é").encode(encoding) + b"\0\0\xff"
    path = written(tmp_path, "crimes.csv", content)
    fields = [column.field for column in first_look(workspace, path, name="crimes.csv")]
    assert fields == ["reference", "date_from", "category", "district", "unused"]


@pytest.mark.parametrize(
    "content",
    [
        INCIDENTS.encode()[:900],
        COUNTS.encode(),
        b"<html><body>No</body></html>" + b" " * 2000,
        b"PK\x03\x04" + b" " * 2000,
        _without_tables(),
        b'Crime No,Offence Date\n"' + b"x,y\n" * 500,
        b"x" * 300_000,
    ],
)
def test_of_any_other_file_it_says_nothing(
    workspace: Workspace, tmp_path: Path, content: bytes
) -> None:
    path = written(tmp_path, "any.csv", content)
    assert first_look(workspace, path, name="any.csv") == ()
    assert not [left for left in workspace.store.incoming.iterdir() if left.is_dir()]
