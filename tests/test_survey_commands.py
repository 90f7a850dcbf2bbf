"""Surveys on the command line, as other programs call it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from assessment.__main__ import main
from tests.extracts import write_csv

HEADER = [
    "How safe do you feel in Luton in the evening?",
    "Which should be a priority?",
    "What is your sex?",
]
# 30 people: 12 safe, 15 unsafe, 3 don't know; drugs 20, burglary 10.
SAID = [
    *[["Very safe", "Drugs;", "Female"]] * 12,
    *[["Fairly unsafe", "Drugs;Burglary;", "Male"]] * 8,
    *[["Very unsafe", "Burglary;", "Male"]] * 2,
    *[["Very unsafe", "", "Female"]] * 5,
    *[["Don't know", "", "Female"]] * 3,
]
ROW_KEYS = {
    *("wave", "synthetic", "question", "wording", "concept", "option", "option_number", "role"),
    *("is_net", "side", "concern", "group", "count", "base", "percent", "low", "high"),
    *("weighted_percent", "weighted_low", "weighted_high", "withheld", "rank", "mean_rank"),
    *("mean", "spread", "weighted_mean", "asked", "asked_of", "design_effect", "effective_base"),
    *("doubts", "first_places"),
}
DIFFERENCE_KEYS = {
    *("question", "wording", "concept", "option", "is_net", "comparable", "difference", "z", "p"),
    *("p_adjusted", "verdict", "reason"),
    *("count_a", "base_a", "percent_a", "weighted_percent_a", "effective_base_a"),
    *("count_b", "base_b", "percent_b", "weighted_percent_b", "effective_base_b"),
    *("design_effect_a", "design_effect_b", "doubts_a", "doubts_b"),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two waves in a store: in the second, whoever did not know feels safe."""
    folder = tmp_path_factory.mktemp("filled")
    path = str(folder / "assessment.duckdb")
    assert main(["--store", path, "init", "--empty"]) == 0
    assert main(["partnership", "add", "Luton", "--district", "Luton", "--store", path]) == 0
    whose = ["--name", "Residents of Luton", "--partnership", "luton"]
    for wave, rows in (
        ("online-2023", SAID),
        ("online-2024", [*SAID[:27], *[["Very safe", "", "Female"]] * 3]),
    ):
        file = write_csv(folder / f"{wave}.csv", rows, HEADER)
        named = ["--survey", "residents", "--wave", wave, "--mode", "panel"]
        assert main(["survey", "load", str(file), *named, *whose, "--store", path]) == 0
    return folder


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> str:
    """The path of a copy of that store."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    return str(tmp_path / "assessment.duckdb")


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    said = capsys.readouterr().out
    assert said.isascii()
    return json.loads(said)


def test_waves_are_listed(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    listed = answer(capsys, "--store", store, "survey", "list")
    assert {each["wave"] for each in listed} == {"online-2023", "online-2024"}
    one = next(each for each in listed if each["wave"] == "online-2023")
    assert one == {
        "wave": "online-2023",
        "survey": "residents",
        "name": "Residents of Luton",
        "partnership": "luton",
        "mode": "panel",
        "base": 30,
        "from": None,  # the export has no dates
        "to": None,
    }


def test_a_summary(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = answer(capsys, "--store", store, "survey", "summary", "--wave", "online-2023")
    assert all(row.keys() == ROW_KEYS for row in rows)
    shares = {
        (row["concept"], row["option"]): (row["count"], row["base"], row["percent"]) for row in rows
    }
    assert shares["safe-after-dark", "Safe"] == (12, 30, 40)
    assert shares["safe-after-dark", "Unsafe"] == (15, 30, 50)
    assert shares["priority", "Drugs"] == (20, 22, 100 * 20 / 22)  # eight left it blank


def test_a_summary_by_group(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--wave", "online-2023", "--question", "safe-after-dark", "--by", "sex"]
    rows = answer(capsys, "--store", store, "survey", "summary", *asked)
    assert {row["group"] for row in rows} == {"", "Female", "Male"}
    women = next(row for row in rows if (row["group"], row["option"]) == ("Female", "Safe"))
    assert (women["count"], women["base"], women["percent"]) == (12, 20, 60)


def test_a_comparison(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    waves = ["--wave", "online-2023", "--wave", "online-2024"]
    rows = answer(capsys, "--store", store, "survey", "compare", *waves)
    assert all(row.keys() == DIFFERENCE_KEYS for row in rows)
    safe = next(row for row in rows if row["option"] == "Safe")
    assert (safe["percent_a"], safe["percent_b"], safe["difference"]) == (40, 50, -10)
    assert safe["verdict"] == "no clear difference"


def test_in_words(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    evening = ["--wave", "online-2023", "--question", "safe-after-dark"]
    assert main(["survey", "summary", *evening, "--store", store]) == 0
    assert "Safe: 40% (12 of 30); 25% to 58%" in capsys.readouterr().out
    assert main(["survey", "list", "--store", store]) == 0
    assert "online-2023 (Residents of Luton): citizens' panel, 30 people" in capsys.readouterr().out
    waves = ["--wave", "online-2023", "--wave", "online-2024"]
    assert main(["survey", "compare", *waves, "--store", store]) == 0
    said = capsys.readouterr().out
    assert "Nothing differs by more than who happened to answer explains" in said
    assert "Safe: no clear difference; 40% (12 of 30) against 50% (15 of 30)" in said
    assert "It is tested as part of a net, or is between the two." in said


def test_weights_missing_codes_and_doubts(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [["Very safe", "2", "-9", "1"], ["Very unsafe", "1", "Good", "2"]] * 10
    header = ["How safe do you feel after dark?", "indivwgt", "How was the police?", "Panel"]
    file = str(write_csv(tmp_path / "doubtful.csv", rows, header))
    named = ["--survey", "panel", "--wave", "panel-2024", "--store", store]
    given = ["--weight", "indivwgt", "--missing=-9,-8"]
    assert main(["survey", "load", file, *named, *given]) == 2  # nothing says what 1 and 2 mean
    assert "nothing says what they stand for" in capsys.readouterr().err
    loaded = answer(capsys, "survey", "load", file, *named, *given, "--keep-doubts")
    police = next(q for q in loaded["questions"] if "police" in q["wording"])
    assert (police["answered"], police["asked"], police["not_asked"]) == (10, 10, 10)
    assert len(loaded["doubts"]) == 1
    answers = answer(capsys, "--store", store, "survey", "summary", "--wave", "panel-2024")
    safe = next(row for row in answers if row["option"] == "Very safe")
    assert (safe["percent"], round(safe["weighted_percent"], 4)) == (50, 66.6667)


def test_a_dry_run_keeps_nothing(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_csv(tmp_path / "more.csv", SAID, HEADER)
    asked = ["survey", "load", str(file), "--survey", "residents", "--wave", "online-2025"]
    report = answer(capsys, "--store", store, *asked, "--dry-run")
    assert (report["status"], report["respondents"]) == ("checked", 30)
    assert len(answer(capsys, "--store", store, "survey", "list")) == 2


ONE = ["--wave", "online-2023"]
WRONG = [
    (["summary", "--wave", "online-202"], "Did you mean"),
    (["summary", "--wave", "x"], "There are: online-202"),
    (["summary", *ONE, "--question", "weather"], "There is no question 'weather'"),
    (["summary", *ONE, "--by", "priority"], "one answer each"),
    (["summary", *ONE, "--weighted"], "No population figures"),
    (["compare", *ONE], "takes two waves"),
    (["compare", *ONE, *ONE], "itself"),
    (["compare", *ONE, "--wave", "y"], "There is no survey wave 'y'"),
    (["compare", *ONE, *ONE, *ONE], "takes two waves"),
    (["load", "none.csv", "--survey", "residents", "--wave", "w"], "none.csv"),
    (["load", "none.csv", "--survey", "residents", "--wave", "w", "--mode", "post"], "--mode"),
    (
        ["load", "none.csv", "--survey", "residents", "--wave", "w", "--partnership", "lutn"],
        "Did you mean luton?",
    ),
    (["load", "none.csv", "--survey", "Our Survey", "--wave", "w"], "cannot name a survey"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG)
def test_errors_leave_with_status_2_and_a_plain_message(
    store: str, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    capsys.readouterr()
    assert main(["--store", store, "survey", *arguments]) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert told.out == ""
    assert "Traceback" not in told.err


def test_a_file_that_is_refused_says_every_reason(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_csv(tmp_path / "empty.csv", [["", "", ""]] * 3, HEADER)
    named = ["--survey", "residents", "--wave", "w"]
    assert main(["--store", store, "survey", "load", str(file), *named]) == 2
    assert "empty.csv was not loaded" in capsys.readouterr().err


def test_an_option_that_is_missing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["survey", "summary"])
    assert left.value.code == 2
    assert "--wave" in capsys.readouterr().err
