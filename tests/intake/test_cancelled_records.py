"""Records that were no crime after all: asked about, then counted or left out."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.extract_loading import load
from assessment.intake.extract_register import extracts
from assessment.intake.file_choices import CancelledRecords, FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import assert_sound

HEADER = ("Crime ref", "Date recorded", "Offence", "District", "Crime status")
LEFT_OUT = FileChoices(cancelled=CancelledRecords.LEAVE_OUT)
COUNTED = FileChoices(cancelled=CancelledRecords.COUNT)
CASES = [
    # what the rows say, how many of them were no crime, why
    (("Recorded", "Cancelled", "No crime", "Cancelled - transferred"), 3, "the usual words"),
    (("Transferred", "Transferred to another force", "Charged"), 2, "it counts where it happened"),
    (("Transferred to Kent Police", "Transferred to Kent", "Charged"), 2, "to one that is named"),
    (("N/C", "Duplicate", "Rejected", "Deleted", "Merged to r9", "Charged"), 5, "no record"),
    (("N100/1 - not a crime", "Non-crime incident", "Non-Crime", "Charged"), 3, "no crime"),
    (("Not cancelled", "Transferred to the Youth Justice Service"), 0, "crimes"),
    (("Recorded", "Charged", "Under investigation", ""), 0, "crimes"),
    (
        ("Responsibility for further investigation transferred to another body", "Charged"),
        0,
        "a crime all the same",
    ),
]


@pytest.fixture
def loads(workspace: Workspace, tmp_path: Path) -> "Loads":
    return Loads(workspace, tmp_path)


class Loads:
    """Loads a row for each status, beside other cells where a header says so."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace, self.folder = workspace, folder

    def __call__(
        self,
        cells: Sequence[Sequence[str]],
        choices: FileChoices | None = None,
        columns: Sequence[str] = HEADER[4:],
    ) -> LoadReport:
        rows = [(f"r{n}", "02/01/2024", "Burglary", "Luton", *ends) for n, ends in enumerate(cells)]
        path = write_csv(self.folder / "a.csv", rows, (*HEADER[:4], *columns))
        report = load(self.workspace, path, choices=choices)
        assert_sound(self.workspace)
        return report


@pytest.mark.parametrize(("statuses", "cancelled", "why"), CASES)
def test_cancelled_records_are_asked_about_and_not_counted(
    loads: Loads, statuses: tuple[str, ...], cancelled: int, why: str
) -> None:
    cells = [(status,) for status in statuses]
    asked = loads(cells)
    assert len(asked.questions) == bool(cancelled), why
    assert all(
        question.text.startswith(f"{cancelled} rows say in column 'Crime status'")
        and question.usual == "leave-out"
        for question in asked.questions
    )
    if cancelled:
        report = loads(cells, LEFT_OUT)
        assert (report.rows.loaded, report.rows.cancelled) == (len(cells) - cancelled, cancelled)
        assert any("were left out" in problem for problem in report.problems)


def test_cancelled_records_are_counted_where_that_was_decided(loads: Loads) -> None:
    report = loads([("Cancelled",), ("Recorded",)], COUNTED)
    assert (report.rows.loaded, report.rows.cancelled) == (2, 0)
    assert any("They are counted like the others" in problem for problem in report.problems)


def test_what_was_left_out_is_kept_with_the_extract(loads: Loads, workspace: Workspace) -> None:
    report = loads([("Cancelled",), ("Recorded",)], LEFT_OUT)
    (extract,) = extracts(workspace)
    assert extract.rows == report.rows
    again = loads([("Cancelled",), ("Recorded",)], LEFT_OUT)
    assert again.status is LoadStatus.UNCHANGED
    assert (again.rows.unchanged, again.rows.cancelled) == (1, 1)


