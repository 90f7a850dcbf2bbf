"""Each option of `load` that says what a file is, and what `--json` answers, of both kinds of file.

A file of records has a row for each; a table of counts says how many there were.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from assessment.__main__ import main
from assessment.workspace import Workspace
from tests.extracts import write_csv

Rows = Sequence[Sequence[object]]
Told = tuple[int, Mapping[str, Any]]
RECORDS = ("Crime ref", "Date", "Offence", "District")
CRIMES = [(f"C{n}", f"{1 + n:02}/10/2025", "Burglary", "Rochford") for n in range(12)]
COUNTS = ("Month", "District", "Offence", "Number of offences")
TABLE = [
    ("2025-10", "Rochford", "Arson", 3),
    ("2025-10", "Rochford", "Shoplifting", 12),
]
# Rows that may be records that all count one, or counts: it is asked.
EITHER = [("2025-10", "Rochford", "Arson", 1), ("2025-10", "Rochford", "Robbery", 1)]
NO_DISTRICT = (*RECORDS[:3],), [row[:3] for row in CRIMES]
NO_DISTRICT_COUNTED = ("Month", "Offence", "Number of offences"), [(r[0], *r[2:]) for r in TABLE]
FILES: Mapping[str, tuple[Sequence[str], Rows]] = {
    "records": (RECORDS, CRIMES),
    "counts": (COUNTS, TABLE),
    "records of no district": NO_DISTRICT,
    "counts of no district": NO_DISTRICT_COUNTED,
    "either": (COUNTS, EITHER),
    "records with a total": (RECORDS, [*CRIMES, ("Total", "", "12", "")]),
    "counts with a total": (COUNTS, [*TABLE, ("2025-10", "Rochford", "Total", 15)]),
}
SAID = [
    # file, what is said of it, what the report answers
    ("records", [], {"row_is": "record", "dataset": "police", "confidence": 1.0}),
    ("counts", [], {"row_is": "count", "dataset": "police", "confidence": 1.0}),
    ("records", ["--as", "fire"], {"row_is": "record", "dataset": "fire"}),
    ("counts", ["--as", "fire"], {"row_is": "count", "dataset": "fire"}),
    ("records", ["--row-is", "record"], {"row_is": "record", "rows_loaded": 12}),
    ("either", ["--row-is", "record"], {"row_is": "record", "rows_loaded": 2}),
    ("either", ["--row-is", "count"], {"row_is": "count", "rows_loaded": 2}),
    ("records of no district", ["--place", "Luton"], {"status": "loaded", "rows_loaded": 12}),
    ("counts of no district", ["--place", "Luton"], {"status": "loaded", "rows_loaded": 2}),
    ("records", ["--recipe", "none"], {"recipe": None, "status": "loaded"}),
    ("counts", ["--recipe", "none"], {"recipe": None, "status": "loaded"}),
    ("records", ["--covers", "2025-09,2025-10"], {"months": ["2025-09", "2025-10"]}),
]
ASKED: Sequence[tuple[str, Sequence[str], Sequence[str]]] = [
    # file, what is said of it, what is asked
    ("either", [], ["row_is"]),
    ("records of no district", [], ["place"]),
    ("counts of no district", [], ["place"]),
]


@pytest.fixture
def store(workspace: Workspace) -> str:
    """Return the address of an empty store that nobody has open."""
    workspace.store.close()
    return str(workspace.store.path)


def _load(
    store: str, folder: Path, capsys: pytest.CaptureFixture[str], file: str, said: Sequence[str]
) -> Told:
    header, rows = FILES[file]
    path = write_csv(folder / "file.csv", rows, header)
    ended = main(["--store", store, "load", str(path), "--source", "own", *said, "--json"])
    (report,) = json.loads(capsys.readouterr().out)
    return ended, report


@pytest.mark.parametrize(("file", "said", "answered"), SAID)
def test_what_is_said_of_a_file_is_answered(
    store: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
    said: Sequence[str],
    answered: Mapping[str, object],
) -> None:
    ended, report = _load(store, tmp_path, capsys, file, said)
    assert ended == 0
    assert {name: report[name] for name in answered} == answered
    assert report["questions"] == []


@pytest.mark.parametrize(("file", "said", "asked"), ASKED)
def test_what_is_left_open_is_asked(
    store: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
    said: Sequence[str],
    asked: Sequence[str],
) -> None:
    ended, report = _load(store, tmp_path, capsys, file, said)
    assert (ended, report["status"]) == (2, "asks")
    assert [question["about"] for question in report["questions"]] == asked


@pytest.mark.parametrize(
    ("file", "total"), [("records with a total", 12), ("counts with a total", 15)]
)
def test_a_printed_total_is_checked(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, total: int
) -> None:
    _, report = _load(store, tmp_path, capsys, file, [])
    (checked,) = report["totals_checked"]
    assert (checked["printed"], checked["counted"]) == (total, total)


def test_a_table_answers_for_its_own_months_only(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ended, report = _load(store, tmp_path, capsys, "counts", ["--covers", "2025-09..2025-10"])
    assert (ended, report["status"]) == (2, "refused")
    assert "which say themselves what they are of" in " ".join(report["problems"])


@pytest.mark.parametrize("file", ["records", "counts"])
def test_the_next_file_is_read_by_a_named_recipe(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    _load(store, tmp_path, capsys, file, [])
    header, rows = FILES[file]
    text = json.dumps(rows).replace("2025-10", "2025-11").replace("/10/", "/11/")
    later = json.loads(text.replace('"C', '"D'))
    path = write_csv(tmp_path / "later.csv", later, header)
    assert main(["--store", store, "load", str(path), "--recipe", "own", "--json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)
    assert (report["recipe"], report["source"], report["status"]) == ("own", "own", "loaded")
    assert report["months"] == ["2025-11"]


def test_an_answer_is_written_as_it_can_be_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In quotation marks where it has spaces, and with the place that was said already."""
    store = ["--store", str(tmp_path / "store.duckdb")]
    main([*store, "init", "--empty"])
    header = ("Month", "Burglary", "Robbery", "Breach of a restraining order")
    path = write_csv(tmp_path / "table.csv", [("2025-10", 12, 5, 3), ("2025-11", 2, 8, 7)], header)
    said = [*store, "load", str(path), "--source", "kent-police", "--place", "Maidstone"]
    assert main(said) == 2
    answer = '--column "Breach of a restraining order=count" --place "Maidstone": it counts'
    assert answer in capsys.readouterr().out
    assert main([*said, "--column", "Breach of a restraining order=count"]) == 0
