"""`outcomes` and `harm`, as other programs call them: of a file of data.police.uk, loaded."""

import json
from datetime import date
from typing import Any

import pytest

from assessment.__main__ import main
from tests.changes.given import months
from tests.extracts import street_row, write_csv

NONE_FOUND, COURT = "Investigation complete; no suspect identified", "Court result unavailable"
YEAR = ["--partnership", "luton", "--period", "rolling-12"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Luton for three years to January 2024: shoplifting, a third of it solved, and robbery."""
    folder = tmp_path_factory.mktemp("outcomes")
    path = str(folder / "assessment.duckdb")
    rows = [
        street_row(f"s{n}-{k}", f"{month:%Y-%m}", kind, outcome=outcome)
        for n, month in enumerate(months(date(2021, 2, 1), date(2024, 1, 1)))
        for k, (kind, outcome) in enumerate(
            [
                ("Shoplifting", COURT),
                ("Shoplifting", NONE_FOUND),
                ("Shoplifting", NONE_FOUND),
                ("Robbery", NONE_FOUND),
            ]
        )
    ]
    assert main(["--store", path, "init", "--empty"]) == 0
    file = write_csv(folder / "2024-01-bedfordshire-street.csv", rows)
    assert main(["--store", path, "load", str(file)]) == 0
    assert main(["--store", path, "partnership", "add", "Luton", "--district", "Luton"]) == 0
    return path


def answer(capsys: pytest.CaptureFixture[str], *asked: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*asked, "--json"]) == 0
    (rows,) = json.loads(capsys.readouterr().out).values()
    return {row["measure"]: row for row in rows}


def test_outcomes_of_the_year_before_last_are_compared(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    row = answer(capsys, "--store", store, "outcomes", *YEAR, "--ending", "2023-01")["shoplifting"]
    assert (row["now"]["records"], row["now"]["solved"], row["now"]["other"]) == (36, 12, 24)
    assert (row["verdict"], row["points"]) == ("no clear change", 0)
    assert row["now"]["unfinished_months"] == []


def test_outcomes_of_the_latest_year_are_still_coming(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    row = answer(capsys, "--store", store, "outcomes", *YEAR)["shoplifting"]
    assert (row["verdict"], row["points"]) == ("not comparable", None)
    assert row["now"]["unfinished_months"] == [f"2023-{n:02}" for n in range(2, 13)] + ["2024-01"]
    assert "Of periods that end with January 2023 or before" in row["notes"][0]
    assert main(["--store", store, "outcomes", *YEAR]) == 0
    assert "33.3% solved (12 of 36)" in capsys.readouterr().out


def test_harm_has_both_places(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = answer(capsys, "--store", store, "harm", *YEAR)
    robbery, shoplifting = rows["robbery"], rows["shoplifting"]
    assert robbery["harm"] == {"least": 12 * 365, "most": 12 * 365}
    assert (robbery["rank_by_number"], robbery["rank_by_harm"]) == (2, {"best": 1, "worst": 1})
    assert (shoplifting["rank_by_number"], shoplifting["among"]) == (1, 2)
    assert main(["--store", store, "harm", *YEAR]) == 0
    assert "Robbery: days 4,380, before 4,380; 2nd by number, 1st by harm" in (
        capsys.readouterr().out
    )


def test_harm_takes_other_weights_and_says_which_there_are(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = ("harm", *YEAR, "--weights", "home-office-unit-costs")
    assert answer(capsys, "--store", store, *chosen)["robbery"]["unit"] == "pounds"
    assert main(["--store", store, "harm", *YEAR, "--weights", "mine"]) == 2
    assert "There are: cambridge-crime-harm-index, ons" in capsys.readouterr().err
