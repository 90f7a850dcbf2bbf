"""What a report says of the sums of a table: known parts that add up, and bounds for the rest."""

import re
from pathlib import Path

import pytest

from assessment.workspace import Workspace
from tests.intake.counts.tables import loaded

HEADER = ("Month", "District", "Offence", "Number")

SUMS = [
    ("every number known", ["7", "12"], ", 19 in all."),
    ("two between none and four", ["7", "<5", "<5"], ": 7 known, and 0 to 8 withheld."),
    ("at least three", ["7", "3-6"], ": 7 known, and 3 to 6 withheld."),
    ("no bound", ["7", "*"], ": 7 known, and an unknown number withheld or missing."),
    ("a blank has no bound", ["7", "<5", ""], ": 7 known, and an unknown number withheld or miss"),
]


@pytest.mark.parametrize(("kind", "cells", "said"), SUMS, ids=[kind for kind, _, _ in SUMS])
def test_what_is_known_is_said_with_bounds_for_the_rest(
    workspace: Workspace, tmp_path: Path, kind: str, cells: list[str], said: str
) -> None:
    rows = [(f"2025-{at:02}", "Rochford", "Arson", cell) for at, cell in enumerate(cells, 1)]
    report = loaded(workspace, tmp_path / "few.csv", HEADER, rows)
    assert said in report.problems[0], kind


def test_categories_that_are_not_known_add_up_to_the_whole(
    workspace: Workspace, tmp_path: Path
) -> None:
    cells = {"Arson": ["9", "4"], "Lost dogs": ["30", "<5"], "Stray cats": ["<5", "0"]}
    rows = [
        (f"2025-{at:02}", "Rochford", offence, cell)
        for offence, counts in cells.items()
        for at, cell in enumerate(counts, 1)
    ]
    report = loaded(workspace, tmp_path / "few.csv", HEADER, rows)
    assert ": 43 known, and 0 to 8 withheld." in report.problems[0]
    assert report.unmapped == (("Lost dogs", 30), ("Stray cats", 0))
    told = next(problem for problem in report.problems if "not known, and loaded" in problem)
    assert "'Lost dogs' (30 known, and 0 to 4 withheld)" in told
    assert "'Stray cats' (0 known, and 0 to 4 withheld)" in told
    known = sum(int(n) for n in re.findall(r"\((\d+) known", told)) + 13
    assert known == 43 == sum(n for _, n in report.measures)


def test_a_withheld_part_of_a_known_whole_is_not_added(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [
        ("2025-10", "Rochford", "All crime", "100"),
        ("2025-10", "Rochford", "Robbery", "40"),
        ("2025-10", "Rochford", "Burglary", "<5"),
        ("2025-10", "Atlantis", "Robbery", "7"),
        ("2025-10", "Atlantis", "Burglary", "<5"),
    ]
    report = loaded(workspace, tmp_path / "whole.csv", HEADER, rows)
    assert ": 107 known, and 0 to 4 withheld." in report.problems[0]
    assert any("'Atlantis' (7 known, and 0 to 4 withheld)" in said for said in report.problems)


def test_flags_are_in_no_sum_of_records(workspace: Workspace, tmp_path: Path) -> None:
    rows = [
        ("2025-10", "Rochford", "Burglary", "40"),
        ("2025-10", "Rochford", "Domestic abuse", "9"),
    ]
    report = loaded(workspace, tmp_path / "flags.csv", HEADER, rows)
    assert (
        ", 40 in all. Flags mark some of the same records, and are not in that: 9."
        in (report.problems[0])
    )
    assert report.districts == (("Rochford", 40),)
