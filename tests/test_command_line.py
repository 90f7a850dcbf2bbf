"""The command line, as other programs call it."""

import json
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb
import pytest

from assessment.__main__ import main
from assessment.commands.arguments import data_arguments
from assessment.intake.file_choices import (
    CancelledRecords,
    DateOrder,
    LoadMode,
    NumbersAre,
    ReferenceUse,
    RowIs,
)
from tests.extracts import street_row, write_csv

ROW_KEYS = {
    "explanation",
    "measure",
    "methods_version",
    "label",
    "area",
    "area_code",
    "measure_set",
    "previous",
    "current",
    "difference",
    "percent",
    "rate_percent",
    "interval_low",
    "interval_high",
    "p_value",
    "p_adjusted",
    "verdict",
    "unusual",
    "ordinary_variation",
    "ordinary_variation_from",
    "ordinary_apart",
    "agreed_otherwise",
    "force_percent",
    "status",
    "reason",
    "sentence",
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two Januaries of Luton in a store: 30 shopliftings, then 60; 5 reports of ASB in each."""
    folder = tmp_path_factory.mktemp("filled")
    path = str(folder / "assessment.duckdb")
    rows = [
        *(street_row(f"a{n}", "2023-01", "Shoplifting") for n in range(30)),
        *(street_row(f"b{n}", "2024-01", "Shoplifting") for n in range(60)),
        *(street_row("", month) for month in ("2023-01", "2024-01") for _ in range(5)),
    ]
    file = write_csv(folder / "2024-01-bedfordshire-street.csv", rows)
    assert main(["--store", path, "init", "--empty"]) == 0
    assert main(["load", str(file), "--store", path]) == 0
    assert (
        main(["--store", path, "partnership", "add", "Luton Partnership", "--district", "Luton"])
        == 0
    )
    return folder


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> str:
    """The path of a copy of that store."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    return str(tmp_path / "assessment.duckdb")


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


JANUARY = ["--period", "custom", "--from", "2024-01-01", "--to", "2024-01-31"]


def test_changes_as_json(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = answer(
        capsys, "--store", store, "changes", "--partnership", "luton-partnership", *JANUARY
    )
    assert said["period"]["from"] == "2024-01-01"
    assert said["period"]["to"] == "2024-01-31"
    assert said["comparison"]["from"] == "2023-01-01"
    assert all(row.keys() == ROW_KEYS for row in said["rows"])
    rows = {row["measure"]: row for row in said["rows"]}
    shoplifting = rows["shoplifting"]
    assert (shoplifting["previous"], shoplifting["current"]) == (30, 60)
    assert (shoplifting["difference"], shoplifting["percent"]) == (30, 100)
    # Two months alone do not tell how much months vary: what is usual is taken for it.
    assert (shoplifting["verdict"], shoplifting["unusual"]) == ("no clear change", False)
    assert shoplifting["ordinary_variation_from"] == "what is usual of such records"
    assert (rows["all-crime"]["current"], rows["all-records"]["current"]) == (60, 65)


def test_changes_in_words(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    asked = ["--partnership", "force:Bedfordshire Police", "--measure", "shoplifting"]
    assert main(["changes", *asked, *JANUARY, "--store", store]) == 0
    said = capsys.readouterr().out
    assert (
        "Shoplifting recorded by Bedfordshire Police increased by 100% (30 more offences)" in said
    )


def test_json_is_ascii_for_any_console(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--store", store, "partnership", "add", "Lutôn", "--district", "Luton"])
    capsys.readouterr()
    assert main(["changes", "--store", store, "--partnership", "luton", *JANUARY, "--json"]) == 0
    said = capsys.readouterr().out
    assert said.isascii()
    assert "Lutôn" in json.dumps(json.loads(said), ensure_ascii=False)


@pytest.mark.parametrize("synthetic", [True, False])
def test_synthetic_records_are_said(
    store: str, capsys: pytest.CaptureFixture[str], synthetic: bool
) -> None:
    with duckdb.connect(store) as connection:
        connection.execute("UPDATE extract SET synthetic = ?", [synthetic])
    asked = ["--store", store, "changes", "--partnership", "luton-partnership", *JANUARY]
    assert answer(capsys, *asked)["synthetic"] is synthetic
    assert main(asked) == 0
    told = "Note: synthetic example records, not real." in capsys.readouterr().out
    assert told is synthetic


def test_a_force_that_only_the_store_knows(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    with duckdb.connect(store) as connection:
        connection.execute("UPDATE coverage SET area = 'Ruritania' WHERE area_kind = 'force'")
    said = answer(capsys, "--store", store, "changes", "--partnership", "force:ruritania", *JANUARY)
    assert {row["area"] for row in said["rows"]} == {"Ruritania"}


def test_a_longer_period_than_was_loaded_is_not_comparable(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = answer(
        capsys,
        *("changes", "--store", store, "--partnership", "luton-partnership"),
        *("--period", "rolling-12", "--ending", "2024-01"),
    )
    assert {row["verdict"] for row in said["rows"]} == {"not comparable"}
    assert {row["percent"] for row in said["rows"]} == {None}
    assert "February to December 2023" in said["rows"][0]["reason"]


PERIODS = [
    # kind, options, the days meant, the days compared with
    ("data-year", "--ending 2024-09", "2023-10-01 2024-09-30", "2022-10-01 2023-09-30"),
    ("financial-year", "--ending 2024-03", "2023-04-01 2024-03-31", "2022-04-01 2023-03-31"),
    ("calendar-year", "--ending 2023-12", "2023-01-01 2023-12-31", "2022-01-01 2022-12-31"),
    ("rolling-12", "--ending 2024-04", "2023-05-01 2024-04-30", "2022-05-01 2023-04-30"),
    ("fytd", "--ending 2017-08", "2017-04-01 2017-08-31", "2016-04-01 2016-08-31"),
    ("quarter", "--ending 2024-03", "2024-01-01 2024-03-31", "2023-01-01 2023-03-31"),
    ("custom", "--from 2024-01-05 --to 2024-01-31", "2024-01-05 2024-01-31", None),
    (
        "quarter",
        "--ending 2024-03 --compare-from 2019-01-01 --compare-to 2019-03-31",
        "2024-01-01 2024-03-31",
        "2019-01-01 2019-03-31",
    ),
]


@pytest.mark.parametrize(("kind", "options", "meant", "compared"), PERIODS)
def test_periods(
    store: str,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    options: str,
    meant: str,
    compared: str | None,
) -> None:
    luton = ("changes", "--store", store, "--partnership", "luton-partnership", "--period", kind)
    said = answer(capsys, *luton, *options.split())
    days = {name: f"{said[name]['from']} {said[name]['to']}" for name in ("period", "comparison")}
    assert days["period"] == meant
    assert days["comparison"] == (compared or meant.replace("2024", "2023"))


@pytest.mark.parametrize(
    ("by", "areas"),
    [
        ("measure", {"Luton Partnership"}),
        ("district", {"Luton"}),
        ("ward", {"not given"}),  # street files name no wards
        ("lsoa", {"Luton 001A"}),
    ],
)
def test_rows_by_area(
    store: str, capsys: pytest.CaptureFixture[str], by: str, areas: set[str]
) -> None:
    asked = ("--by", by, "--measure", "shoplifting", "--set", "police-uk")
    luton = ("changes", "--store", store, "--partnership", "luton-partnership")
    assert {row["area"] for row in answer(capsys, *luton, *JANUARY, *asked)["rows"]} == areas


def test_load_as_json(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_csv(tmp_path / "more.csv", [street_row("c1", "2024-02"), street_row("c2", "soon")])
    (report,) = answer(capsys, "--store", store, "load", str(file), "--dry-run")
    assert report["status"] == "checked"
    arguments = ["--store", store, "load", str(file), "--source", "beds-police"]
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 2
    (asks,) = json.loads(capsys.readouterr().out)
    assert [question["about"] for question in asks["questions"]] == ["recipe"]
    (report,) = answer(capsys, *arguments, "--recipe", "none")
    problems = report.pop("problems")
    assert "refused" in problems[0]
    assert report == {
        "file": "more.csv",
        "source": "beds-police",
        "rows_read": 2,
        "rows_loaded": 1,
        "rows_unchanged": 0,
        "rows_revised": 0,
        "rows_withdrawn": 0,
        "rows_rejected": 1,
        "rows_cancelled": 0,
        "months": ["2024-02"],
        "status": "loaded",
        "recipe": None,
        "dataset": "police",
        "row_is": "record",
        "mode": "replace",
        "confidence": 1.0,
        "questions": [],
        "totals_checked": [],
        "differences": None,
        "count_differences": None,
        "figures": [],
    }


def test_the_words_of_load_are_those_of_choices() -> None:
    assert tuple(RowIs) == data_arguments.ROW_IS
    assert tuple(ReferenceUse) == data_arguments.REFERENCE
    assert tuple(DateOrder) == data_arguments.DATES
    assert tuple(CancelledRecords) == data_arguments.CANCELLED
    assert tuple(NumbersAre) == data_arguments.NUMBERS
    assert tuple(LoadMode) == data_arguments.MODE


def test_a_column_is_read_as_what_it_is_said_to_be(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "own.csv"
    file.write_text("Ref,When it was,Then,Offence,District\n1,02/01/2024,02/02/2024,Arson,Luton\n")
    load = ("--store", store, "load", str(file), "--source", "own", "--json")
    assert main([*load]) == 2
    (report,) = json.loads(capsys.readouterr().out)
    assert report["status"] == "asks"
    ((about, option, options),) = [
        (question["about"], question["option"], question["options"])
        for question in report["questions"]
    ]
    assert (about, option) == ("columns", "--column")
    assert list(options) == ["When it was=date_from", "Then=date_from"]
    assert main([*load, "--column", "When it was=date_from"]) == 0
    (report,) = json.loads(capsys.readouterr().out)
    assert (report["status"], report["months"]) == ("loaded", ["2024-01"])


def test_a_refused_file_does_not_stop_the_others(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    good = write_csv(tmp_path / "good.csv", [street_row("c1", "2024-02")])
    capsys.readouterr()
    assert main(["--store", store, "load", str(empty), str(good), "--json"]) == 2
    told = capsys.readouterr()
    assert [report["status"] for report in json.loads(told.out)] == ["refused", "loaded"]
    assert "'empty.csv' is empty" in told.err


def test_partnerships_are_listed(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    (listed,) = answer(capsys, "--store", store, "partnership", "list")
    assert listed == {
        "id": "luton-partnership",
        "name": "Luton Partnership",
        "districts": ["Luton"],
        "synthetic": False,
    }


def test_categories_are_listed_and_mapped_with_a_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "s.duckdb")
    rows = [[f"r{n}", f"{n + 1:02d}/01/2024", "Rape", "Luton"] for n in range(9)]
    rows.append(["x", "10/01/2024", "Piracy at sea", "Luton"])
    file = write_csv(tmp_path / "own.csv", rows, ["Crime ref", "Date", "Offence", "District"])
    assert main(["--store", path, "init", "--empty"]) == 0
    assert main(["--store", path, "load", str(file), "--source", "own"]) == 0
    listed = answer(capsys, "--store", path, "map", "list")
    assert listed == [
        {
            "source": "own",
            "category": "Piracy at sea",
            "records": 1,
            "measure": "",
            "suggested": "",
            "reason": "",
        }
    ]
    given = tmp_path / "list.csv"
    given.write_text(
        "category,measure\nPiracy at sea,Robbery of personal property\n", encoding="utf-8"
    )
    done = answer(capsys, "--store", path, "map", "--file", str(given), "--source", "own")
    assert done == {"meanings": 1, "records": 1, "sources": ["own"]}
    assert main(["--store", path, "map", "list"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[1] == "own,Piracy at sea,1,robbery-of-personal-property,,"


WRONG = [
    (["map"], "map list, or map --file"),
    (["map", "--file", "no-such-list.csv"], "There is no file no-such-list.csv"),
    (["partnership", "add", "X", "--district", "Lutton"], "Did you mean Luton"),
    (["changes", "--partnership", "nowhere", *JANUARY], "nowhere"),
    (["changes", "--partnership", "luton-partnership", "--period", "custom"], "--from and --to"),
    (
        ["changes", "--partnership", "luton-partnership", *JANUARY, "--measure", "shopliting"],
        "shoplifting",
    ),
    (["changes", "--partnership", "luton-partnership", *JANUARY, "--set", "x"], "no measure set"),
    (
        [
            "changes",
            "--partnership",
            "luton-partnership",
            "--period",
            "fytd",
            "--ending",
            "04/2024",
        ],
        "Write it as YYYY-MM",
    ),
    (
        ["changes", "--partnership", "force:Bedfrdshire", *JANUARY],
        "Did you mean Bedfordshire Police",
    ),
    (["changes", "--partnership", "force:Gotham", *JANUARY], "'Gotham' is not a police force"),
    (
        ["changes", "--partnership", "luton-partnership", *JANUARY, "--as-at="],
        "'' is not a date. Write it as YYYY-MM-DD",
    ),
    (
        ["changes", "--partnership", "luton-partnership", "--period", "quarter", "--ending="],
        "YYYY-MM",
    ),
    *(
        (
            ["changes", "--partnership", "luton-partnership", "--period", kind, "--ending", ending],
            "is not in the years 1900 to 2199",
        )
        for kind in ("rolling-12", "fytd", "calendar-year")
        for ending in ("0001-12", "9999-12")
    ),
    *(
        (
            ["changes", "--partnership", "luton-partnership", "--period", "custom", *dates],
            "is not in the years 1900 to 2199",
        )
        for dates in (
            ["--from", "2024-01-01", "--to", "9999-12-31"],
            ["--from", "0001-01-01", "--to", "0001-12-31"],
            [*JANUARY[2:], "--compare-from", "0001-01-01", "--compare-to", "0001-01-31"],
        )
    ),
    (["load", "no-such-file.csv"], "no-such-file.csv"),
    (["load", "x.csv", "--source", "Essex Police"], "cannot name a source"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG)
def test_errors_leave_with_status_2_and_a_plain_message(
    store: str, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    capsys.readouterr()
    assert main(["--store", store, *arguments]) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert "Traceback" not in told.err


def test_a_missing_store_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--store", str(tmp_path / "none.duckdb"), "partnership", "list"]) == 2
    assert "There is no store" in capsys.readouterr().err


def test_unknown_options_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["changes", "--period", "fortnight"])
    assert left.value.code == 2
    assert "fortnight" in capsys.readouterr().err


def test_with_no_set_named_one_classification_answers(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The store's street files cover January 2023 and 2024; a police extract only February."""
    header = ["Crime ref", "Recorded date", "Offence", "District", "Hate crime"]
    rows = [
        [f"r{year}-{n}", f"15/02/{year}", "Violence with injury", "Luton", "Y"]
        for year in (2023, 2024)
        for n in range(12)
    ]
    assert main(["--store", store, "load", str(write_csv(tmp_path / "e.csv", rows, header))]) == 0
    luton = ["changes", "--store", store, "--partnership", "luton-partnership"]
    january = answer(capsys, *luton, *JANUARY)["rows"]
    assert [row["measure"] for row in january].count("all-crime") == 1
    assert "shoplifting" in {row["measure"] for row in january if row["current"]}
    february = answer(
        capsys, *luton, "--period", "custom", "--from", "2024-02-01", "--to", "2024-02-29"
    )["rows"]
    counted = {row["measure"]: row["current"] for row in february}
    assert (counted["violence-with-injury"], counted["hate-crime"]) == (12, 12)
    assert "violence-and-sexual-offences" not in counted


def test_the_latest_period_is_one_that_some_set_can_compare(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A later month of another classification does not hide the two years there are."""
    path = str(tmp_path / "two-sets.duckdb")
    months = [f"{year}-{month:02d}" for year in (2022, 2023) for month in range(1, 13)]
    street = [street_row(f"{month}-{n}", month, "Drugs") for month in months for n in range(9)]
    header = ["Crime ref", "Recorded date", "Offence", "District"]
    own = [[f"r{n}", f"{n + 1:02d}/01/2024", "Violence with injury", "Luton"] for n in range(31)]
    main(["--store", path, "init", "--empty"])
    main(["--store", path, "load", str(write_csv(tmp_path / "2023-12-beds-street.csv", street))])
    main(["--store", path, "load", str(write_csv(tmp_path / "own.csv", own, header))])
    main(["--store", path, "partnership", "add", "Luton", "--district", "Luton"])
    year = ["changes", "--store", path, "--partnership", "luton", "--period", "rolling-12"]
    said = answer(capsys, *year)
    assert (said["period"]["to"], said["measure_set"]) == ("2023-12-31", "police-uk")
    named = answer(capsys, *year, "--set", "home-office")
    assert (named["period"]["to"], named["measure_set"]) == ("2024-01-31", "home-office")


def test_json_says_what_it_rests_on(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    luton = ["--store", store, "changes", "--partnership", "luton-partnership", *JANUARY]
    said = answer(capsys, *luton)
    assert (said["measure_set"], said["measure_sets"]) == ("police-uk", ["police-uk"])
    assert said["sources"] == ["police-uk"]
    assert any("fewer than 24 covered months" in note for note in said["notes"])
    shoplifting = next(row for row in said["rows"] if row["measure"] == "shoplifting")
    assert 0 < shoplifting["p_value"] <= shoplifting["p_adjusted"] < 0.2
    assert shoplifting["area_code"] is None
    district = answer(capsys, *luton, "--by", "district", "--measure", "shoplifting")["rows"]
    assert [row["area_code"] for row in district] == ["E06000032"]
    small = answer(capsys, *luton, "--by", "lsoa", "--measure", "shoplifting")["rows"]
    assert [row["area_code"] for row in small] == ["E01015700"]


def test_a_dry_run_says_what_would_be(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(write_csv(tmp_path / "more.csv", [street_row("c1", "2024-02")]))
    capsys.readouterr()
    assert main(["--store", store, "load", file, "--dry-run"]) == 0
    tried = capsys.readouterr().out
    assert "checked, nothing has been loaded" in tried
    assert "1 would be loaded" in tried
    assert main(["--store", store, "load", file]) == 0
    assert "1 loaded" in capsys.readouterr().out
    assert main(["--store", store, "load", file, "--dry-run"]) == 0
    tried = capsys.readouterr().out
    assert "This very file is here already, as extract 2 (more.csv), loaded on" in tried
    assert "Loading it changes nothing." in tried


def test_a_dry_run_says_what_a_later_file_takes_from_an_earlier_one(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        str(write_csv(tmp_path / name, [street_row(f"{name}{n}", month) for n in range(30)]))
        for name, month in {"a.csv": "2024-02", "b.csv": "2024-02", "c.csv": "2024-03"}.items()
    ]
    # Of the same source and month, but of another force: it takes the place of nothing.
    kent = [
        street_row(f"d{n}", "2024-02", lsoa=("E01016000", "Medway 001A"), force="Kent Police")
        for n in range(30)
    ]
    files.append(str(write_csv(tmp_path / "d.csv", kent)))
    asked = ("--store", store, "load", *files, "--source", "beds-police", "--recipe", "none")
    a, b, c, d = answer(capsys, *asked, "--dry-run")
    told = "a.csv, which is of the same source (beds-police), areas and months (February 2024)"
    assert told in b["problems"][0]
    assert "up to 30 records of a.csv would be withdrawn or revised" in b["problems"][0]
    assert not [text for one in (a, c, d) for text in one["problems"] if "loaded after" in text]
    loaded = answer(capsys, *asked, "--mode", "replace")
    assert [one["rows_withdrawn"] for one in loaded] == [0, 30, 0, 0]


def test_what_is_said_of_such_files_keeps_both(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        write_csv(tmp_path / f"{k}.csv", [street_row(f"{k}{n}") for n in range(30)]) for k in "ab"
    ]
    together = tmp_path / "both.zip"
    with ZipFile(together, "w") as archive:
        for file in files:
            archive.write(file, file.name)
    own = ("--source", "beds-police", "--recipe", "none")
    (done,) = answer(capsys, "--store", store, "load", str(together), *own)
    assert (done["rows_loaded"], done["rows_withdrawn"]) == (60, 0)


def test_a_part_of_a_month_is_asked_about_and_added(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        write_csv(tmp_path / f"{k}.csv", [street_row(f"{k}{n}") for n in range(30)]) for k in "ab"
    ]
    asked = ("--store", store, "load", *map(str, files), "--source", "beds-police")
    assert main([*asked, "--recipe", "none"]) == 2
    assert "--mode add: a part: its rows are added" in capsys.readouterr().out
    _, done = answer(capsys, *asked, "--mode", "add")
    assert (done["rows_loaded"], done["rows_withdrawn"], done["mode"]) == (30, 0, "add")


def test_a_store_without_partnerships_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "empty.duckdb")
    main(["--store", path, "init", "--empty"])
    assert answer(capsys, "--store", path, "partnership", "list") == []
    assert main(["--store", path, "partnership", "list"]) == 0
    assert "There are no partnerships yet" in capsys.readouterr().out


def test_populations(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ons.csv"
    file.write_text("name,year,people\nLuton,2022,226000\nNowhere,2022,5\n")
    tried = answer(capsys, "--store", store, "population", "load", str(file), "--dry-run")
    assert (tried["status"], answer(capsys, "--store", store, "population", "list")) == (
        "checked",
        [],
    )
    loaded = answer(capsys, "--store", store, "population", "load", str(file))
    problems = loaded.pop("problems")
    assert "'Nowhere' is not a district that we know" in problems[0]
    assert loaded == {
        "file": "ons.csv",
        "status": "loaded",
        "counted": "residents",
        "districts": 1,
        "years": [2022],
        "added": 1,
        "changed": 0,
        "unchanged": 0,
        "small_areas": 0,
    }
    listed = answer(capsys, "--store", store, "population", "list")
    assert listed == [
        {"year": 2022, "counted": "residents", "districts": 1, "sources": ["ons.csv"]}
    ]
    assert main(["--store", store, "population", "remove", "2021"]) == 2
    assert "There is no population of 2021. There is: 2022." in capsys.readouterr().err
    assert main(["--store", store, "population", "load", str(file)]) == 0
    assert "people of 1 district, 2022: 0 new, 0 changed, 1 unchanged" in capsys.readouterr().out
    assert main(["--store", store, "population", "list"]) == 0
    assert "2022: people of 1 district, from ons.csv" in capsys.readouterr().out
    assert main(["--store", store, "population", "remove", "2022"]) == 0
    assert main(["--store", store, "population", "list"]) == 0
    assert "There are no populations yet" in capsys.readouterr().out
    file.write_text("name,year,households\nLuton,2022,80000\n")
    assert (
        answer(capsys, "--store", store, "population", "load", str(file))["counted"] == "households"
    )
    assert main(["--store", store, "population", "remove", "2022", "--households"]) == 0
    assert "The number of households of 2022 was removed." in capsys.readouterr().out
