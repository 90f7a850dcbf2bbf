"""`score` of a year that was agreed: to the letter what it gave then, whatever was loaded since."""

import pytest

from assessment.__main__ import main
from assessment.store import Store
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import a_draft, counted, signed_off
from tests.priorities.test_freezing import newer
from tests.risk_matrix.records import covered, given_store

__all__ = ["covered", "given_store"]
UNDER: tuple[list[str], ...] = ([], ["--scheme", "composite-index"], ["--scheme", "four-by-four"])


@pytest.fixture
def said(workspace: Workspace, covered: Given, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What it said as a draft; since then it was signed off and more was loaded."""
    counted(covered)
    number = a_draft(workspace)
    workspace.store.close()
    before = [scored(capsys, workspace, "--json", *scheme) for scheme in UNDER]
    covered.workspace = Workspace(Store.open(workspace.store.path), workspace.person)
    signed_off(covered.workspace, number)
    newer(covered, "shoplifting", 150)
    covered.workspace.store.close()
    return before


def scored(capsys: pytest.CaptureFixture[str], workspace: Workspace, *asked: str) -> str:
    capsys.readouterr()
    of = ["--partnership", "rochford", "--store", str(workspace.store.path)]
    assert main(["score", *of, *asked]) == 0
    return capsys.readouterr().out


def test_to_the_letter(
    said: list[str], workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [scored(capsys, workspace, "--json", *scheme) for scheme in UNDER] == said
    today = [scored(capsys, workspace, "--json", "--today", *scheme) for scheme in UNDER]
    assert all(now != then for now, then in zip(today, said, strict=True))


def test_in_words(
    said: list[str], workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    told = scored(capsys, workspace)
    assert "As agreed on " in told
    assert "data loaded since are not in it" in told
    today = scored(capsys, workspace, "--today")
    assert "With today's data: this is not what was signed off." in today
