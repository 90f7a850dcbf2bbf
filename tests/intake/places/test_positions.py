"""Positions of records: read in degrees or on the grid, placed, and told where they cannot be."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.areas.outlines import from_grid, near_the_land
from assessment.errors import UploadRefused
from assessment.intake.boundaries.area_loading import load_areas, remove_areas
from assessment.intake.extract_undo import undo_load
from assessment.intake.file_choices import FileChoices
from assessment.workspace import Workspace
from tests.areas.squares import encloses, square
from tests.conftest import NewStore
from tests.extracts import street_row, write_csv
from tests.intake.places.conftest import CORNERS, SIDE, Counted, Loads
from tests.properties import examples
from tests.stored import assert_sound, stored

GRID, DEGREES = ("Easting", "Northing"), ("Longitude", "Latitude")
# Places on the grid whose longitude and latitude the ONS publishes beside them.
PUBLISHED = [
    ((579012, 193331), (0.583953, 51.61036)),  # Downhall and Rawreth
]
# In Barnfield: 508,000 222,600 is 0.43° west, 51.89° north.
IN_BARNFIELD = (507850, 224180)
NOT_PLACED = {(None, None)}


@pytest.mark.parametrize(("on_grid", "in_degrees"), PUBLISHED)
def test_the_grid_is_brought_to_degrees_by_some_metres(
    on_grid: tuple[int, int], in_degrees: tuple[float, float]
) -> None:
    longitude, latitude = from_grid(np.array([on_grid[0]]), np.array([on_grid[1]]))
    assert longitude[0] == pytest.approx(in_degrees[0], abs=0.0001)
    assert latitude[0] == pytest.approx(in_degrees[1], abs=0.0001)


@pytest.mark.parametrize(
    ("easting", "northing", "is_near"),
    [
        (510000, 222000, True),  # Luton
        (90000, 10000, True),  # the Isles of Scilly
        (399900, 653000, True),  # Berwick
        (655000, 293500, True),  # Lowestoft
        (240000, 390000, True),  # Anglesey
        (190034, 587090, False),  # Rochford turned round: off Galloway
        (300000, 700000, False),  # Scotland
        (0, 0, False),
    ],
)
def test_what_is_near_the_land(easting: float, northing: float, is_near: bool) -> None:
    assert near_the_land(np.array([easting]), np.array([northing])) == [is_near]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (GRID, IN_BARNFIELD),
        (("X", "Y"), IN_BARNFIELD),
        (("Eastings", "Northings"), ("507,850", "224,180.4")),
        (DEGREES, ("-0.43", "51.91")),
        (("X", "Y"), ("-0.43", " 51.91 ")),  # degrees, whatever they are called
        (DEGREES, IN_BARNFIELD),
    ],
)
def test_a_position_gives_district_and_ward(
    with_wards: Path,
    loads: Loads,
    counted: Counted,
    headings: tuple[str, str],
    row: tuple[object, object],
) -> None:
    report = loads(headings, [row] * 3)
    assert counted() == {("Luton", "Barnfield"): 3}
    assert report.districts == (("Luton", 3),)
    assert "put into one: 3 by their position" in " ".join(report.problems)


@pytest.mark.parametrize(
    "written", ["TL 078 241", "TL0785024180", "tl 0785 2418", "TL/078/241", " TL 07850 24180 "]
)
def test_a_grid_reference_in_letters_is_a_position(
    with_wards: Path, loads: Loads, counted: Counted, written: str
) -> None:
    loads(("Grid ref",), [[written]] * 3)
    assert counted() == {("Luton", "Barnfield"): 3}


def test_a_grid_reference_that_is_none_or_of_a_wide_square_places_nothing(
    with_wards: Path, loads: Loads, counted: Counted
) -> None:
    rows = [["TL 078 241"], ["TL 07 24"], ["TL 0785 241"], ["IL 078 241"], ["unknown"], [""]]
    told = " ".join(loads(("OS grid reference",), rows).problems)
    assert counted() == {("Luton", "Barnfield"): 1, (None, None): 5}
    assert "4 rows have a position that was not used" in told


@settings(max_examples=examples(25))
@given(st.integers(0, 6_999), st.integers(0, 12_999))
def test_letters_and_metres_name_the_same_square(
    new_store: NewStore, east: int, north: int
) -> None:
    """Every square of 100 metres, written as the Ordnance Survey describes it, step by step."""
    grid = "ABCDEFGHJKLMNOPQRSTUVWXYZ"
    column, row = east // 1000, north // 1000
    # Squares of 500 km from V in the south-west, each of them in 25 of 100 km from its own.
    first = grid[(3 - row // 5) * 5 + column // 5 + 2]
    second = grid[(4 - row % 5) * 5 + column % 5]
    written = f"{first}{second}{east % 1000:03}{north % 1000:03}"
    with TemporaryDirectory() as folder:
        store = new_store(Path(folder) / "s.duckdb")
        with store.trying() as writer:
            writer.run("define_grid_metres")
            metres = writer._cursor.execute(
                "SELECT grid_metres(?, 1), grid_metres(?, 2)", [written, written]
            ).fetchone()
        store.close()
    assert metres == (east * 100 + 50, north * 100 + 50)


def test_what_is_no_position_is_told_and_placed_nowhere(
    with_wards: Path, loads: Loads, counted: Counted
) -> None:
    rows = [
        (*IN_BARNFIELD,),
        (0, 0),
        ("unknown", ""),
        (651000, 9000),  # far out in the Channel
        (5078500, 224180),  # a figure too many
        (450000, 300000),  # on land, in no ward that is loaded
        ("", ""),
    ]
    told = " ".join(loads(GRID, rows).problems)
    assert counted() == {("Luton", "Barnfield"): 1, (None, None): 6}
    assert (
        "4 rows have a position that was not used: far out at sea, or in another country (2), "
        "not two numbers, nor a grid reference of 100 metres or finer (1) and 0, 0 (1)." in told
    )
    assert "1 position lies in no area whose boundaries are loaded" in told


@pytest.mark.parametrize(
    ("headings", "row"), [(GRID, IN_BARNFIELD[::-1]), (DEGREES, ("51.91", "-0.43"))]
)
def test_exchanged_columns_are_refused_and_the_advice_works(
    with_wards: Path,
    loads: Loads,
    counted: Counted,
    headings: tuple[str, str],
    row: tuple[object, object],
) -> None:
    with pytest.raises(UploadRefused, match="hold one another's numbers") as refused:
        loads(headings, [row] * 3)
    first, second = headings
    (fault,) = refused.value.faults
    assert f'--column "{first}={second.lower()}" --column "{second}={first.lower()}"' in fault
    turned = FileChoices(columns={first: second.lower(), second: first.lower()})
    loads(headings, [row] * 3, turned)
    assert counted() == {("Luton", "Barnfield"): 3}


def test_without_boundaries_a_grid_turned_round_is_noticed_by_the_sea(loads: Loads) -> None:
    with pytest.raises(UploadRefused, match="hold one another's numbers"):
        loads(("District", *GRID), [("Rochford", 190034, 587090)] * 3)


def test_wards_follow_the_boundaries_whichever_comes_first(
    workspace: Workspace, with_wards: Path, loads: Loads, counted: Counted
) -> None:
    remove_areas(workspace, with_wards.name)
    loads(("District", *GRID), [("Luton", *IN_BARNFIELD)] * 3)
    assert counted() == {("Luton", None): 3}
    load_areas(workspace, with_wards)
    assert counted() == {("Luton", "Barnfield"): 3}
    assert_sound(workspace)
    remove_areas(workspace, with_wards.name)
    assert counted() == {("Luton", None): 3}


def test_a_ward_is_the_files_own_then_the_look_ups_then_the_points(
    workspace: Workspace, with_wards: Path, loads: Loads, counted: Counted, tmp_path: Path
) -> None:
    lookup = tmp_path / "lookup.csv"
    lookup.write_text("LSOA21CD,WD25CD,WD25NM,LAD25CD\nE01000001,E05000002,Central,E06000032\n")
    load_areas(workspace, lookup)
    rows = [
        ("Luton", "Challney", "E01000001", *IN_BARNFIELD),
        ("Luton", "", "E01000001", *IN_BARNFIELD),
        ("Luton", "", "E01000009", *IN_BARNFIELD),  # of which no ward is known
        ("Luton", "", "", *IN_BARNFIELD),
    ]
    loads(("District", "Ward", "LSOA code", *GRID), rows)
    assert counted() == {
        ("Luton", "Challney"): 1,
        ("Luton", "Central"): 1,
        ("Luton", "Barnfield"): 2,
    }
    assert_sound(workspace)


def test_no_position_puts_a_record_into_another_district(
    workspace: Workspace, with_wards: Path, loads: Loads, counted: Counted
) -> None:
    report = loads(("District", *GRID), [("Bedford", *IN_BARNFIELD), ("Luton", *IN_BARNFIELD)])
    assert counted() == {("Bedford", None): 1, ("Luton", "Barnfield"): 1}
    assert "another district than their row says (1 row of Bedford in Luton)" in " ".join(
        report.problems
    )
    assert_sound(workspace)


def test_a_street_file_has_wards_by_its_points_where_no_lsoa_tells_them(
    workspace: Workspace, with_wards: Path, counted: Counted, tmp_path: Path
) -> None:
    from assessment.intake.extract_loading import load

    rows = [street_row(), street_row(lsoa=("", ""))]
    rows[0][4:6] = ["-0.43", "51.91"]
    load(workspace, write_csv(tmp_path / "2024-01-street.csv", rows))
    assert counted() == {("Luton", "Barnfield"): 1, (None, None): 1}


def test_positions_and_names_go_with_the_last_record(
    workspace: Workspace, with_wards: Path, loads: Loads
) -> None:
    report = loads(("Ward", *GRID), [("Barnfield Ward", *IN_BARNFIELD)])
    tables = ("placed_position", "known_ward")
    assert [len(stored(workspace, f"FROM {table}")) for table in tables] == [1, 1]
    assert report.extract
    undo_load(workspace, report.extract)
    assert [len(stored(workspace, f"FROM {table}")) for table in tables] == [0, 0]


def test_a_check_keeps_no_position(workspace: Workspace, with_wards: Path, loads: Loads) -> None:
    loads(GRID, [IN_BARNFIELD], dry_run=True)
    assert len(stored(workspace, "FROM placed_position")) == 0


COORDINATE = st.tuples(
    st.floats(-0.5, -0.38).map(lambda x: round(x, 4)),
    st.floats(51.88, 52.16).map(lambda y: round(y, 4)),
)


@settings(max_examples=examples(25))
@given(places=st.lists(COORDINATE, min_size=1, max_size=20))
def test_positions_are_found_as_a_slow_second_way_finds_them(
    places: list[tuple[float, float]],
) -> None:
    from assessment.areas.outlines import Outlines, as_bytes, outline_of

    rings = [square(*corner, SIDE) for corner in CORNERS.values()]
    shapes = [
        as_bytes(outline)
        for ring in rings
        if (outline := outline_of({"type": "Polygon", "coordinates": [ring]}, in_metres=False))
    ]
    inside = Outlines(shapes).at(*map(np.array, zip(*places, strict=True)))
    for (x, y), at in zip(places, inside, strict=True):
        slow = [number for number, ring in enumerate(rings) if encloses(ring, x, y)]
        # Upon a line both ways may differ: there any of its areas is right.
        on_a_line = any(x in (w, w + SIDE) or y in (s, s + SIDE) for w, s in CORNERS.values())
        assert on_a_line or slow == ([at] if at >= 0 else [])
