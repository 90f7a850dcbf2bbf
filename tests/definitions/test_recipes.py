"""The shipped recipes: how files are read."""

import pytest

from assessment.definitions import Recipe, RecipeColumn, recipes
from assessment.definitions.spelling import plain
from tests.extracts import STREET_HEADER


def column_for(recipe: Recipe, header: str) -> RecipeColumn | None:
    said = plain(header)
    return next((each for each in recipe.columns if said in map(plain, each.names)), None)


def field_of(recipe: str, header: str) -> str | None:
    column = column_for(recipes()[recipe], header)
    return column.field if column else None


def test_every_column_of_a_street_file_is_known() -> None:
    recipe = recipes()["police-uk"]
    unused = [header for header in STREET_HEADER if recipe.is_unused(header)]
    used = [header for header in STREET_HEADER if column_for(recipe, header)]
    assert unused == ["Reported by", "Location", "Context"]
    assert sorted(used + unused) == sorted(STREET_HEADER)
    assert recipe.measure_set == "police-uk"
    assert recipe.covers == "force"


def test_what_a_street_file_must_have() -> None:
    required = {c.field for c in recipes()["police-uk"].columns if c.required}
    assert required == {"reference", "recorded", "force", "lsoa", "lsoa_name", "category"}


def test_what_an_incident_file_must_have() -> None:
    recipe = recipes()["incidents"]
    assert {c.field for c in recipe.columns if c.required} == set()
    assert recipe.one_of == (
        ("date_from", "recorded"),
        ("category", "offence_code", "offence_title"),
    )
    assert recipe.measure_set is None
    assert recipe.covers == "district"


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Crime ref", "reference"),
        ("CRIME_NUMBER", "reference"),
        ("URN", "reference"),
        ("Ref. no.", "reference"),
        ("Committed from", "date_from"),
        ("Date/Time", "date_from"),
        ("Date", "date_from"),
        ("Date to", "date_to"),
        ("Recorded Date", "recorded"),
        ("Month", "recorded"),
        ("Offence", "category"),
        ("HO subgroup", "category"),
        ("Crime type", "category"),
        ("Incident type", "category"),
        ("ASB Type", "subcategory"),
        ("LAD24NM", "district"),
        ("CSP", "district"),
        ("Area", "district"),
        ("Ward Name", "ward"),
        ("LSOA21CD", "lsoa"),
        ("LSOA name", "lsoa_name"),
        ("Police Force", "force"),
        ("Long", "longitude"),
        ("Outcome", "outcome"),
        ("Flags", "flags"),
        ("DA flag", "domestic-abuse"),
        ("Hate crime strand", "hate-crime"),
        ("Knife", "knife-crime"),
        ("VAWG", "violence-against-women-and-girls"),
        ("Alcohol-related", "alcohol-related"),
        ("Shoe size", None),
    ],
)
def test_headers_of_incident_files(header: str, field: str | None) -> None:
    assert field_of("incidents", header) == field


def test_no_header_is_both_read_and_left_aside() -> None:
    for recipe in recipes().values():
        assert not [name for name in recipe.unused if column_for(recipe, name)]
