"""References that are written otherwise than in earlier files do not count their records twice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices, LoadMode
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import CURRENT, stored

HEADER = ["Reference", "Offence", "Date", "District"]
Written = Callable[[int], str]


def _plain(n: int) -> str:
    return f"AB/{n + 10:05}/25"


def _number(n: int) -> str:
    return f"{n + 1025:07}"


def _sent(
    workspace: Workspace, path: Path, numbers: range, written: Written, mode: LoadMode
) -> None:
    rows = [
        [written(n), "Burglary", f"2025-{n % 3 + 1:02d}-{n % 28 + 1:02d}", "Luton"] for n in numbers
    ]
    load(workspace, write_csv(path, rows, HEADER), source="b", choices=FileChoices(mode=mode))


def _adds(workspace: Workspace, folder: Path, first: Written, second: Written) -> int:
    """Load 120 records, and add a hundred of them as written otherwise; return what is there."""
    _sent(workspace, folder / "first.csv", range(120), first, LoadMode.REPLACE)
    try:
        _sent(workspace, folder / "second.csv", range(100), second, LoadMode.ADD)
    finally:
        assert len(stored(workspace, CURRENT)) == 120
    return len(stored(workspace, CURRENT))


UNSEEN: list[tuple[str, Written, Written]] = [
    ("as they were", _plain, _plain),
    ("marks that nobody sees", _plain, lambda n: f"\ufeff{_plain(n)}\u200b"),
    ("spaces at the ends", _plain, lambda n: f"\u00a0{_plain(n)} "),
    ("spaces beside slashes", _plain, lambda n: _plain(n).replace("/", " / ")),
    ("an apostrophe before numbers", _number, lambda n: f"'{_number(n)}"),
    ("numbers as Excel writes them", _number, lambda n: f"{_number(n)}.0"),
]


@pytest.mark.parametrize(("why", "first", "second"), UNSEEN)
def test_what_programs_put_to_references_makes_no_other_records(
    workspace: Workspace, tmp_path: Path, why: str, first: Written, second: Written
) -> None:
    assert _adds(workspace, tmp_path, first, second) == 120, why


def _person(n: int) -> str:
    return f"{_plain(n)} SMITH John" if n in (3, 4) else _plain(n)


RESPELT: list[tuple[str, Written, Written, str]] = [
    ("small letters", _plain, lambda n: _plain(n).lower(), "'ab/00010/25' for 'AB/00010/25'"),
    ("zeros lost", _number, lambda n: f"{n + 1025}", "'1025' for '0001025'"),
    ("thousands", lambda n: f"{n + 1025}", lambda n: f"{n + 1025:,}", "'1,025' for '1025'"),
    ("hyphens", _plain, lambda n: _plain(n).replace("/", "-"), "'AB-00010-25'"),
    ("whole years", _plain, lambda n: _plain(n).replace("/25", "/2025"), "'AB/00010/2025'"),
    ("a person in some", _plain, _person, "only digests of them are kept"),
    ("a person in some before", _person, _plain, "a file had people's details among them"),
]


@pytest.mark.parametrize(("why", "first", "second", "said"), RESPELT)
def test_references_written_another_way_are_refused(
    workspace: Workspace, tmp_path: Path, why: str, first: Written, second: Written, said: str
) -> None:
    with pytest.raises(UploadRefused, match="would count twice") as refused:
        _adds(workspace, tmp_path, first, second)
    assert said in "".join(refused.value.faults), why


def test_a_whole_file_may_write_its_references_anew(workspace: Workspace, tmp_path: Path) -> None:
    _sent(workspace, tmp_path / "first.csv", range(120), _plain, LoadMode.REPLACE)
    _sent(workspace, tmp_path / "second.csv", range(120), str, LoadMode.REPLACE)
    assert len(stored(workspace, CURRENT)) == 120
