"""Police beats give ward and district by a loaded list."""

from pathlib import Path

import pytest

from assessment.errors import UploadRefused
from assessment.intake.boundaries.area_loading import load_areas
from assessment.intake.file_choices import FileChoices
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.intake.places.conftest import Counted, Loads
from tests.stored import assert_sound

LIST = """\
Beat,Ward,District
LB01,Barnfield,Luton
LB02,Central,Luton
LB03,Central,Luton
LB03,Barnfield,Luton
LB04,Barnfield,Luton
LB04,Central,Bedford
"""


@pytest.fixture
def with_beats(workspace: Workspace, tmp_path: Path) -> Path:
    path = tmp_path / "beats.csv"
    path.write_text(LIST)
    report = load_areas(workspace, path)
    assert (report.what, report.areas) == ("police beats and their wards or districts", 4)
    return path


def test_a_beat_gives_its_ward_and_district(
    workspace: Workspace, with_beats: Path, loads: Loads, counted: Counted
) -> None:
    rows = [
        ("LB01",),
        ("lb-02",),  # which no list has, written so
        ("LB03",),  # of one district, and of which ward is not known
        ("LB04",),  # of two districts
        ("XX",),
    ]
    report = loads(("Beat",), rows)
    assert report.status is LoadStatus.LOADED
    assert counted() == {
        ("Luton", "Barnfield"): 1,
        ("Luton", None): 1,
        (None, None): 3,
    }
    told = " ".join(report.problems)
    assert "put into one: 2 by their beat" in told
    assert "Beats that no loaded list has: 'XX', 'lb-02'" in told
    assert_sound(workspace)


def test_what_a_row_names_itself_stands(with_beats: Path, loads: Loads, counted: Counted) -> None:
    loads(("Beat", "District", "Ward"), [("LB01", "Bedford", "Castle"), ("LB01", "Luton", "")])
    assert counted() == {("Bedford", "Castle"): 1, ("Luton", "Barnfield"): 1}


def test_no_beat_puts_a_row_into_a_ward_of_another_district(
    with_beats: Path, loads: Loads, counted: Counted
) -> None:
    loads(("Beat", "District"), [("LB01", "Bedford"), ("LB01", "Luton Borough")])
    assert counted() == {("Bedford", None): 1, ("Luton", "Barnfield"): 1}


def test_beats_give_wards_to_a_file_of_one_district(
    with_beats: Path, loads: Loads, counted: Counted
) -> None:
    loads(("Beat",), [("LB01",), ("XX",)], FileChoices(place="Luton"))
    assert counted() == {("Luton", "Barnfield"): 1, ("Luton", None): 1}


def test_a_ward_alone_gives_the_district_of_a_beat(
    workspace: Workspace, with_wards: Path, loads: Loads, counted: Counted, tmp_path: Path
) -> None:
    path = tmp_path / "beats.csv"
    path.write_text("Beat code,Ward name\nB7,Castle & Newnham\n")
    load_areas(workspace, path)
    loads(("Beat code",), [("b7",)])
    assert counted() == {("Bedford", "Castle and Newnham"): 1}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (",Barnfield,Luton", "Line 2: expected the code or name of a beat"),
        ("LB01,,", "Line 2: expected the ward or the district of the beat"),
        ("LB01,Barnfield,Lutonia", "Line 2: 'Lutonia' is not a district"),
    ],
)
def test_a_list_with_faults_is_refused(
    workspace: Workspace, tmp_path: Path, row: str, fault: str
) -> None:
    path = tmp_path / "beats.csv"
    path.write_text(f"Beat,Ward,District\n{row}\n")
    with pytest.raises(UploadRefused, match=fault):
        load_areas(workspace, path)
