"""Boundaries and look-ups: loaded, refused, removed; and the ward that an LSOA has by them."""

import json
from pathlib import Path

import pytest

from assessment.errors import InvalidRequest, UploadRefused
from assessment.intake.boundaries.area_loading import load_areas, loaded_areas, remove_areas
from assessment.intake.extract_loading import load
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.areas.squares import feature, lsoa, square, ward, write
from tests.extracts import street_row, write_csv
from tests.stored import assert_sound, stored

WARDS = [
    ward(1, "Barnfield", square(-0.44, 51.9, 0.02)),
    ward(2, "Dallow", square(-0.4, 51.9, 0.02)),
]
LSOAS = [
    lsoa(1, square(-0.439, 51.901, 0.005)),
    lsoa(2, square(-0.399, 51.901, 0.005)),
    lsoa(3, square(-0.3, 51.9, 0.005)),  # in no ward
]


def load_squares(workspace: Workspace, folder: Path) -> None:
    load_areas(workspace, write(folder / "wards.geojson", WARDS))
    load_areas(workspace, write(folder / "lsoas.geojson", LSOAS))


def wards(workspace: Workspace) -> dict[str, str]:
    held = stored(workspace, "SELECT lsoa, ward FROM lsoa_ward")
    return dict(zip(held["lsoa"], held["ward"], strict=True))


def counted(workspace: Workspace) -> dict[str | None, int]:
    """Return records by ward."""
    counts = stored(workspace, "SELECT ward, sum(n)::INT AS n FROM monthly_count GROUP BY ward")
    return {ward or None: n for ward, n in zip(counts["ward"].fillna(""), counts["n"], strict=True)}


def faults(workspace: Workspace, path: Path) -> tuple[str, ...]:
    with pytest.raises(UploadRefused) as caught:
        load_areas(workspace, path)
    assert loaded_areas(workspace) == ()
    return caught.value.faults


def test_an_lsoa_has_the_ward_that_its_middle_is_in(workspace: Workspace, tmp_path: Path) -> None:
    load_squares(workspace, tmp_path)
    assert wards(workspace) == {"E01000001": "Barnfield", "E01000002": "Dallow"}


def test_records_have_wards_whichever_comes_first(workspace: Workspace, tmp_path: Path) -> None:
    rows = [
        *(street_row(lsoa=("E01000001", "Luton 001A")) for _ in range(3)),
        street_row(lsoa=("E01000002", "Luton 002A")),
        street_row(lsoa=("E01000009", "Luton 009A")),  # no boundary
        street_row(lsoa=("", "")),
    ]
    load(workspace, write_csv(tmp_path / "2024-01-street.csv", rows))
    assert counted(workspace) == {None: 6}
    load_squares(workspace, tmp_path)
    expected = {"Barnfield": 3, "Dallow": 1, None: 2}
    assert counted(workspace) == expected
    load(workspace, write_csv(tmp_path / "2024-02-street.csv", [street_row(month="2024-02")]))
    assert counted(workspace) == expected | {None: 3}
    assert_sound(workspace)
    remove_areas(workspace, "wards.geojson")
    assert counted(workspace) == {None: 7}
    assert_sound(workspace)


def test_the_ward_of_a_file_itself_comes_first(workspace: Workspace, tmp_path: Path) -> None:
    load_squares(workspace, tmp_path)
    header = ("Reference", "Date", "Offence", "District", "Ward", "LSOA code")
    rows = [
        ("1", "02/01/2024", "Burglary", "Luton", "Challney", "E01000001"),
        ("2", "02/01/2024", "Burglary", "Luton", "", "E01000001"),
    ]
    load(workspace, write_csv(tmp_path / "own.csv", rows, header))
    assert counted(workspace) == {"Challney": 1, "Barnfield": 1}


def test_a_lookup_comes_before_the_middle(workspace: Workspace, tmp_path: Path) -> None:
    load_squares(workspace, tmp_path)
    lookup = tmp_path / "lookup.csv"
    lookup.write_text("LSOA21CD,WD25CD,WD25NM,LAD25CD\nE01000001,E05000002,Dallow,E06000032\n")
    report = load_areas(workspace, lookup)
    assert (report.what, report.areas, report.districts) == ("LSOAs and their wards", 1, ("Luton",))
    assert wards(workspace) == {"E01000001": "Dallow", "E01000002": "Dallow"}


