"""What tells records apart: no row is lost with a note, and a crime counts once for its victims."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.file_choices import FileChoices, ReferenceUse, RowIs
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.intake.rows.conftest import Kept, LoadsRows
from tests.stored import assert_sound

HEADER = ("Ref", "Date", "Offence", "District")
OFFENCES = ("Burglary", "Robbery", "Shoplifting")
IGNORED = FileChoices(reference=ReferenceUse.IGNORE)


def _crimes(references: Sequence[str]) -> list[tuple[str, str, str, str]]:
    return [
        (reference, f"{1 + n % 28:02}/0{1 + n % 3}/2025", OFFENCES[n % 3], "Luton")
        for n, reference in enumerate(references)
    ]


DAMAGED = [
    ([f"4.2{n % 8}E+11" for n in range(240)], "case 17: long numbers, eight of which are left"),
    ([f"{1 + n % 28}-Jan" for n in range(40)], "references that Excel took for days"),
    ([*(f"A/{n}" for n in range(200)), "Mar-24"], "one reference that Excel took for a month"),
]


@pytest.mark.parametrize(("references", "why"), DAMAGED)
def test_references_that_excel_damaged_are_said_to_be(
    loads_rows: LoadsRows, references: list[str], why: str
) -> None:
    rows = _crimes(references)
    report = loads_rows(HEADER, rows)
    (question,) = report.questions
    assert (report.status, question.about) == (LoadStatus.ASKS, "reference"), why
    assert "that Excel has changed" in question.text
    assert dict(question.options).keys() == {"ignore"}
    assert loads_rows(HEADER, rows, IGNORED).rows.loaded == len(rows), why


ALIKE = [
    # two ways of writing a reference, how many of twenty are there twice, whether they are one
    ("ab{}/25", "AB{}/25", 8, True),
    ("42/{}/25", "42-{}-25", 5, True),
    ("42/{}/25", "42/{}/25a", 5, None),
    ("ab{}", "AB{}", 8, False),
]


@pytest.mark.parametrize(("one", "other", "twice", "agree"), ALIKE)
def test_references_that_differ_in_capitals_spaces_or_hyphens_alone_are_told(
    loads_rows: LoadsRows, one: str, other: str, twice: int, agree: bool | None
) -> None:
    rows = _crimes([one.format(n) for n in range(20)])
    offence = "Theft, other" if agree is False else None
    rows += [
        (other.format(n), day, offence or offences, place)
        for n, (_, day, offences, place) in enumerate(rows[:twice])
    ]
    report = loads_rows(HEADER, rows)
    assert report.rows.loaded == (20 if agree else 20 + twice)
    told = [problem for problem in report.problems if "differ from another only" in problem]
    assert len(told) == (agree is not None)
    if told:
        assert told[0].startswith(f"{twice} references")
        assert ("counts once" in told[0]) == agree


@pytest.mark.parametrize(
    ("references", "status", "why"),
    [
        (["A/1", "Mar-24"], LoadStatus.LOADED, "one that may be a reference after all"),
        (["4.21E+11"] * 9, LoadStatus.ASKS, "what nine rows share would be one record"),
    ],
)
def test_damaged_references_are_never_taken_for_one_record(
    loads_rows: LoadsRows, references: list[str], status: LoadStatus, why: str
) -> None:
    choices = FileChoices(reference=ReferenceUse.KEY)
    assert loads_rows(HEADER, _crimes(references), choices).status is status, why


def _a_month_each(folder: Path, references: Sequence[str]) -> Path:
    """Write a ZIP of three files that hold the same references for other crimes."""
    path = folder / "quarter.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for month in (1, 2, 3):
            rows = [
                (reference, f"{1 + n % 28:02}/0{month}/2025", OFFENCES[(n + month) % 3], "Luton")
                for n, reference in enumerate(references)
            ]
            part = write_csv(folder / "part.csv", rows, HEADER)
            archive.write(part, f"2025-0{month}.csv")
    return path


def test_row_numbers_that_begin_again_in_each_file_are_no_references(
    workspace: Workspace, tmp_path: Path, kept: Kept
) -> None:
    """Cases 52 and 53: three files of forty rows are 120 records, and that is said."""
    path = _a_month_each(tmp_path, [str(n) for n in range(1, 41)])
    report = load(workspace, path)
    assert_sound(workspace)
    assert (report.rows.loaded, report.rows.repeated) == (120, 0)
    assert any("is a row number and no reference" in problem for problem in report.problems)
    assert {record["reference"] for record in kept()} == {None}


BEGUN = [f"CR{n:03}" for n in range(40)]
ANSWERS = [
    # the answer, records, repeated, why
    (IGNORED, 120, 0, "each row is a record"),
    (FileChoices(reference=ReferenceUse.KEY), 40, 80, "they are references after all"),
    (FileChoices(reference_with="file"), 120, 0, "told apart by the file that they stand in"),
    (FileChoices(reference_with="Date"), 120, 0, "told apart by another column, read as well"),
]


@pytest.mark.parametrize(("choices", "records", "repeated", "why"), ANSWERS)
def test_references_that_begin_again_are_asked_about(
    workspace: Workspace,
    tmp_path: Path,
    choices: FileChoices,
    records: int,
    repeated: int,
    why: str,
) -> None:
    path = _a_month_each(tmp_path, BEGUN)
    asked = load(workspace, path)
    (question,) = asked.questions
    assert (asked.status, question.about) == (LoadStatus.ASKS, "reference")
    assert "80 rows would be left out" in question.text
    report = load(workspace, path, choices=choices)
    assert_sound(workspace)
    assert (report.status, report.rows.loaded) == (LoadStatus.LOADED, records), why
    assert report.rows.repeated == repeated, why


def test_a_column_that_is_not_read_may_tell_references_apart(
    loads_rows: LoadsRows, kept: Kept
) -> None:
    rows = [
        (f"{n % 20}", f"{1 + n % 28:02}/01/2025", OFFENCES[n % 3], "Luton", f"Book {n // 20}")
        for n in range(60)
    ]
    header = (*HEADER, "Ledger")
    assert loads_rows(header, rows).status is LoadStatus.ASKS
    report = loads_rows(header, rows, FileChoices(reference_with="Ledger"))
    assert report.rows.loaded == 60
    assert "0 (Book 0)" in {record["reference"] for record in kept()}


def test_a_column_that_is_not_there_cannot_tell_references_apart(loads_rows: LoadsRows) -> None:
    with pytest.raises(UploadRefused, match="no column 'Ledger' in every table"):
        loads_rows(HEADER, _crimes(BEGUN), FileChoices(reference_with="Ledger"))


QUIET = [
    ([f"A/{n}" for n in range(40)], "no reference twice"),
    ([*(f"A/{n}" for n in range(400)), "A/0", "A/1"], "two rows of many share another's"),
]


@pytest.mark.parametrize(("references", "why"), QUIET)
def test_a_few_repeats_are_told_and_not_asked_about(
    loads_rows: LoadsRows, references: list[str], why: str
) -> None:
    report = loads_rows(HEADER, _crimes(references))
    assert (report.status, report.row_is) == (LoadStatus.LOADED, RowIs.RECORD), why


VICTIMS = ("URN", "Crime no", "Offence", "Date committed", "District")


def _victims(crimes: int) -> list[tuple[str, str, str, str, str]]:
    """Write a row for each victim: every third crime has two."""
    of_crimes = [n for n in range(crimes) for _ in range(2 if n % 3 == 0 else 1)]
    return [
        (f"N{at:05}", f"42/{n}/25", OFFENCES[n % 3], f"{1 + n % 28:02}/01/2025", "Luton")
        for at, n in enumerate(of_crimes)
    ]


def test_the_crimes_own_reference_counts_a_crime_once(loads_rows: LoadsRows) -> None:
    """Case 39: 30 crimes of 40 rows, where the better known column is the crime's."""
    report = loads_rows(VICTIMS, _victims(30))
    assert (report.rows.read, report.rows.loaded) == (40, 30)


