"""Victims' references: kept as marks where a reason is given, and never as they are written."""

import hmac
from collections.abc import Sequence
from pathlib import Path

import pytest

from assessment.errors import InvalidRequest, StoreUnavailable
from assessment.intake.extract_loading import load
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import FileChoices, RowIs
from assessment.intake.load_status import LoadStatus
from assessment.store.beside.victim_key import key_file, standing_key
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.intake.rows.conftest import Kept, LoadsRows

HEADER = ("Crime ref", "Date", "Offence", "District", "Vic ref")
WHY = "repeat victims of robbery"
SAID = FileChoices(columns={"Vic ref": "victim_reference"}, victim_reason=WHY)


def _rows(victims: Sequence[str]) -> list[tuple[str, ...]]:
    return [
        (f"C{at}", f"{1 + at % 28:02}/01/2025 {at % 24:02}:15", "Robbery", "Luton", victim)
        for at, victim in enumerate(victims)
    ]


NINE = _rows(["V7/a", " v7/A", "V8/a", "", "N/A", "V9/a", "V10/a", "V11/a", "V12/a"])


def test_a_victims_reference_is_left_out_unless_it_is_said_to_be_one(
    loads_rows: LoadsRows, kept: Kept, workspace: Workspace
) -> None:
    report = loads_rows(HEADER, NINE)
    assert report.status is LoadStatus.LOADED
    assert {record["victims"] for record in kept()} == {None}
    assert not key_file(workspace.store.path).exists()


def test_what_it_is_kept_for_is_asked(loads_rows: LoadsRows, workspace: Workspace) -> None:
    report = loads_rows(HEADER, NINE, FileChoices(columns=SAID.columns))
    (question,) = report.questions
    assert (report.status, question.about) == (LoadStatus.ASKS, "victim_reason")
    assert "--reason" in question.text
    assert not key_file(workspace.store.path).exists()


def test_marks_are_a_keyed_digest_and_tell_who_is_the_same(
    loads_rows: LoadsRows, kept: Kept, workspace: Workspace
) -> None:
    report = loads_rows(HEADER, NINE, SAID)
    marks = {record["reference"]: record["victims"] for record in kept()}
    key = standing_key(workspace.store.path)
    assert key is not None
    digest = hmac.digest(key.secret, b"V7/A", "sha256").hex()[:32]
    assert list(marks["C0"]) == list(marks["C1"]) == [key.name + digest]
    assert list(marks["C2"]) != list(marks["C0"])
    assert (marks["C3"], marks["C4"]) == (None, None), "nobody is named"
    (told,) = [problem for problem in report.problems if "marks" in problem]
    assert "7 of 9 rows" in told
    assert told.endswith(WHY)


def test_no_value_of_it_is_shown_or_kept(loads_rows: LoadsRows, workspace: Workspace) -> None:
    rows = [*NINE, ("C99", "no date", "Robbery", "Luton", "V7/secret")]
    report = loads_rows(HEADER, rows, SAID)
    assert "V7/a" not in repr(report) + repr(report.refused_rows)
    assert "secret" not in report.refused_rows[0].raw
    (column,) = [column for column in report.columns if column.header == "Vic ref"]
    assert (column.field, column.samples) == ("victim_reference", ())
    content = workspace.store.path.read_bytes()
    assert b"V7/A" not in content.upper()