def test_an_lsoa_of_an_earlier_census_has_the_ward_of_what_it_became(
    workspace: Workspace, tmp_path: Path
) -> None:
    load_squares(workspace, tmp_path)
    lookup = tmp_path / "changes.csv"
    lookup.write_text(
        "LSOA11CD,LSOA21CD,CHGIND\n"
        "E01000001,E01000001,U\n"  # as it was
        "E01000101,E01000002,M\n"  # merged into one whose ward is known
        "E01000102,E01000001,S\n"
        "E01000102,E01000002,S\n"  # split between two wards
        "E01000103,E01000002,S\n"
        "E01000103,E01000008,S\n"  # split, and of one part nothing is known
        "E01000104,E01000003,X\n"  # what it became is in no ward
    )
    load_areas(workspace, lookup)
    assert wards(workspace) == {
        "E01000001": "Barnfield",
        "E01000002": "Dallow",
        "E01000101": "Dallow",
    }


def test_outlines_in_metres_lie_where_those_in_degrees_do(
    workspace: Workspace, tmp_path: Path
) -> None:
    # Luton's town hall is at TL 092 213.
    metres = feature(
        [(508000, 220000), (511000, 220000), (511000, 223000), (508000, 223000), (508000, 220000)],
        WD25CD="E05000001",
        WD25NM="South",
        LAD25CD="E06000032",
    )
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}
    load_areas(workspace, write(tmp_path / "wards.geojson", [metres], crs=crs))
    load_areas(
        workspace, write(tmp_path / "lsoas.geojson", [lsoa(1, square(-0.4175, 51.8785, 0.001))])
    )
    assert wards(workspace) == {"E01000001": "South"}


def test_only_wards_of_the_latest_year_count(workspace: Workspace, tmp_path: Path) -> None:
    load_squares(workspace, tmp_path)
    older = feature(
        square(-0.44, 51.9, 0.06), WD21CD="E05000007", WD21NM="Old", LAD21CD="E06000032"
    )
    load_areas(workspace, write(tmp_path / "older.geojson", [older]))
    assert wards(workspace) == {"E01000001": "Barnfield", "E01000002": "Dallow"}


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("{", "no GeoJSON that can be read"),
        ('{"type": "FeatureCollection", "features": []}', "holds no areas"),
        ('{"a": 1}', "holds no areas"),
        (json.dumps({"features": [feature(square(0, 52), name="x")]}), "no code that is known"),
        (json.dumps({"features": [feature(square(0, 52), WD25CD="x")]}), "found 'x'"),
        (json.dumps({"features": [feature(square(80, 2), WD25CD="E05000001")]}), "no part of"),
        (
            json.dumps({"features": [feature(square(0, 52), WD25CD="E05000001")] * 2}),
            "stands in it twice",
        ),
        (json.dumps({"features": [{"properties": {"WD25CD": "E05000001"}}]}), "has no outline"),
        (
            json.dumps(
                {
                    "features": [
                        {
                            "properties": {"WD25CD": "E05000001"},
                            "geometry": {"type": "Polygon", "coordinates": [[["a", 1]]]},
                        }
                    ]
                }
            ),
            "no part of",
        ),
        ("LSOA21CD,name\nE01000001,a\n", "no look-up that is known"),
        ("LSOA11CD,LSOA21CD,CHGIND\nE01000001,E01000001,Q\n", "Line 2: expected U, S, M or X"),
        ("LSOA21CD,WD25CD\nE01000001,Barnfield\n", "found 'Barnfield'"),
    ],
)
def test_what_is_no_boundary_is_refused_for_its_reason(
    workspace: Workspace, tmp_path: Path, content: str, fault: str
) -> None:
    path = tmp_path / "areas.geojson"
    path.write_text(content)
    assert fault in " ".join(faults(workspace, path))


def test_a_check_keeps_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "wards.geojson", WARDS)
    report = load_areas(workspace, path, dry_run=True)
    assert (report.status, report.areas, report.with_ward) == (LoadStatus.CHECKED, 2, None)
    assert loaded_areas(workspace) == ()


def test_what_was_loaded_is_listed_and_what_was_not_cannot_be_removed(
    workspace: Workspace, tmp_path: Path
) -> None:
    load_squares(workspace, tmp_path)
    assert [(brought.file, brought.what, brought.areas) for brought in loaded_areas(workspace)] == [
        ("lsoas.geojson", "LSOAs of 2021", 3),
        ("wards.geojson", "wards of 2025", 2),
    ]
    with pytest.raises(InvalidRequest, match=r"lsoas.geojson \(lsoa\), wards.geojson \(ward\)"):
        remove_areas(workspace, "x.geojson")


def test_of_two_files_of_one_name_one_can_be_removed(workspace: Workspace, tmp_path: Path) -> None:
    for features in (WARDS, LSOAS):
        load_areas(workspace, write(tmp_path / "E06000032.geojson", features))
    remove_areas(workspace, "E06000032.geojson", "ward")
    assert [brought.kind for brought in loaded_areas(workspace)] == ["lsoa"]
    remove_areas(workspace, "E06000032.geojson")
    assert loaded_areas(workspace) == ()
