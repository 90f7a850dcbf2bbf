"""`times`, as other programs call it."""

import json
from pathlib import Path
from typing import Any

import pytest

from assessment.__main__ import main
from assessment.people import Person, Role
from assessment.workspace import Workspace
from tests.conftest import NewStore
from tests.timed import with_timed_records

ASKED = ["times", "--partnership", "basildon", "--period", "rolling-12"]
KEYS = [
    *("measure", "label", "measure_set", "area", "synthetic", "period", "comparison"),
    *("days", "hours", "busiest", "kinds_of_day", "months", "sentences"),
]


@pytest.fixture
def store(new_store: NewStore, tmp_path: Path) -> str:
    opened = new_store(tmp_path / "timed.duckdb")
    with_timed_records(Workspace(opened, Person("Test analyst", Role.ANALYST)), tmp_path)
    opened.close()
    return str(tmp_path / "timed.duckdb")


def answer(capsys: pytest.CaptureFixture[str], store: str, *asked: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*ASKED, "--store", store, *asked, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_hours_add_up_to_what_is_known(capsys: pytest.CaptureFixture[str], store: str) -> None:
    told = answer(capsys, store, "--measure", "violence-with-injury")
    assert list(told) == KEYS
    assert sum(hour["current"] for hour in told["hours"]) == told["period"]["known"]["hour"] == 522
    assert sum(told["period"]["known"].values()) == told["period"]["records"] == 574
    assert sum(day["current"] for day in told["days"]) == 574
    assert told["busiest"]["week"]["in_words"] == "between 22:00 and 01:59, beginning on Fridays"
    assert {row["kind"] for row in told["kinds_of_day"]} == {
        *("bank holidays", "weekends", "other days")
    }


def test_with_no_measure_named_it_is_the_whole(
    capsys: pytest.CaptureFixture[str], store: str
) -> None:
    told = answer(capsys, store)
    assert told["measure"] == "all-crime"
    assert {row["measure"] for row in told["months"]} >= {"all-crime", "violence-with-injury"}


def test_it_is_said_in_words(capsys: pytest.CaptureFixture[str], store: str) -> None:
    capsys.readouterr()
    assert main([*ASKED, "--store", store, "--measure", "violence-with-injury"]) == 0
    said = capsys.readouterr().out
    assert "Of 574 records, 522 tell their hour and 52 tell their day, without an hour." in said
    assert "by more than counting alone explains" in said
    assert "synthetic" not in said
