"""The collision files of the Department for Transport's road safety open data (STATS19)."""

from pathlib import Path

import pytest

from assessment.intake.extract_loading import load
from assessment.intake.load_status import LoadStatus
from assessment.workspace import Workspace
from tests.extracts import write_csv
from tests.stored import CURRENT, assert_sound, stored

# As the file of 2024 has them; those to 2023 say accident for collision, and have fewer.
TODAY = (
    "collision_index,collision_year,collision_ref_no,location_easting_osgr,"
    "location_northing_osgr,longitude,latitude,police_force,collision_severity,"
    "number_of_vehicles,number_of_casualties,date,day_of_week,time,local_authority_district,"
    "local_authority_ons_district,local_authority_highway,local_authority_highway_current,"
    "first_road_class,first_road_number,road_type,speed_limit,junction_detail_historic,"
    "junction_detail,junction_control,second_road_class,second_road_number,"
    "pedestrian_crossing_human_control_historic,"
    "pedestrian_crossing_physical_facilities_historic,pedestrian_crossing,light_conditions,"
    "weather_conditions,road_surface_conditions,special_conditions_at_site,"
    "carriageway_hazards_historic,carriageway_hazards,urban_or_rural_area,"
    "did_police_officer_attend_scene_of_accident,trunk_road_flag,lsoa_of_accident_location,"
    "enhanced_severity_collision,collision_injury_based,collision_adjusted_severity_serious,"
    "collision_adjusted_severity_slight"
)
BEFORE = (
    "accident_index,accident_year,accident_reference,location_easting_osgr,"
    "location_northing_osgr,longitude,latitude,police_force,accident_severity,"
    "number_of_vehicles,number_of_casualties,date,day_of_week,time,local_authority_district,"
    "local_authority_ons_district,local_authority_highway,first_road_class,first_road_number,"
    "road_type,speed_limit,junction_detail,junction_control,second_road_class,"
    "second_road_number,pedestrian_crossing_human_control,"
    "pedestrian_crossing_physical_facilities,light_conditions,weather_conditions,"
    "road_surface_conditions,special_conditions_at_site,carriageway_hazards,"
    "urban_or_rural_area,did_police_officer_attend_scene_of_accident,trunk_road_flag,"
    "lsoa_of_accident_location"
)
SEVERITIES = {"1": 2, "2": 9, "3": 30}


def collision(header: str, number: int, severity: str) -> list[str]:
    """Write a row: what no figure needs is -1, as the files say that something is missing."""
    said = {
        "index": f"2024{number:09d}",
        "year": "2024",
        "severity": severity,
        "date": f"{1 + number % 28:02d}/03/2024",
        "time": "17:40",
        "ons_district": "E06000032",
        "location": "E01015700",
        "longitude": "-0.41",
        "latitude": "51.88",
    }
    ends = {"local_authority_ons_district": "ons_district", "lsoa_of_accident_location": "location"}
    names = [
        ends.get(name, name.removeprefix("collision_").removeprefix("accident_"))
        for name in header.split(",")
    ]
    return [said.get(name, "-1") for name in names]


@pytest.mark.parametrize("header", [TODAY, BEFORE], ids=["collisions", "accidents"])
def test_collisions_of_either_layout(workspace: Workspace, tmp_path: Path, header: str) -> None:
    severities = [severity for severity, n in SEVERITIES.items() for _ in range(n)]
    rows = [collision(header, number, severity) for number, severity in enumerate(severities)]
    report = load(workspace, write_csv(tmp_path / "collisions.csv", rows, header.split(",")))
    assert (report.status, report.data_set) == (LoadStatus.LOADED, "road-collisions")
    assert (report.rows.loaded, report.unmapped, report.districts) == (41, (), (("Luton", 41),))
    assert dict(report.measures) == {
        "Slight collisions": 30,
        "Serious collisions": 9,
        "Fatal collisions": 2,
    }
    assert set(stored(workspace, CURRENT).lsoa) == {"E01015700"}
    assert_sound(workspace)
