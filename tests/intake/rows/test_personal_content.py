"""People's details inside columns that are known: not kept, not shown, unless chosen."""

from time import process_time

import pytest

from assessment.errors import UploadRefused
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_report import LoadReport
from assessment.intake.personal_forms import looks_personal, personal_details
from tests.intake.rows.conftest import Kept, LoadsRows

HEADER = ("Ref", "Date", "Offence", "District", "Ward", "Status", "Qualifiers")
DAY = "{day:02}/01/2025"
PEOPLE = ("Sarah O'Neil", "John Smith", "Priya Patel", "Michael Brown")
TEXTS = [
    ("Smith John 07700900123", "telephone numbers"),
    ("ring 01702 555 123", "telephone numbers"),
    ("+44 (0)1702 555123", "telephone numbers"),
    ("j.smith@example.org", "e-mail addresses"),
    ("12 High Street SS6 7QJ", "postcodes"),
    ("14a, Church Road", "addresses"),
    ("DOB 01/02/1990", "dates of birth"),
    ("Mrs J Doe", "names"),
    ("42/110000/25", None),
    ("Charged/summonsed", None),
    ("Under investigation", None),
    ("E05004321", None),
    ("Roche North & Rural", None),
    ("Great Baddow East", None),
    ("2025-10-09 08:00:00", None),
    ("Dr Close", None),
    ("SEXUAL ASSAULT OF A FEMALE UNDER 13 IN A PUBLIC PLACE", None),
    ("Infanticide of a newly born child", None),
]


@pytest.mark.parametrize(("text", "kind"), TEXTS)
def test_what_a_person_could_be_found_by_is_told_by_its_form(text: str, kind: str | None) -> None:
    assert personal_details(text) == kind


def test_a_cell_without_end_keeps_nobody_waiting() -> None:
    began = process_time()
    assert not looks_personal("x" * 1_000_000)
    assert not looks_personal("Aa " * 300_000)
    assert process_time() - began < 1


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("John Smith", True),
        ("Smith John", True),
        ("St James", False),
        ("Victoria Park", False),
        ("King George", False),
        ("Canvey Island", False),
        ("No Suspect", False),
    ],
)
def test_a_name_is_told_by_a_forename_that_is_no_places(text: str, personal: bool) -> None:
    assert looks_personal(text) is personal


def _rows(
    reference: str = "42/{n}/25",
    ward: str = "Dallow",
    status: str = "Charged",
    flag: str = "",
    district: str = "Luton",
) -> list[tuple[str, ...]]:
    """Write forty rows, in whose cells {name} is somebody's and {n} the row's number."""
    return [
        tuple(
            cell.format(n=n, day=1 + n % 28, name=PEOPLE[n % 4])
            for cell in (reference, DAY, "Robbery", district, ward, status, flag)
        )
        for n in range(40)
    ]


def _shown(report: LoadReport) -> str:
    columns = [sample for column in report.columns for sample in column.samples]
    return repr((report.problems, columns, report.sample, report.refused_rows))


CONTENT: list[tuple[dict[str, str], str, str]] = [
    # what stands in a cell, the column of the record that must not hold it, what is said of it
    ({"status": "{name} 07700900123"}, "outcome", "'Status' holds telephone numbers"),
    ({"status": "{name}"}, "outcome", "'Status' holds names"),
    ({"ward": "12 High Street SS6 7QJ"}, "ward", "'Ward' holds postcodes"),
    ({"reference": "{name} 42/{n}/25"}, "reference", "'Ref' holds names: of each reference only"),
    ({"reference": "SMITH John 12/03/1980 {n}"}, "reference", "'Ref' holds dates of birth"),
    ({"reference": "JONES, Mary {n}"}, "reference", "'Ref' holds names: of each reference only"),
    ({"flag": "Mr {name}"}, "flags", "'Qualifiers' holds names"),
]


@pytest.mark.parametrize(("cells", "column", "said"), CONTENT)
def test_details_in_a_known_column_are_not_kept_or_shown(
    loads_rows: LoadsRows, kept: Kept, cells: dict[str, str], column: str, said: str
) -> None:
    """Case 50."""
    report = loads_rows(HEADER, _rows(**cells))
    assert report.rows.loaded == 40
    assert any(said in problem for problem in report.problems), report.problems
    held = repr([record[column] for record in kept()])
    for detail in (*PEOPLE, "07700900123", "SS6 7QJ", "SMITH", "JONES"):
        assert detail not in held
        assert detail not in _shown(report)


def test_a_reference_that_names_people_still_tells_records_apart(
    loads_rows: LoadsRows, kept: Kept
) -> None:
    rows = _rows(reference="{name} 42/{n}/25")
    loads_rows(HEADER, rows)
    assert len({record["reference"] for record in kept()}) == 40
    again = loads_rows(HEADER, [(*row[:5], "No further action", "") for row in rows])
    assert (again.rows.revised, again.rows.loaded) == (40, 0)


def test_what_was_chosen_to_be_kept_is_kept(loads_rows: LoadsRows, kept: Kept) -> None:
    choices = FileChoices(columns={"Status": "outcome"})
    loads_rows(HEADER, _rows(status="{name} 07700900123"), choices)
    assert "John Smith 07700900123" in {record["outcome"] for record in kept()}


def test_a_few_in_the_middle_of_a_large_file_are_found(loads_rows: LoadsRows, kept: Kept) -> None:
    rows = _rows()
    rows[20:22] = [(*row[:5], "ring 07700 900123", "") for row in rows[20:22]]
    loads_rows(HEADER, rows)
    assert {record["outcome"] for record in kept()} == {None}


def test_a_file_that_cannot_do_without_such_a_column_is_refused(loads_rows: LoadsRows) -> None:
    with pytest.raises(UploadRefused, match="'District' holds postcodes"):
        loads_rows(HEADER, _rows(district="12 High Street SS6 7QJ"))


ORDINARY = [
    {"ward": "St James"},
    {"ward": "Victoria Park"},
    {"status": "Charged / summonsed 2025"},
    {"reference": "07700900{n:03}"},
    {"reference": "SS6{n}7QJ"},
]


@pytest.mark.parametrize("cells", ORDINARY)
def test_ordinary_cells_are_kept(loads_rows: LoadsRows, kept: Kept, cells: dict[str, str]) -> None:
    report = loads_rows(HEADER, _rows(**cells))
    assert not any("not kept" in problem or "digest" in problem for problem in report.problems)
    assert kept()[0]["ward"] is not None


def test_a_name_where_a_date_belongs_is_not_shown(loads_rows: LoadsRows) -> None:
    rows = [*_rows(), ("42/99/25", "John Smith", "Robbery", "Luton", "Dallow", "Charged", "")]
    report = loads_rows(HEADER, rows)
    assert report.rows.rejected == 1
    assert "John Smith" not in _shown(report)


def test_refused_rows_do_not_show_a_reference_that_names_people(loads_rows: LoadsRows) -> None:
    rows = _rows(reference="{name} 42/{n}/25")
    undated = (rows[0][0], "31/02/2025", *rows[0][2:])
    ragged = (*rows[1], "one cell more")
    report = loads_rows(HEADER, [*rows[2:], undated, ragged])
    assert report.rows.rejected == 2
    assert not any(name in _shown(report) for name in PEOPLE)


def test_an_offence_in_a_public_place_is_no_address(loads_rows: LoadsRows) -> None:
    title = "Assault On A Child Under 13 In A Public Place"
    rows = [(*row[:2], title, *row[3:]) for row in _rows()]
    assert loads_rows(HEADER, rows).rows.loaded == 40