def test_each_row_may_be_a_record_after_all(loads_rows: LoadsRows, kept: Kept) -> None:
    report = loads_rows(VICTIMS, _victims(30), FileChoices(row_is=RowIs.RECORD))
    assert report.rows.loaded == 40
    assert "N00000" in {record["reference"] for record in kept()}


# "Reference" is liked better than "URN" here, and stands for the victim.
OTHERWISE = ("Reference", "URN", *VICTIMS[2:])


@pytest.mark.parametrize(
    ("choices", "records"),
    [
        (FileChoices(row_is=RowIs.VICTIM), 30),
        (FileChoices(row_is=RowIs.RECORD), 40),
        (FileChoices(columns={"URN": "reference"}), 30),
    ],
)
def test_a_victims_reference_is_asked_about(
    loads_rows: LoadsRows, choices: FileChoices, records: int
) -> None:
    rows = _victims(30)
    (question,) = loads_rows(OTHERWISE, rows).questions
    assert (question.about, question.option) == ("row_is", "--row-is")
    assert dict(question.options)["victim"].endswith("30 records")
    report = loads_rows(OTHERWISE, rows, choices)
    assert (report.status, report.rows.loaded) == (LoadStatus.LOADED, records)


STRANDS = ("Racial", "Homophobic", "Disability", "Religious")
STRAND_HEADER = (*HEADER, "Hate strand")


