"""`sources list`, `sources set` and `checks`: the same answers as the page Sources."""

import json
from pathlib import Path

import pytest

from assessment.__main__ import main
from assessment.commands.arguments.source_arguments import EVERY
from assessment.sources.due_dates import Every
from assessment.store import Store
from tests.conftest import NewStore
from tests.extracts import street_row, write_csv


@pytest.fixture
def named(new_store: NewStore, tmp_path: Path) -> list[str]:
    """Return how a command names a store with one source and one partnership."""
    store: Store = new_store(tmp_path / "s.duckdb")
    store.close()
    named = ["--store", str(tmp_path / "s.duckdb")]
    extract = write_csv(tmp_path / "a.csv", [street_row(f"a{n}") for n in range(30)])
    assert main([*named, "load", str(extract)]) == 0
    assert main([*named, "partnership", "add", "Luton", "--district", "Luton"]) == 0
    return named


def test_sources_are_listed(named: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main([*named, "sources", "list", "--partnership", "luton"]) == 0
    told = capsys.readouterr().out
    assert "police-uk: no agency named; police records; 30 records, 0 counts" in told
    assert "police-uk, anti-social behaviour, Luton: every month covered" in told
    assert "police: Anti-social behaviour incidents, by category. Came, but of" in told
    assert main([*named, "sources", "list", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    (source,) = report["sources"]
    assert (source["id"], source["records"], source["months"]) == ("police-uk", 30, ["2024-01"])
    assert report["months"][0]["states"]["2024-01"] == "covered"
    assert report["districts"] == ["Luton"]


def test_what_is_due_is_said_in_steps(named: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    say = [*named, "sources", "set", "police-uk"]
    assert main([*say, "--agency", "Bedfordshire Police", "--contact-role", "analyst"]) == 0
    assert main([*say, "--every", "month", "--due-day", "31", "--months-after", "2"]) == 0
    assert main([*say, "--due-day", "20"]) == 0
    assert capsys.readouterr().out.endswith(
        "Bedfordshire Police, analyst, every month, by day 20 of the second month after\n"
    )
    assert main([*named, "sources", "list"]) == 0
    assert "Overdue since 20 April 2024: " in capsys.readouterr().out
    assert main([*say, "--not-expected", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "source": "police-uk",
        "agency": "Bedfordshire Police",
        "contact_role": "analyst",
        "due": None,
    }


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["police-uk", "--every", "month"], "Say both how often data are due and by which day"),
        (["police-uk", "--every", "month", "--due-day", "99"], "A due day is 1 to 31, found 99."),
        (["fire", "--agency", "x"], "There is no source 'fire'. There are: police-uk."),
    ],
)
def test_what_cannot_be_said_is_told(
    named: list[str], options: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*named, "sources", "set", *options]) == 2
    assert why in capsys.readouterr().err


def test_options_are_those_of_the_product() -> None:
    assert set(EVERY) == {*Every}


def test_checks_of_a_sound_store(named: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main([*named, "checks"]) == 0
    assert "Is any record counted twice? No reference stands twice in a source." in (
        capsys.readouterr().out
    )
    assert main([*named, "checks", "--json"]) == 0
    assert all(result["is_sound"] for result in json.loads(capsys.readouterr().out))


def test_checks_tell_what_is_wrong_and_mend_it(
    named: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store.open(Path(named[1]))
    with store.writing() as writer:
        writer._cursor.execute("UPDATE monthly_count SET n = n + 1")
    store.close()
    capsys.readouterr()
    assert main([*named, "checks"]) == 1
    told = capsys.readouterr().out
    assert "police-uk in January 2024" in told
    assert "(checks --count-anew)" in told
    assert main([*named, "checks", "--count-anew"]) == 0