BESIDE = [
    # columns, a cell of each that says it, one that does not
    (("Outcome", "Crime status"), ("Charged", "Cancelled"), ("Charged", "Live")),
    (("Cancelled",), ("Yes",), ("No",)),
    (("Outcome", "No crime date"), ("", "03/02/2024"), ("", "")),
    (("Duplicate?",), ("Y",), ("N",)),
    (("Notifiable",), ("No",), ("Yes",)),
    (("IsDeleted",), ("1",), ("0",)),
    (("Void",), ("Yes",), ("No",)),
    (("Record status",), ("Deleted",), ("Live",)),
    (("Record status",), ("Superseded",), ("New",)),
    (("Duplicate Of",), ("X00001",), ("",)),
    (("Is Current",), ("No",), ("Yes",)),
    (("Latest version",), ("0",), ("1",)),
    (("Stood down",), ("Y",), ("",)),
    (("Enquiry status name",), ("Closed - duplicate",), ("Closed - cleared",)),
    (("Crime/Non-Crime",), ("Non-Crime",), ("Crime",)),
]


@pytest.mark.parametrize(("columns", "says", "says_not"), BESIDE)
def test_what_another_column_says_is_seen(
    loads: Loads, columns: Sequence[str], says: Sequence[str], says_not: Sequence[str]
) -> None:
    """A status beside the outcome, or a column of its own, says it as well."""
    cells = [says, says_not, says]
    assert loads(cells, None, columns).status is LoadStatus.ASKS
    report = loads(cells, LEFT_OUT, columns)
    assert (report.rows.loaded, report.rows.cancelled) == (1, 2)


SEVERAL = [
    # columns, the cells of each row, how many of them do not count
    (
        ("No crime", "Cancelled", "Void", "Deleted"),
        [
            ("N", "N", "No", "0"),
            ("Y", "N", "No", "0"),
            ("N", "Y", "No", "0"),
            ("N", "N", "No", "1"),
        ],
        3,
    ),
    (
        ("Outcome", "Crime status", "Record status", "Duplicate of"),
        [
            ("Charged", "Live", "Current", ""),
            ("No crime", "Live", "Current", ""),
            ("Charged", "Cancelled", "Current", ""),
            ("Charged", "Live", "Deleted", ""),
            ("Charged", "Live", "Current", "r1"),
            ("Charged", "Live", "a\x1fb", ""),
        ],
        4,
    ),
    (("Is Current", "Is deleted"), [("Yes", "No"), ("No", "No"), ("Yes", "Yes")], 2),
]


@pytest.mark.parametrize(("columns", "cells", "cancelled"), SEVERAL)
def test_every_column_that_may_say_it_is_looked_through(
    loads: Loads, columns: Sequence[str], cells: Sequence[Sequence[str]], cancelled: int
) -> None:
    (question,) = loads(cells, None, columns).questions
    assert question.text.startswith(f"{cancelled} rows say in columns")
    first = loads(cells, LEFT_OUT, columns)
    rows = [(f"s{n}", "02/02/2024", "Burglary", "Luton", *ends) for n, ends in enumerate(cells)]
    path = write_csv(loads.folder / "b.csv", rows, (*HEADER[:4], *columns))
    second = load(loads.workspace, path)  # as was decided for the first
    for report in (first, second):
        assert (report.rows.loaded, report.rows.cancelled) == (len(cells) - cancelled, cancelled)


@pytest.mark.parametrize(
    ("heading", "says", "says_not"), [("New / Brought forward", "B/F", "New"), ("B/F", "Y", "")]
)
def test_rows_of_an_earlier_list_are_asked_about_where_no_reference_tells_them(
    loads: Loads, heading: str, says: str, says_not: str
) -> None:
    assert loads([(says,), (says_not,)], None, [heading]).status is LoadStatus.LOADED
    rows = [("02/01/2024", "Burglary", "Luton", cell) for cell in (says, says_not)]
    path = write_csv(loads.folder / "b.csv", rows, (*HEADER[1:4], heading))
    assert load(loads.workspace, path).status is LoadStatus.ASKS
    report = load(loads.workspace, path, choices=LEFT_OUT)
    assert report.rows.cancelled == 1


