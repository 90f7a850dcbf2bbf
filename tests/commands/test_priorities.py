"""`priorities`, as other programs call it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.__main__ import main
from assessment.priorities.headings import save_priority
from assessment.priorities.last_year import say_why_dropped
from assessment.store import Store
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import SAFER, a_draft, counted, signed_off
from tests.risk_matrix.records import covered, given_store

__all__ = ["covered", "given_store"]
KEYS = [
    *("partnership", "ending", "assessment", "status", "synthetic", "cut", "quorum"),
    *("agreed_at", "signed_off_at", "year_before", "methods_version"),
    *("scheme", "agreements", "priorities", "issues"),
    "since_last_year",
]


@pytest.fixture
def held(workspace: Workspace, covered: Given) -> str:
    """The store's file, closed: Rochford's draft of 2021/22 with one priority."""
    counted(covered)
    save_priority(workspace, a_draft(workspace), SAFER)
    workspace.store.close()
    return str(workspace.store.path)


def told(capsys: pytest.CaptureFixture[str], held: str, *asked: str) -> str:
    assert main(["priorities", "--store", held, *asked]) == 0
    return capsys.readouterr().out


def test_json(held: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[dict[str, Any]] = json.loads(told(capsys, held, "--json"))
    ((row),) = rows
    assert list(row) == KEYS
    assert (row["partnership"], row["ending"], row["status"]) == ("rochford", "2022-03", "draft")
    assert [each["name"] for each in row["priorities"]] == ["Safer streets"]
    assert [(each["id"], each["is_chosen"]) for each in row["issues"]] == [
        *(("robbery", True), ("shoplifting", False), ("county-lines", False))
    ]


def test_in_words(held: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, held).splitlines() == [
        "Rochford: 1 April 2021 to 31 March 2022 (draft)",
        "  Prevent: Safer streets (Robbery)",
        "  Above the line and not chosen: Shoplifting (rank 2). No reason given.",
        "  None of the 6 responsible authorities have agreed; 4 more must. Not yet: police, "
        "council of Rochford, county council, fire and rescue, health (integrated care board), "
        "probation.",
    ]


def test_one_that_was_signed_off(
    workspace: Workspace, covered: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    counted(covered)
    signed_off(workspace, a_draft(workspace))
    workspace.store.close()
    said = told(capsys, str(workspace.store.path), "--partnership", "rochford")
    assert "(signed off)" in said
    assert said.endswith("  The quorum has agreed.\n")


WRONG = [
    (["--partnership", "luton"], "There is no partnership 'luton'."),
    (["--ending", "2020-03"], "No assessment is of the year to March 2020."),
    (["--ending", "soon"], "'soon'"),
]


@pytest.mark.parametrize(("asked", "said"), WRONG)
def test_asked_wrongly(
    held: str, capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    assert main(["priorities", "--store", held, *asked]) == 2
    assert said in capsys.readouterr().err


def test_without_assessments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.duckdb"
    Store.open(path, create=True).close()
    assert told(capsys, str(path)).startswith("No assessment has been started yet")


def test_last_year_is_read_from_what_was_signed_off(
    workspace: Workspace, covered: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    """Kept, new and dropped beside a year that nothing can change any more."""
    counted(covered)
    signed_off(workspace, a_draft(workspace, date(2021, 3, 1)))
    draft = a_draft(workspace)
    save_priority(workspace, draft, replace(SAFER, name="Shops", issues=("shoplifting",)))
    say_why_dropped(workspace, draft, "Safer streets", "It fell.")
    workspace.store.close()
    path = str(workspace.store.path)
    ((row),) = json.loads(told(capsys, path, "--json"))
    assert row["year_before"] == "2021-03"
    turns = [(each["name"], each["fate"], each["why"]) for each in row["since_last_year"]]
    assert turns == [("Shops", "new", "It rose."), ("Safer streets", "dropped", "It fell.")]
    assert "Dropped since 2021-03: Safer streets. It fell." in told(capsys, path)
