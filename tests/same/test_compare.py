"""Comparing what was with what is: nothing that differs goes unsaid."""

from pathlib import Path

import pytest
from PIL import Image

from tests.same.compare import main
from tests.same.fixed import Fixed


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders, with the same text and the same picture in both."""
    made = (tmp_path / "before", tmp_path / "after")
    for folder in made:
        folder.mkdir()
        (folder / "one.txt").write_text("a\nb\n")
        Image.new("RGB", (3, 2), "white").save(folder / "one.png")
    return made


def told(capsys: pytest.CaptureFixture[str], folders: tuple[Path, Path]) -> tuple[int, str]:
    status = main([str(each) for each in folders])
    return status, capsys.readouterr().out


def test_the_same(capsys: pytest.CaptureFixture[str], folders: tuple[Path, Path]) -> None:
    assert told(capsys, folders) == (0, "2 files compared: 0 differ\n")


def test_what_differs(capsys: pytest.CaptureFixture[str], folders: tuple[Path, Path]) -> None:
    before, after = folders
    (after / "one.txt").write_text("a\nc\n")
    (before / "gone.txt").touch()
    (after / "new.txt").touch()
    with Image.open(after / "one.png") as picture:
        picture.putpixel((2, 1), (255, 255, 0))
        picture.putpixel((0, 1), (0, 255, 255))
        picture.save(after / "one.png")
    status, said = told(capsys, folders)
    assert status == 1
    for text in ("-b\n+c\n", "Missing: ", "New: ", "2 pixels differ, between (0, 1) and (3, 2)"):
        assert text in said
    assert said.endswith("4 files compared: 4 differ\n")


def test_nothing_is_not_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert told(capsys, (tmp_path, tmp_path))[0] == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("in /some/where/a.csv", "in FOLDER/a.csv"),
        (
            "store-2026-11-30-064509-change-12-no-1-of-0123abcd.duckdb, 19.4 MB, 4 rows",
            "store-MOMENT-change-12-no-1-of-MARK.duckdb, SIZE MB, 4 rows",
        ),
        ("36.981301368604875 of 12.5", "36.98130137 of 12.5"),
        ("process 4711 at http://localhost:8765/", "process NUMBER at http://localhost:PORT/"),
    ],
)
def test_fixed_words(text: str, said: str) -> None:
    fixed = Fixed({Path("/some/where"): "FOLDER"})
    assert fixed(text) == said
    assert fixed(said) == said
