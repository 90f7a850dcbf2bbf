"""`score` of a year that was agreed: to the letter what it gave then, whatever was loaded since."""

import pytest

from assessment.__main__ import main
from assessment.priorities.stored_documents import document
from assessment.store import Store
from assessment.workspace import Workspace
from tests.changes.given import Given
from tests.priorities.given import a_draft, counted, signed_off
from tests.priorities.test_freezing import newer
from tests.priorities.test_frozen import version_1
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


def test_of_a_record_of_the_first_version_it_says_what_to_ask_for(
    workspace: Workspace, covered: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    counted(covered)
    number = signed_off(workspace, a_draft(workspace))
    with workspace.store.writing() as writer:
        old = version_1(document(workspace.store, number))
        writer.run("put_assessment_record", assessment=number, document=old)
    workspace.store.close()
    asked = ["--partnership", "rochford", "--store", str(workspace.store.path)]
    assert main(["score", *asked, "--scheme", "four-by-four"]) == 2
    told = capsys.readouterr().err
    assert "holds the evidence for its own scheme only" in told
    assert told.endswith("Ask for them with --today.\n")
    assert scored(capsys, workspace, "--scheme", "four-by-four", "--today")