def test_a_row_a_strand_counts_the_record_once_and_every_strand(loads_rows: LoadsRows) -> None:
    """Case 46: all flags but one row's were lost."""
    rows = [
        (f"r{n}", f"{1 + n % 28:02}/01/2025", "Robbery", "Luton", strand)
        for n in range(40)
        for strand in STRANDS[: 1 + n % 4]
    ]
    report = loads_rows(STRAND_HEADER, rows)
    assert (report.rows.read, report.rows.loaded, report.row_is) == (100, 40, RowIs.VICTIM)
    assert dict(report.flags) == {
        "Hate crime": 40,
        "Hate crime: race": 40,
        "Hate crime: sexual orientation": 30,
        "Hate crime: disability": 20,
        "Hate crime: religion": 10,
    }
    assert any("60 differ in flags alone" in problem for problem in report.problems)


def test_the_order_of_rows_makes_no_difference(loads_rows: LoadsRows) -> None:
    rows = [(f"r{n}", "15/01/2025", "Robbery", "Luton", flag) for n in range(9) for flag in "NY"]
    assert loads_rows(STRAND_HEADER, rows).rows.loaded == 9
    assert loads_rows(STRAND_HEADER, rows[::-1]).rows.unchanged == 9


def test_qualifiers_in_one_cell_are_all_counted(loads_rows: LoadsRows) -> None:
    """Case 31."""
    cells = ["Domestic Abuse; Hate Crime", "Knife Enabled", "Domestic Abuse", ""]
    rows = [(f"r{n}", "15/01/2025", "Robbery", "Luton", cell) for n, cell in enumerate(cells)]
    report = loads_rows((*HEADER, "Qualifiers"), rows)
    assert dict(report.flags) == {"Domestic abuse": 2, "Hate crime": 1, "Knife crime": 1}


# An ordinary space, one that does not break, and a wide one, at either end.
@pytest.mark.parametrize("padded", [" {}", "{} ", "\u00a0{}", "{}\u00a0", "\u2003{} ", "{}"])
def test_spaces_at_the_ends_of_a_text_are_no_part_of_it(
    loads_rows: LoadsRows, kept: Kept, padded: str
) -> None:
    header = ("Crime Number", "Recorded Date", "Offence", "District", "LSOA code")
    rows = [
        *((f"A/{n}", f"{n:02}/03/2025", "Burglary", "Luton", "E01015721") for n in range(13, 29)),
        [padded.format(text) for text in ("A/1", "29/03/2025", "Burglary", "Luton", "E01015721")],
    ]
    assert loads_rows(header, rows).rows.loaded == len(rows)
    (record,) = [record for record in kept() if record["counted_on"].day == 29]
    told = [record[name] for name in ("reference", "district", "lsoa")]
    assert told == ["A/1", "Luton", "E01015721"]


def test_records_that_change_in_months_apart_are_counted_in_these_alone(
    loads_rows: LoadsRows,
) -> None:
    months = range(1, 5)
    rows = [
        (f"{month}/{n}", f"{1 + n}/0{month}/2025", "Burglary", "Luton")
        for month in months
        for n in range(20)
    ]
    loads_rows(HEADER, rows)
    # loads_rows compares what is kept by month with the records, of which February's are as before.
    revised = [
        (row[0], row[1], "Robbery", row[3]) if row[0] in ("1/3", "4/5") else row for row in rows
    ]
    assert loads_rows(HEADER, revised).rows.revised == 2
