"""Districts of rows that name none: by LSOA, ward or position; or asked, or told."""

from pathlib import Path

import pytest

from assessment.intake.file_choices import FileChoices
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.intake.places.conftest import Counted, Loads
from tests.stored import assert_sound

BARNFIELD, CENTRAL = ("Barnfield",), ("Central",)
IN_CENTRAL_OF_BEDFORD = (-0.47, 52.13)


@pytest.mark.parametrize(
    ("written", "district", "ward"),
    [
        ("Barnfield", "Luton", "Barnfield"),
        ("BARNFIELD WARD", "Luton", "Barnfield"),
        ("Ward of Barnfield", "Luton", "Barnfield"),
        ("Barnfield (Luton)", "Luton", "Barnfield"),
        ("E05000001", "Luton", "Barnfield"),
        ("Canolog", "Luton", "Central"),  # its Welsh name
        ("Castle & Newnham", "Bedford", "Castle and Newnham"),
        ("castle-and-newnham", "Bedford", "Castle and Newnham"),
    ],
)
def test_a_ward_gives_the_district_however_it_is_written(
    workspace: Workspace,
    with_wards: Path,
    loads: Loads,
    counted: Counted,
    written: str,
    district: str,
    ward: str,
) -> None:
    report = loads(("Ward",), [(written,)] * 2)
    assert counted() == {(district, ward): 2}
    assert "put into one: 2 by their ward" in " ".join(report.problems)
    assert_sound(workspace)


def test_one_ward_under_two_spellings_is_one_row(
    with_wards: Path, loads: Loads, counted: Counted
) -> None:
    rows = [("Bedford", "Castle & Newnham"), ("Bedford", "Castle and Newnham")]
    loads(("District", "Ward"), rows)
    assert counted() == {("Bedford", "Castle and Newnham"): 2}


def test_a_shared_name_is_of_the_district_of_the_other_wards(
    with_wards: Path, loads: Loads, counted: Counted
) -> None:
    report = loads(("Ward",), [BARNFIELD, CENTRAL])
    assert counted() == {("Luton", "Barnfield"): 1, ("Luton", "Central"): 1}
    assert "have a ward 'Central'; it was taken for the one in Luton" in " ".join(report.problems)


def test_a_shared_name_is_placed_by_its_position(
    with_wards: Path, loads: Loads, counted: Counted
) -> None:
    rows = [("Barnfield", "", ""), ("Central", *IN_CENTRAL_OF_BEDFORD)]
    loads(("Ward", "Longitude", "Latitude"), rows)
    assert counted() == {("Luton", "Barnfield"): 1, ("Bedford", "Central"): 1}


def test_a_shared_name_that_nothing_tells_is_in_no_district_and_told(
    with_wards: Path, loads: Loads, counted: Counted
) -> None:
    report = loads(("Ward",), [BARNFIELD, ("Castle & Newnham",), CENTRAL])
    assert counted()[None, "Central"] == 1
    assert "Bedford and Luton each have a ward 'Central', and nothing says which" in " ".join(
        report.problems
    )


def test_a_ward_that_is_not_known_is_asked_about_where_all_others_are_of_one_district(
    with_wards: Path, loads: Loads, counted: Counted
) -> None:
    rows = [BARNFIELD, BARNFIELD, ("Barnfeild",)]
    report = loads(("Ward",), rows)
    assert report.status is LoadStatus.ASKS
    (question,) = report.questions
    assert "2 rows are of Luton by their ward. 1 row names a ward that no" in question.text
    assert question.options == (("Luton", "Yes, all of Luton"),)
    loads(("Ward",), rows, FileChoices().answered(question.about, "Luton"))
    assert counted() == {("Luton", "Barnfield"): 2, ("Luton", "Barnfeild"): 1}


def test_wards_that_are_not_known_are_told_where_the_file_is_of_several_districts(
    with_wards: Path, loads: Loads
) -> None:
    report = loads(("Ward",), [BARNFIELD, ("Castle & Newnham",), ("Patching Hall",)])
    assert report.status is LoadStatus.LOADED
    assert "a ward that no loaded area has: 'Patching Hall' (1)" in " ".join(report.problems)


def test_without_areas_the_district_is_asked(loads: Loads) -> None:
    report = loads(("Ward",), [BARNFIELD])
    assert report.status is LoadStatus.ASKS
    assert "load the boundaries of their wards and LSOAs" in report.questions[0].text


def test_an_lsoa_code_alone_gives_the_district(
    workspace: Workspace, loads: Loads, counted: Counted, tmp_path: Path
) -> None:
    from assessment.intake.boundaries.area_loading import load_areas

    lookup = tmp_path / "lookup.csv"
    lookup.write_text("LSOA21CD,WD25CD,WD25NM,LAD25CD\nE01000001,E05000001,Barnfield,E06000032\n")
    load_areas(workspace, lookup)
    report = loads(("LSOA code",), [("E01000001",), ("E01000002",)])
    assert counted() == {("Luton", "Barnfield"): 1, (None, None): 1}
    assert "put into one: 1 by their LSOA" in " ".join(report.problems)


def test_a_ward_of_earlier_years_gives_its_district_by_the_look_up(
    workspace: Workspace, loads: Loads, counted: Counted, tmp_path: Path
) -> None:
    from assessment.intake.boundaries.area_loading import load_areas

    lookup = tmp_path / "wards.csv"
    lookup.write_text(
        "WD22CD,WD22NM,WD24CD,WD24NM,LAD24CD\nE05000091,Old Town,E05000001,Barnfield,E06000032\n"
    )
    assert load_areas(workspace, lookup).what == "wards and what they have become"
    loads(("Ward",), [("Old Town Ward",), ("E05000091",), ("Barnfield",)])
    assert counted() == {("Luton", "Old Town"): 2, ("Luton", "Barnfield"): 1}


def test_a_file_that_is_said_to_be_of_one_district_is(
    with_wards: Path, loads: Loads, counted: Counted
) -> None:
    loads(("Ward",), [BARNFIELD, CENTRAL, ("Elsewhere",)], FileChoices(place="Bedford"))
    assert {district for district, _ in counted()} == {"Bedford"}
