"""Households of districts: known by what a table says of itself, and what rates are set against."""

from datetime import date

import pytest

from assessment.definitions import RateBase, measure_sets
from assessment.errors import InvalidRequest
from assessment.intake.load_status import LoadStatus
from assessment.periods import Period, PeriodKind
from assessment.population import population_years, populations, residents
from assessment.population.population_loading import remove_population
from assessment.workspace import Workspace
from tests.intake.hostile import workbook
from tests.population.conftest import Loads, Refuses

LUTON = "E06000032"


@pytest.mark.parametrize(
    ("table", "counted"),
    [
        ("name,year,households\nLuton,2023,80000\n", RateBase.HOUSEHOLDS),
        ("name,year,Number of households\nLuton,2023,80000\n", RateBase.HOUSEHOLDS),
        ("name,Households 2023\nLuton,80000\n", RateBase.HOUSEHOLDS),
        (
            "Number of households 2023\n\nname,2023\nLuton,80000\n",
            RateBase.HOUSEHOLDS,
        ),
        ("Households with usual residents, 2023\n\nname,value\nLuton,80000\n", RateBase.HOUSEHOLDS),
        ("Population in households 2023\n\nname,value\nLuton,80000\n", RateBase.RESIDENTS),
        ("Households and people 2023\n\nname,people\nLuton,80000\n", RateBase.RESIDENTS),
        ("Households 2023\n\nname,people\nLuton,80000\n", RateBase.RESIDENTS),
        ("name,year,people,households\nLuton,2023,80000,30000\n", RateBase.RESIDENTS),
        (
            "Household projections based on the 2018-based population projections\n\n"
            "Area name,2023\nLuton,80000\n",
            RateBase.HOUSEHOLDS,
        ),
        (
            "Projected population using household projections\n\nArea name,2023\nLuton,80000\n",
            RateBase.RESIDENTS,
        ),
        ("HH projections\n\nArea name,2023\nLuton,80000\n", RateBase.HOUSEHOLDS),
        (
            "Household population projections\n\nArea name,2023\nLuton,80000\n",
            RateBase.RESIDENTS,
        ),
    ],
)
def test_what_a_table_counts(
    loads: Loads, workspace: Workspace, table: str, counted: RateBase
) -> None:
    report = loads(table)
    assert (report.status, report.counted) == (LoadStatus.LOADED, counted)
    assert report.as_json()["counted"] == counted.value
    for each in RateBase:
        stored = {key: held.number for key, held in populations(workspace, each).items()}
        assert stored == ({(LUTON, 2023): 80_000} if each is counted else {})


def test_small_areas_are_added_up(loads: Loads, workspace: Workspace) -> None:
    rows = "".join(f"E010157{n},Luton 00{n % 9}A,{n}\n" for n in range(10, 20))
    loads(f"LSOA code,LSOA name,households\n{rows}", "households-2021.csv")
    (held,) = populations(workspace, RateBase.HOUSEHOLDS).values()
    assert held.number == sum(range(10, 20))


def test_people_and_households_stand_beside_each_other(loads: Loads, workspace: Workspace) -> None:
    loads("name,year,people\nLuton,2023,231000\n", "people.csv")
    loads("name,year,households\nLuton,2023,80000\n", "homes.csv")
    changed = loads("name,year,households\nLuton,2023,81000\n", "homes-anew.csv")
    assert changed.changed == ("Luton, 2023: 80,000 households become 81,000.",)
    period = Period(PeriodKind.CUSTOM, date(2023, 1, 1), date(2024, 1, 1))
    (people,) = residents(workspace, ["Luton"], period)
    (homes,) = residents(workspace, ["Luton"], period, RateBase.HOUSEHOLDS)
    assert (people.rate(462, ["Luton"]), homes.rate(162, ["Luton"])) == (2.0, 2.0)
    remove_population(workspace, 2023)
    assert [(of.year, of.counted) for of in population_years(workspace)] == [
        (2023, RateBase.HOUSEHOLDS)
    ]
    with pytest.raises(InvalidRequest, match=r"no number of households of 2022\. There is: 2023"):
        remove_population(workspace, 2022, RateBase.HOUSEHOLDS)


def test_a_file_of_both_is_refused(refuses: Refuses) -> None:
    sheets: dict[str, list[list[object]]] = {
        "People": [["name", "year", "people"], ["Luton", 2023, 231_000]],
        "Homes": [["name", "year", "households"], ["Luton", 2023, 80_000]],
    }
    assert refuses(workbook(sheets), "both.xlsx") == [
        "It counts people in one table and households in another: load them apart."
    ]


def test_only_burglary_of_homes_is_set_against_homes() -> None:
    per = {
        measure.id
        for measure_set in measure_sets().values()
        for measure in measure_set.measures
        if measure.per is RateBase.HOUSEHOLDS
    }
    assert per == {"residential-burglary"}
