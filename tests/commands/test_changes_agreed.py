"""`changes` names what a year was agreed with, where it says otherwise today."""

import json

import pytest

from assessment.__main__ import main
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import a_draft, counted, signed_off
from tests.priorities.test_freezing import newer
from tests.risk_matrix.records import covered, given_store

__all__ = ["covered", "given_store"]


def test_a_verdict_that_was_agreed_stands_beside_that_of_today(
    workspace: Workspace, covered: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    counted(covered)
    signed_off(workspace, a_draft(workspace))
    newer(covered, "shoplifting", 150)
    store = str(workspace.store.path)
    workspace.store.close()
    asked = ["changes", "--store", store, "--partnership", "rochford"]
    asked += ["--period", "financial-year", "--ending", "2022-03", "--set", "home-office"]
    assert main([*asked, "--json"]) == 0
    rows = {row["measure"]: row for row in json.loads(capsys.readouterr().out)["rows"]}
    agreed = rows["shoplifting"]["agreed_otherwise"]
    assert (agreed["verdict"], agreed["cause"]) == ("no clear change", "data")
    assert rows["robbery"]["agreed_otherwise"] is None
    assert main(asked) == 0
    (note,) = [line for line in capsys.readouterr().out.splitlines() if "was agreed on" in line]
    assert note.startswith("Note: Shoplifting: no clear change when the year was agreed on ")
