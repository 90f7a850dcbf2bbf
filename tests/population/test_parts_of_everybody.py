"""No group of people, and no other thing counted, is taken for all people or all households."""

import pytest

from assessment.definitions import RateBase
from assessment.errors import UploadRefused
from assessment.population import populations
from assessment.population.population_loading import remove_population
from assessment.workspace import Workspace
from tests.population.conftest import Loads, Refuses

LUTON = "E06000032"


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Ethnic group", ("Asian",)),
        ("Disability", ("Disabled",)),
        ("Tenure", ("All", "Owned")),
        ("Size", ("1 person",)),
        ("Household composition", ("One person household",)),
        ("Variant", ("High migration",)),
        ("Age (3 categories)", ("16-64",)),
        ("Measure", ("Percentage of people",)),
        ("MSOA code", ("E02003259", "E02003260")),
    ],
)
def test_a_group_is_refused(refuses: Refuses, heading: str, cells: tuple[str, ...]) -> None:
    rows = "".join(f"Luton,2021,{cell},5000\n" for cell in cells)
    (fault,) = refuses(f"name,year,{heading},people\n{rows}")
    assert f"column '{heading}' says" in fault
    assert "Keep only the rows that are of all of them, take the column out" in fault


@pytest.mark.parametrize(
    ("heading", "cell", "counted"),
    [
        ("Measure", "Number of households", RateBase.HOUSEHOLDS),
        ("Unit", "Persons", RateBase.RESIDENTS),
        ("Tenure", "All households", RateBase.HOUSEHOLDS),
        ("Measure", "Households with at least one usual resident", RateBase.HOUSEHOLDS),
        ("Ethnic group", "Total: All usual residents", RateBase.RESIDENTS),
        ("Region", "East of England", RateBase.RESIDENTS),
        ("People per hectare", "53.4", RateBase.RESIDENTS),
        ("Area type", "Unitary authority", RateBase.RESIDENTS),
    ],
)
def test_what_says_everybody_is_loaded(
    loads: Loads, heading: str, cell: str, counted: RateBase
) -> None:
    report = loads(f"name,year,{heading},value\nLuton,2021,{cell},80000\n")
    assert (report.added, report.counted) == (1, counted)


def test_measures_of_both_are_refused(refuses: Refuses) -> None:
    rows = "Luton,2021,Households,80000\nLuton,2021,Residents,80000\n"
    (fault,) = refuses(f"name,year,Measure,value\n{rows}")
    assert (
        fault == "'people.csv' counts people in some rows, households in others: load them apart."
    )


def test_a_column_of_the_other_is_named(loads: Loads) -> None:
    report = loads("name,year,Persons,Households\nLuton,2021,225000,80000\n")
    assert report.notices == (
        "'Households' in 'people.csv' left out: it was loaded for its people. Give the others in a "
        "file of their own.",
    )


@pytest.mark.parametrize("name", ["no_of_households_2021.csv", "household-projections-2021.csv"])
def test_a_file_is_named_for_what_it_counts(loads: Loads, name: str) -> None:
    assert loads("name,value\nLuton,80000\n", name).counted is RateBase.HOUSEHOLDS


@pytest.mark.parametrize("number", [4_500, 500_000])
def test_a_district_is_not_halved_or_doubled(
    loads: Loads, workspace: Workspace, number: int
) -> None:
    loads("name,year,people\nLuton,2021,225000\n")
    anew = f"name,year,people\nLuton,2021,{number}\n"
    with pytest.raises(UploadRefused, match=r"225,000 people become .*population remove 2021\)"):
        loads(anew)
    assert populations(workspace)[LUTON, 2021].number == 225_000
    remove_population(workspace, 2021)
    assert loads(anew).added == 1