def test_a_column_that_says_it_is_looked_through_in_the_next_file_too(loads: Loads) -> None:
    loads([("1",), ("0",)], LEFT_OUT, ["IsDeleted"])
    rows = [(f"s{n}", "02/02/2024", "Burglary", "Luton", cell) for n, cell in enumerate("10")]
    path = write_csv(loads.folder / "b.csv", rows, (*HEADER[:4], "IsDeleted"))
    report = load(loads.workspace, path)
    assert (report.recipe, report.rows.loaded, report.rows.cancelled) == (
        "bedfordshire-police",
        1,
        1,
    )


def test_a_record_that_was_cancelled_since_is_withdrawn(loads: Loads) -> None:
    loads([("Live",), ("Live",)], LEFT_OUT)
    report = loads([("Live",), ("Cancelled",)], LEFT_OUT)
    assert (report.rows.withdrawn, report.rows.cancelled) == (1, 1)


SINCE = [
    # days and statuses of a later file, how many earlier records it withdraws, why
    ([("01", "Live"), ("02", "Cancelled")], 40, "its month is answered for: it has none left"),
    ([("02", "Live"), ("01", "Cancelled")], 40, "a month that it has nothing else of"),
]


@pytest.mark.parametrize(("months", "withdrawn", "why"), SINCE)
@pytest.mark.parametrize("cancelled_rows", [40, 5])
def test_what_was_cancelled_since_ends_in_whatever_month_it_stands(
    workspace: Workspace,
    tmp_path: Path,
    months: list[tuple[str, str]],
    withdrawn: int,
    why: str,
    cancelled_rows: int,
) -> None:
    def row(month: str, number: int, status: str) -> tuple[str, ...]:
        day = f"{number % 28 + 1:02}/{month}/2024"
        return f"{month}-{number}", day, "Burglary", "Luton", status

    first = [row(month, n, "Live") for month in ("01", "02") for n in range(40)]
    load(workspace, write_csv(tmp_path / "a.csv", first, HEADER), choices=LEFT_OUT)
    rows = [
        row(month, n, status)
        for month, status in months
        for n in range(40 if status == "Live" else cancelled_rows)
    ]
    report = load(workspace, write_csv(tmp_path / "b.csv", rows, HEADER), choices=LEFT_OUT)
    assert_sound(workspace)
    assert report.rows.cancelled == cancelled_rows
    assert report.rows.withdrawn in {cancelled_rows, withdrawn}, why
    if cancelled_rows == withdrawn:
        assert len(report.months) == 2, why


def test_a_file_of_nothing_but_cancelled_records_is_refused(loads: Loads) -> None:
    with pytest.raises(UploadRefused, match="Without them it has no records"):
        loads([("Cancelled",)], LEFT_OUT)


@pytest.mark.parametrize("heading", ["Outcome", "Deleted", "Crime status"])
def test_a_later_file_without_the_column_that_said_it_is_asked_about(
    loads: Loads, heading: str
) -> None:
    cells = [["Yes" if heading == "Deleted" else "Cancelled"], *[["No"]] * 3]
    loads(cells, LEFT_OUT, [heading])
    asked = loads([[] for _ in cells], columns=[])
    assert [question.about for question in asked.questions] == ["cancelled"]
    assert heading in asked.questions[0].text
    assert loads([[] for _ in cells], LEFT_OUT, []).status is LoadStatus.LOADED


def test_an_outcome_that_is_not_kept_still_says_what_was_cancelled(loads: Loads) -> None:
    cells = [["Cancelled: call 07700 900123"], ["Charged, tel 07700 900456"], ["Charged"]]
    asked = loads(cells, columns=["Outcome"])
    assert [question.about for question in asked.questions] == ["cancelled"]
    assert "07700" not in repr(asked)
    report = loads(cells, LEFT_OUT, ["Outcome"])
    assert (report.rows.loaded, report.rows.cancelled) == (2, 1)
    assert "07700" not in repr(report)
