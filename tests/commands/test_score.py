"""`score`, as other programs call it."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.__main__ import main
from assessment.people import local_person
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.assessments import start_assessment
from assessment.risk_matrix.issues import Issue
from assessment.risk_matrix.judgements import judge
from assessment.store import Store
from assessment.workspace import Workspace
from tests.changes.given import months
from tests.extracts import street_row, write_csv

DEFAULT = shipped_schemes()["weighted-evidence"]
ROW_KEYS = [
    *("issue", "scheme", "methods_version", "known_weight", "score", "band"),
    *("rank", "rank_low", "rank_high", "top_n_share"),
    *("confidence", "criteria"),
]
CRITERION_KEYS = ["criterion", "score", "value", "rule", "source"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Luton for two years to January 2024: each month 2 robberies, then 5, and 6 shopliftings."""
    folder = tmp_path_factory.mktemp("filled")
    path = str(folder / "assessment.duckdb")
    rows = []
    for n, month in enumerate(months(date(2022, 2, 1), date(2024, 1, 1))):
        said = f"{month:%Y-%m}"
        rows += [street_row(f"r{n}-{k}", said, "Robbery") for k in range(2 if n < 12 else 5)]
        rows += [street_row(f"s{n}-{k}", said, "Shoplifting") for k in range(6)]
        rows += [street_row("", said)]
    file = write_csv(folder / "2024-01-bedfordshire-street.csv", rows)
    assert main(["--store", path, "init", "--empty"]) == 0
    assert main(["load", str(file), "--store", path]) == 0
    assert main(["--store", path, "partnership", "add", "Luton", "--district", "Luton"]) == 0
    return folder


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> str:
    """The path of a copy of that store."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    return str(tmp_path / "assessment.duckdb")


def answer(capsys: pytest.CaptureFixture[str], store: str, *asked: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["score", "--partnership", "luton", "--store", store, *asked, "--json"]) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def test_rows_in_the_order_of_their_ranks(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = answer(capsys, store)
    assert all(list(row) == ROW_KEYS for row in rows)
    assert all(list(one) == CRITERION_KEYS for row in rows for one in row["criteria"])
    assert {row["scheme"] for row in rows} == {"weighted-evidence"}
    ranks = [row["rank"] for row in rows]
    assert ranks == sorted(ranks, key=lambda rank: (rank is None, rank or 0))
    first, *_ = rows
    # Volume 5 × 2, change 5 × 2, harm 4 × 3, of 5 × 7; all else is missing, for want of anything.
    assert (first["issue"], first["rank"]) == ("robbery", 1)
    assert first["score"] == pytest.approx(100 * 32 / 35)
    # With 7 of 17 weights known there is no band, and it might have any rank.
    assert first["known_weight"] == pytest.approx(7 / 17)
    assert (first["band"], first["confidence"]) == (None, "low")
    assert (first["rank_low"], first["rank_high"]) == (1, 3)
    assert 0.5 < first["top_n_share"] <= 1


def test_every_criterion_says_where_its_score_is_from(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (robbery,) = (row for row in answer(capsys, store) if row["issue"] == "robbery")
    said = {one["criterion"]: one for one in robbery["criteria"]}
    assert said.keys() == {criterion.id for criterion in DEFAULT.criteria}
    volume = said["volume"]
    assert (volume["score"], volume["value"]) == (5, pytest.approx(100 * 60 / 144))
    assert volume["rule"] == DEFAULT.criterion("volume").rule_in_words()
    assert volume["source"] == "data: records of police-uk; queries/changes/monthly_counts.sql"
    assert (said["hidden"]["score"], said["hidden"]["source"]) == (
        None,
        "missing: People judge this.",
    )
    unscored = [row for row in answer(capsys, store) if row["rank"] is None]
    assert "county-lines" in {row["issue"] for row in unscored}
    assert {row[key] for row in unscored for key in ("score", "band")} == {None}
    assert {row["rank_low"] for row in unscored} == {1}, "it might come first"


def begin(store: str, ending: date) -> None:
    """Start an assessment of one issue, with what somebody judges of it."""
    opened = Store.open(Path(store))
    workspace = Workspace(opened, local_person())
    robbery = Issue("robbery", "Robbery", (("police-uk", "robbery"),), under_reported=False)
    number = start_assessment(workspace, "luton", ending, DEFAULT, [robbery]).id
    hidden, harm = DEFAULT.criterion("hidden"), DEFAULT.criterion("harm")
    judge(workspace, number, "robbery", hidden, 2, "Some among young people.")
    judge(workspace, number, "robbery", harm, 5, "With knives.")
    opened.close()


def test_the_latest_assessment_is_scored_and_judgements_are_named(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(store, date(2023, 12, 1))
    (robbery,) = answer(capsys, store)
    said = {one["criterion"]: one for one in robbery["criteria"]}
    assert said["volume"]["value"] == pytest.approx(100 * 57 / 141), "the year to December"
    name = local_person().name
    assert said["hidden"]["source"] == f"judged by {name}: Some among young people."
    assert said["harm"]["source"] == f"judged by {name}: With knives. (data would give 4)"
    assert len(answer(capsys, store, "--ending", "2024-01")) > 1, "of no assessment"


def test_another_scheme(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = answer(capsys, store, "--scheme", "harm-only")
    assert (rows[0]["issue"], rows[0]["scheme"]) == ("robbery", "harm-only")
    assert rows[0]["score"] == 60 * 365


def test_in_words(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["score", "--partnership", "luton", "--store", store]) == 0
    said = capsys.readouterr().out
    assert "Luton: 1 February 2023 to 31 January 2024" in said
    assert "nobody has judged" in said
    assert " 3 of 9 criteria  91.4  no band: less than half is known  Robbery  (rank 1 to 3" in said
    assert "County lines: no score, too little is known (rank 1 to 4; in the top 5" in said


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["--partnership", "lutn"], "Did you mean luton"),
        (["--partnership", "luton", "--scheme", "weighted"], "Did you mean weighted-evidence"),
        (["--partnership", "luton", "--ending", "January"], "Write it as YYYY-MM"),
        (["--partnership", "luton", "--ending", "2025-01"], "There are: February 2022 to January"),
    ],
)
def test_errors_leave_with_status_2_and_one_plain_message(
    store: str, capsys: pytest.CaptureFixture[str], asked: list[str], words: str
) -> None:
    capsys.readouterr()
    assert main(["score", *asked, "--store", store]) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""
