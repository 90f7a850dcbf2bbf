"""Districts of England and Wales: complete, and found however they are written."""

import csv
from pathlib import Path

import pytest

from assessment.definitions import districts


def test_every_district_has_a_force_and_every_force_districts() -> None:
    assert len(districts().all()) == 296 + 22  # England from April 2023, and Wales
    assert len(districts().forces) == 43
    counted = [name for force in districts().forces for name in districts().of_force(force)]
    assert sorted(counted) == sorted(district.name for district in districts().all())


@pytest.mark.parametrize(
    ("force", "count", "some"),
    [
        ("Essex Police", 14, {"Southend-on-Sea", "Thurrock", "Castle Point", "Rochford", "Maldon"}),
        ("Bedfordshire Police", 3, {"Bedford", "Central Bedfordshire", "Luton"}),
        ("Metropolitan Police Service", 32, {"Westminster"}),  # the City has its own force
        ("City of London Police", 1, {"City of London"}),
        ("Kent Police", 13, {"Medway"}),
        ("Essex", 14, {"Colchester"}),  # as people say it
        ("Ruritania Police", 0, set()),
    ],
)
def test_districts_of_a_force(force: str, count: int, some: set[str]) -> None:
    assert len(districts().of_force(force)) == count
    assert some <= set(districts().of_force(force))


FOUND = [
    ("E07000069", "Castle Point"),
    (" e07000069 ", "Castle Point"),
    ("castle point", "Castle Point"),
    ("Castle Point Borough Council", "Castle Point"),
    ("Rochford District", "Rochford"),
    ("Maldon DC", "Maldon"),
    ("Medway CSP", "Medway"),
    ("Bristol", "Bristol, City of"),
    ("City of Bristol", "Bristol, City of"),
    ("Kingston upon Hull", "Kingston upon Hull, City of"),
    ("Kingston upon Hull, City of", "Kingston upon Hull, City of"),
    ("Herefordshire", "Herefordshire, County of"),
    ("St Helens", "St. Helens"),
    ("Brighton & Hove", "Brighton and Hove"),
    ("Kings Lynn and West Norfolk", "King's Lynn and West Norfolk"),
    ("London Borough of Camden", "Camden"),
    ("Royal Borough of Windsor & Maidenhead", "Windsor and Maidenhead"),
    ("City of London", "City of London"),  # the words around it are its name
    ("Durham County Council", "County Durham"),
    ("Ynys Môn", "Isle of Anglesey"),
    # Former districts lead to where they are now: names of LSOAs still carry them.
    ("Northampton", "West Northamptonshire"),
    ("E07000150", "North Northamptonshire"),
    ("Carlisle", "Cumberland"),
    ("Harrogate", "North Yorkshire"),
    ("Taunton Deane", "Somerset"),
    ("Aylesbury Vale", "Buckinghamshire"),
    ("Poole", "Bournemouth, Christchurch and Poole"),
    ("Waveney", "East Suffolk"),
    ("E08000016", "Barnsley"),  # the code was replaced in 2025, the name was not
    # Not a district, or two of them.
    ("Newcastle", None),
    ("Atlantis", None),
    ("City", None),
    ("E99999999", None),
    ("", None),
    ("Abertawe / Swansea", "Swansea"),
    ("Cardiff - Caerdydd", "Cardiff"),
    ("Rochford (E07000075)", "Rochford"),
    ("E07000075 - Rochford", "Rochford"),
    ("Camden (London Borough)", "Camden"),
    ("Westminster LB", "Westminster"),
    ("RBKC", "Kensington and Chelsea"),
    ("Castle Point / Rochford", None),  # two districts
    ("Rochford / Roch Ford", None),  # one part is not known
]


@pytest.mark.parametrize(("text", "name"), FOUND)
def test_finding_a_district(text: str, name: str | None) -> None:
    found = districts().find(text)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Rochfrod", "Rochford"),
        ("Castel Point Borough Council", "Castle Point"),
        ("Newcastle", "Newcastle upon Tyne"),  # the other one follows
        ("Northamtpon", "West Northamptonshire"),  # a former name, misspelt
    ],
)
def test_suggesting_a_district(text: str, first: str) -> None:
    assert districts().suggest(text)[0] == first


@pytest.mark.parametrize("text", ["", "qqqqqq"])
def test_nothing_to_suggest(text: str) -> None:
    assert districts().suggest(text) == ()


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Essex Police", "Essex Police"),
        ("essex", "Essex Police"),
        ("Metropolitan Police", "Metropolitan Police Service"),
        ("Devon and Cornwall", "Devon & Cornwall Police"),
        ("Hampshire and Isle of Wight Constabulary", "Hampshire Constabulary"),  # since 2022
        ("Police", None),
        ("", None),
    ],
)
def test_finding_a_force(text: str, force: str | None) -> None:
    assert districts().find_force(text) == force


def test_against_the_home_office_lookup(real_data: Path) -> None:
    with (real_data / "lookups" / "lad_to_csp.csv").open(encoding="utf-8-sig") as file:
        listed = list(csv.DictReader(file, delimiter=";"))
    assert len(listed) > 300
    for row in listed:
        by_code, by_name = districts().find(row["lad-code"]), districts().find(row["lad-name"])
        assert by_code is not None
        assert by_code == by_name
        # The lookup writes the City's force as ONS does, the name turned round.
        force = row["PFA21NM"].replace("London, City of", "City of London")
        assert districts().find_force(force) == by_code.force
