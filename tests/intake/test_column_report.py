"""What the preview says of a file's columns and flags, and what it never shows."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assessment.definitions import recipes
from assessment.definitions.recipes import Field
from assessment.intake.extract_loading import load
from assessment.intake.files.quotable import NOT_SHOWN
from assessment.intake.load_report import ColumnRead, LoadReport
from assessment.intake.mapping.columns.record_fields import (
    COMMONEST,
    VICTIM_FIELDS,
    WORDS,
    field_in_words,
)
from assessment.workspace import Workspace
from tests.extracts import STREET_HEADER, street_row, street_zip, write_csv

HEADER = ["Ref", "Date", "Date recorded", "Offence", "District", "Victim name", "Shift", "", "DA"]
ROWS = [
    ["r1", "31/01/2024", "01/02/2024", "Arson", "Luton", "Jo Doe", "Late", "x", "N"],
    ["r2", "30/01/2024", "02/02/2024", "Arson", "Luton", "Al Roe", "Late", "y", "Y"],
    ["r3", "29/01/2024", "02/02/2024", "Burglary", "Luton", "Di Poe", "Late", "z", ""],
]
Checks = Callable[..., LoadReport]


@pytest.fixture
def checks(workspace: Workspace, tmp_path: Path) -> Checks:
    """Write rows as a CSV and check it without loading."""

    def check(header: Sequence[str], rows: list[list[str]]) -> LoadReport:
        path = write_csv(tmp_path / "extract.csv", rows, header)
        return load(workspace, path, source="test", dry_run=True)

    return check


READ = [
    # column, read as, field, samples, why
    ("Ref", "reference", "reference", ("r1", "r2"), "the first two that differ"),
    ("Date", "date it happened", "date_from", ("31/01/2024", "30/01/2024"), "as it is written"),
    ("Date recorded", "date recorded (records are counted by it)", "recorded",
     ("01/02/2024", "02/02/2024"), "of two dates, it matters which is counted"),
    ("Offence", "offence or category", "category", ("Arson", "Burglary"), "each value once"),
    ("District", "district", "district", ("Luton",), "where there is but one"),
    ("Victim name", "left out: personal detail", "unused", (), "a name is not shown either"),
    ("Shift", "not used", "unused", (), "nor is anything else that is left out: it may be a name"),
    ("DA", "domestic abuse flag", "domestic-abuse", ("N", "Y"), "blanks say nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("header", "read_as", "field", "samples", "why"), READ)
def test_says_what_each_column_was_read_as(
    checks: Checks, header: str, read_as: str, field: str, samples: tuple[str, ...], why: str
) -> None:
    (column,) = [column for column in checks(HEADER, ROWS).columns if column.header == header]
    assert column == ColumnRead(header, read_as, samples, field=field), why


def test_columns_stand_in_the_order_of_the_file_and_nameless_ones_are_passed_over(
    checks: Checks,
) -> None:
    assert [column.header for column in checks(HEADER, ROWS).columns] == list(filter(None, HEADER))


def test_one_date_is_what_records_are_counted_by_anyway(checks: Checks) -> None:
    report = checks(["Date", "Offence", "District"], [["31/01/2024", "Arson", "Luton"]])
    assert report.columns[0].read_as == "date it happened"


def test_samples_are_not_taken_from_a_row_with_too_many_cells(checks: Checks) -> None:
    shifted = ["r0", "28/01/2024", "", "Arson", "and more", "Luton", "Jo Doe", "Late", "", "N"]
    report = checks(HEADER, [shifted, *ROWS])
    assert "and more" not in str(report.columns)
    assert report.rows.rejected == 1


def test_months_of_a_zip_with_the_same_columns_are_shown_once(
    workspace: Workspace, tmp_path: Path
) -> None:
    months = {month: [street_row(f"{month}", month)] for month in ("2024-01", "2024-02")}
    report = load(workspace, street_zip(tmp_path / "street.zip", months), dry_run=True)
    assert [column.header for column in report.columns] == STREET_HEADER


def test_every_field_has_its_words_and_what_is_asked_for_is_understood() -> None:
    assert set(WORDS) == {*(field.value for field in Field), *VICTIM_FIELDS}
    assert field_in_words("alcohol-related") == "alcohol flag"
    (recipe,) = (recipe for recipe in recipes().values() if recipe.id == "incidents")
    known = {column.field: column.names for column in recipe.columns}
    assert all(set(names) <= set(known[field]) for field, names in COMMONEST.items())


FLAG_HEADER = ["Ref", "Date", "Offence", "District", "DA", "Hate crime", "Knife", "Flags"]
FLAGGED = [
    # DA, hate crime, knife, any
    ["Y", "Racial", "", ""],
    ["Y", "Racial; Disability", "", ""],
    ["N", "", "", "Alcohol"],
    ["", "Y", "", "VIP"],
    ["", "", "", "VIP"],
    ["", "Grudge", "", ""],
]


def test_flags_are_counted_as_understood(checks: Checks) -> None:
    rows = [[f"r{n}", "15/01/2024", "Arson", "Luton", *row] for n, row in enumerate(FLAGGED)]
    report = checks(FLAG_HEADER, rows)
    assert report.flags == (
        ("Domestic abuse", 2),
        ("Hate crime", 3),  # a strand is hate crime, and two strands are still one record
        ("Hate crime: race", 2),
        ("Hate crime: disability", 1),
        ("Knife crime", 0),  # a column of its own says that there was none
        ("Alcohol-related", 1),
    )
    (warning,) = [problem for problem in report.problems if "not understood" in problem]
    assert warning == (
        "These flags were not understood and not counted: 'VIP' (flags of any kind, 2 rows) and "
        f"'{NOT_SHOWN}' (hate crime flag, 1 row)."  # one word alone may be a surname
    )


def test_a_repeated_record_carries_its_flag_once(checks: Checks) -> None:
    row = ["r1", "15/01/2024", "Arson", "Luton", "Y", "", "", ""]
    assert dict(checks(FLAG_HEADER, [row, row]).flags)["Domestic abuse"] == 1


def test_a_file_without_flags_says_nothing_of_them(checks: Checks) -> None:
    assert checks(FLAG_HEADER[:4], [["r1", "15/01/2024", "Arson", "Luton"]]).flags == ()
