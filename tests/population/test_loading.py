"""Populations as they are published: what is understood, what is refused, what is kept."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.errors import InvalidRequest, NotPermitted
from assessment.intake.load_status import LoadStatus
from assessment.people import Person, Role
from assessment.periods import Period, PeriodKind
from assessment.population import (
    population_loading,
    population_years,
    populations,
    residents,
    small_area_residents,
)
from assessment.population.population_loading import load_population, remove_population
from assessment.population.population_report import PopulationReport, population_report
from assessment.workspace import Workspace
from tests.intake.hostile import workbook
from tests.population.conftest import Loads, Refuses

YEAR = Period(PeriodKind.FINANCIAL_YEAR, date(2021, 4, 1), date(2022, 4, 1))
LUTON, BEDFORD = "E06000032", "E06000055"

SHAPES = [
    ('code,name,year,people\nE06000032,Luton,2023,"231,000"\n', "", "a plain table"),
    ("Area,Population\nLuton Borough Council,231000\n", "people-2023.csv", "the year in its name"),
    ("LAD23CD,LAD23NM,Mid-2023\nE06000032,Luton,231000\n", "", "a column for the year"),
    ("ladcode23,laname23,population_2023\nE06000032,Luton,231000\n", "", "as ONS names columns"),
    (
        "Population estimates\nONS Crown Copyright\n\n"
        "local authority: district / unitary (as of April 2023),mnemonic,2023\n"
        "Luton,E06000032,231000\n,,\nIn order to protect against disclosure,,\n",
        "",
        "as Nomis hands it out, with its notes",
    ),
    (
        "Geography,Geography code,Date,Value\nLuton,E06000032,2023-06-30,231000\n"
        "ENGLAND,E92000001,2023-06-30,57000000\nAberdeen City,S12000033,2023-06-30,227000\n",
        "",
        "with areas that are no districts of England and Wales",
    ),
    ("Authority,Residents,Year\nLuton,231000,Mid-2023\n", "", "by name alone"),
    (
        "LSOA 2021 Code,LSOA 2021 Name,LAD 2023 Code,Total,Year\n"
        "E01015683,Luton 001A,E06000032,1000,2023\nE01015684,Luton 001B,E06000032,230000,2023\n",
        "",
        "small areas with their district beside them",
    ),
    (
        "LAD 2023 Code,LAD 2023 Name,Ward 2023 Code,Ward 2023 Name,Total\n"
        "E06000032,Luton,E05014755,Barnfield,1000\nE06000032,Luton,E05014756,Beech Hill,230000\n",
        "wards-mid2023.csv",
        "wards with their district beside them",
    ),
    (
        "LSOA Code,LSOA Name,All Ages\nE01015683,Luton 001A,1000\nE01015684,Luton 001B,230000\n",
        "sape-mid2023.csv",
        "small areas whose names begin with the district's",
    ),
]


@pytest.mark.parametrize(("text", "name", "why"), SHAPES)
def test_reads(loads: Loads, workspace: Workspace, text: str, name: str, why: str) -> None:
    report = loads(text, name or "people.csv")
    assert report.status is LoadStatus.LOADED
    stored = {key: population.number for key, population in populations(workspace).items()}
    assert stored == {(LUTON, 2023): 231000}, why


def test_reads_a_workbook_as_ons_publishes_it(loads: Loads, workspace: Workspace) -> None:
    title = "Mid-2022 population estimates, 2023 local authority boundaries"
    header = ["Code", "Name", "Geography", "All ages", 0, 1]

    def sheet(people: int) -> list[list[object]]:
        return [
            [title],
            [],
            header,
            ["E12000006", "EAST", "Region", 6_000_000, 1, 1],
            [LUTON, "Luton", "Unitary Authority", people, 1, 1],
            [BEDFORD, "Bedford", "Unitary Authority", 187_000, 1, 1],
        ]

    sheets: dict[str, list[list[object]]] = {
        "Contents": [["This workbook"], ["holds estimates"]],
        "MYE2 - Persons": sheet(226_000),
        "MYE2 - Males": sheet(113_000),
        "MYE2 - Females": sheet(113_000),
    }
    report = loads(workbook(sheets), "mid2022.xlsx")
    assert {key: population.number for key, population in populations(workspace).items()} == {
        (LUTON, 2022): 226_000,
        (BEDFORD, 2022): 187_000,
    }
    assert any("1 row was left out" in notice for notice in report.notices)


FAULTS = [
    ("", "is empty", "nothing in it"),
    ("code,name,year,people\n", "has a header but no rows", "no rows"),
    ("a,b\n1,2\n", "does not say how many people live where", "no column that we know"),
    ("name,people\nLuton,1\n", "does not say of which year it is. Add a column 'Year'", "no year"),
    (
        "name,year,people\nLuton,2023,many\n",
        "row 2, column 'people': the number of people is 'many'. Expected a whole number above 0, "
        "written as 231000, 231,000 or 231 000: correct it, and load the file again.",
        "no number",
    ),
    ("name,year,people\nLuton,2023,\n", "column 'people': the number of people is ''", "no people"),
    ('name,year,people\nLuton,2023,"85,70"\n', "is '85,70'. Expected a whole", "badly grouped"),
    ('name,2023\nLuton,"66,8"\n', "column '2023': the number of people is '66,8'", "by year"),
    ("name,year,people\nLuton,2023,0\n", "'0'. Expected a whole number above 0", "nobody"),
    ("name,year,people\nLuton,2023,1.5\n", "'1.5'. Expected a whole number", "half a person"),
    (f"name,year,people\nLuton,2023,{'9' * 20}\n", "Expected a whole number", "more than a store"),
    (f"name,year,people\nLuton,2023,{'9' * 5000}\n", "Expected a whole number", "or Python, reads"),
    (
        "name,year,people\nLuton,soon,1\n",
        "row 2: the year is 'soon'. Expected one from 1981",
        "year",
    ),
    ("name,year,people\nLuton,2099,1\n", "the year is '2099'", "not yet"),
    ("name,year,people\nLutonia,2023,5\n", "'Lutonia' is not a district that we know", "unknown"),
    (
        "code,name,year,people\nE06000032,Bedford,2023,5\n",
        "the code E06000032 is Luton, but the name is 'Bedford'",
        "two districts in one row",
    ),
    (
        "name,tenure,year,people\nLuton,A,2023,5\nLuton,B,2023,6\n",
        "row 3: Luton has 6 people in 2023, and 5 in 'people.csv', row 2. Give one row for each",
        "a table by something else",
    ),
    (
        "name,year,people\nCorby,2019,72000\n",
        "Corby: only a part of North Northamptonshire. Without East Northamptonshire, Kettering "
        "and Wellingborough it was left out",
        "a district that was merged since",
    ),
    (
        "lsoa,people\nE01015683,1000\n",
        "'people.csv' does not say of which year",
        "small areas of no year",
    ),
    (
        "lsoa,year,people\nE01015683,2019,1000\n",
        "1 small area (1,000 people) left out",
        "codes of small areas that no extract has named",
    ),
    ("<html><table></table></html>", "is a web page", "HTML"),
]


@pytest.mark.parametrize(("text", "said", "why"), FAULTS)
def test_refuses(refuses: Refuses, text: str, said: str, why: str) -> None:
    assert any(said in fault for fault in refuses(text)), why


def test_every_fault_is_said_at_once_and_nothing_is_kept(refuses: Refuses) -> None:
    rows = ["Luton,2023,231000", "Bedford,2023,x", "Maldon,2o23,66000", *(["Essex,1,y"] * 30)]
    faults = refuses("name,year,people\n" + "\n".join(rows))
    assert "row 3, column 'people': the number of people is 'x'" in faults[0]
    assert "row 4: the year is '2o23'" in faults[1]
    assert (len(faults), faults[-1]) == (21, "There are 42 more faults.")


def test_unknown_areas_are_told_and_the_others_loaded(loads: Loads) -> None:
    report = loads("name,year,people\nLuton,2023,231000\nBedfrod,2023,190000\n")
    assert report.added == 1
    assert report.notices == (
        "'Bedfrod' is not a district that we know: left out. Did you mean Bedford or Bradford?",
    )


def test_again_changes_nothing_and_another_year_stands_beside(
    loads: Loads, workspace: Workspace
) -> None:
    text = "name,year,people\nLuton,2022,226000\nBedford,2022,187000\n"
    tried = loads(text, dry_run=True)
    assert (tried.status, tried.added) == (LoadStatus.CHECKED, 2)
    assert population_years(workspace) == ()
    loads(text)
    before = workspace.store.data_version
    again = loads(text)
    assert (again.status, again.added, again.unchanged) == (LoadStatus.UNCHANGED, 0, 2)
    assert workspace.store.data_version == before
    loads("name,year,people\nLuton,2023,231000\n", "later.csv")
    revised = loads("name,year,people\nLuton,2022,227000\n", "revised.csv")
    assert revised.changed == ("Luton, 2022: 226,000 people become 227,000.",)
    stored = populations(workspace)
    assert {key: (population.number, population.source) for key, population in stored.items()} == {
        (LUTON, 2022): (227000, "revised.csv"),
        (BEDFORD, 2022): (187000, "people.csv"),  # not in the later files
        (LUTON, 2023): (231000, "later.csv"),
    }


MERGED = [
    # rows, what Somerset has, why
    (("Mendip,1", "Sedgemoor,2", "South Somerset,4", "Somerset West and Taunton,8"), 15, "2019-22"),
    (
        ("Mendip,1", "Sedgemoor,2", "South Somerset,4", "Taunton Deane,3", "West Somerset,5"),
        15,
        "until 2018",
    ),
    (("Mendip,1", "Somerset,20"), 20, "the district of today is there itself"),
]


def test_of_two_years_as_near_the_earlier_counts(loads: Loads, workspace: Workspace) -> None:
    """Between mid-2019 and mid-2020 lie 366 days: the middle one is as far from both."""
    for year in (2020, 2019):
        loads(f"name,year,people\nLuton,{year},{year}00\n", f"{year}.csv")
    period = Period(PeriodKind.CUSTOM, date(2019, 6, 30), date(2020, 6, 30))
    assert [base.year for base in residents(workspace, ["Luton"], period)] == [2019, 2020]


@pytest.mark.parametrize(("rows", "people", "why"), MERGED)
def test_former_districts_are_added_up(
    loads: Loads, rows: tuple[str, ...], people: int, why: str
) -> None:
    report = loads("name,people\n" + "\n".join(rows), "people-2019.csv")
    assert [population.number for population in report.populations] == [people], why
    assert ("Somerset was added up from Mendip" in "".join(report.notices)) is (people == 15)


def test_a_year_can_be_removed(loads: Loads, workspace: Workspace) -> None:
    loads("name,year,people\nLuton,2022,226000\nLuton,2023,231000\n")
    remove_population(workspace, 2022)
    assert [stored.year for stored in population_years(workspace)] == [2023]
    with pytest.raises(InvalidRequest, match=r"no population of 2022\. There is: 2023"):
        remove_population(workspace, 2022)


def test_a_partner_may_neither_load_nor_remove(workspace: Workspace, tmp_path: Path) -> None:
    partner = Workspace(workspace.store, Person("Partner", Role.PARTNER))
    with pytest.raises(NotPermitted):
        load_population(partner, tmp_path / "people.csv")
    with pytest.raises(NotPermitted):
        remove_population(partner, 2022)


def test_what_somebody_else_loads_meanwhile_is_not_counted_as_new(
    loads: Loads, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = "code,year,people\nE06000032,2023,231000\n"

    def before_the_other(*of_a_file: Any) -> PopulationReport:
        report = population_report(*of_a_file)
        monkeypatch.undo()
        assert loads(table, "theirs.csv").added == 1
        return report

    monkeypatch.setattr(population_loading, "population_report", before_the_other)
    report = loads(table, "ours.csv")
    assert (report.status, report.added) == (LoadStatus.UNCHANGED, 0)
    assert [population.source for population in populations(workspace).values()] == ["theirs.csv"]


def test_small_areas_are_kept_with_their_district_and_go_with_it(
    loads: Loads, workspace: Workspace
) -> None:
    district = "code,name,year,people\nE06000032,Luton,2021,3000\n"
    small = (
        "LSOA21CD,LSOA21NM,year,people\n"
        "E01000001,Luton 001A,2021,1000\nE01000002,Luton 001B,2021,2000\n"
    )
    assert loads(district).small_areas == 0
    assert small_area_residents(workspace, ["Luton"], YEAR) is None
    # Of the district nothing is new: what is known of its small areas is.
    report = loads(small)
    assert (report.status, report.small_areas) == (LoadStatus.LOADED, 2)
    assert loads(small).status is LoadStatus.UNCHANGED
    known = small_area_residents(workspace, ["Luton"], YEAR)
    assert known
    assert known.by_code == {"E01000001": 1000, "E01000002": 2000}
    assert known.of(["E01000001", "E01000002"]) == 3000
    assert known.of(["E01000001", "E01000009"]) is None
    # They add up to another district no longer.
    loads(district.replace("3000", "3100"))
    assert small_area_residents(workspace, ["Luton"], YEAR) is None
    loads(small)
    remove_population(workspace, 2021)
    assert small_area_residents(workspace, ["Luton"], YEAR) is None