def test_the_key_is_its_owners_alone(loads_rows: LoadsRows, workspace: Workspace) -> None:
    loads_rows(HEADER, NINE, SAID)
    file = key_file(workspace.store.path)
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_check_makes_no_key(workspace: Workspace, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", NINE, HEADER)
    report = load(workspace, path, choices=SAID, dry_run=True)
    assert report.status is LoadStatus.CHECKED
    assert not key_file(workspace.store.path).exists()


def test_several_victims_of_a_record_are_each_kept_once(loads_rows: LoadsRows, kept: Kept) -> None:
    victims = ["A1", "A2", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11"]
    rows = [(f"C{at // 3}", *row[1:]) for at, row in enumerate(_rows(victims))]
    rows = [(ref, "05/01/2025", *rest) for ref, _, *rest in rows]
    loads_rows(HEADER, rows, SAID)
    counts = {record["reference"]: len(record["victims"]) for record in kept()}
    assert counts == {"C0": 2, "C1": 3, "C2": 3, "C3": 3}


def test_rows_of_victims_without_a_reference_of_the_crime_are_asked_about(
    loads_rows: LoadsRows, kept: Kept
) -> None:
    header, rows = HEADER[1:], [("05/01/2025", *row[2:]) for row in NINE]
    (question,) = loads_rows(header, rows, SAID).questions
    assert question.about == "row_is"
    as_victims = FileChoices(columns=SAID.columns, victim_reason=WHY, row_is=RowIs.VICTIM)
    loads_rows(header, rows, as_victims)
    (record,) = kept()
    assert len(record["victims"]) == 6


@pytest.mark.parametrize(
    ("victims", "why"),
    [
        ([*("1",) * 30, *map(str, range(2, 50))], "one value stands in 30 of the 78 rows"),
        ([*map(str, range(1, 30)), "3", "5"], "numbers that are counted up in the file"),
    ],
)
def test_a_column_that_tells_no_victims_apart_is_asked_about(
    loads_rows: LoadsRows, victims: Sequence[str], why: str
) -> None:
    rows = _rows(victims)
    (question,) = loads_rows(HEADER, rows, SAID).questions
    assert why in question.text
    ((answer, _),) = question.options
    answered = SAID.answered(question.about, answer)
    assert loads_rows(HEADER, rows, answered).status is LoadStatus.LOADED, "the advice works"


def test_victims_that_are_named_later_revise_the_records_and_undo_takes_them_back(
    loads_rows: LoadsRows, kept: Kept, workspace: Workspace
) -> None:
    loads_rows(HEADER, [(*row[:4], "") for row in NINE])
    before = kept()
    report = loads_rows(HEADER, NINE, SAID)
    assert (report.rows.revised, report.rows.unchanged) == (7, 2)
    assert report.extract is not None
    undo_load(workspace, report.extract)
    assert repr(kept()) == repr(before)


def test_the_next_file_of_the_source_is_read_alike(
    workspace: Workspace, tmp_path: Path, kept: Kept
) -> None:
    load(workspace, write_csv(tmp_path / "a.csv", NINE, HEADER), source="kent", choices=SAID)
    later = [(f"D{at}", row[1].replace("/01/", "/02/"), *row[2:]) for at, row in enumerate(NINE)]
    report = load(workspace, write_csv(tmp_path / "b.csv", later, HEADER))
    assert any(problem.endswith(WHY) for problem in report.problems)
    marks = [tuple(record["victims"]) for record in kept() if record["reference"] in ("C0", "D0")]
    assert (len(marks), len(set(marks))) == (2, 1)


def test_a_lost_key_ends_repeats_and_that_is_said(
    loads_rows: LoadsRows, workspace: Workspace
) -> None:
    loads_rows(HEADER, NINE, SAID)
    key_file(workspace.store.path).unlink()
    later = [(f"D{at}", row[1].replace("/01/", "/02/"), *row[2:]) for at, row in enumerate(NINE)]
    report = loads_rows(HEADER, later, SAID)
    assert any("another key" in problem for problem in report.problems)


def test_a_damaged_key_stops_the_load(loads_rows: LoadsRows, workspace: Workspace) -> None:
    key_file(workspace.store.path).write_text("x")
    with pytest.raises(StoreUnavailable, match=r"cannot be read\. Put back the file"):
        loads_rows(HEADER, NINE, SAID)


def test_no_file_is_taken_for_it_by_a_wrong_word(loads_rows: LoadsRows) -> None:
    with pytest.raises(InvalidRequest, match=r"victim_reference, .*victim_relation and unused"):
        loads_rows(HEADER, NINE, FileChoices(columns={"Vic ref": "victim"}))
