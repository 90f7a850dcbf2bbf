"""How well values fit what a column may hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.definitions import districts
from assessment.intake.mapping.columns.column_values import FITS, fit, is_date
from tests.properties import examples

DATES = [
    ("31/03/2024", True), ("2024-03-31T10:15:00+01:00", True), ("31-Mar-24", True),
    ("Oct-2025", True), ("20251001", True), ("202510", True), ("45939.33333", True),
    ("Friday 31/03/2024", True), ("2024-03", True), ("31 March 2024", True),
    ("42/110000/25", False), ("E01015700", False), ("12345", False), ("Burglary", False),
    ("07700900123", False), ("9.5", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates_are_told_from_other_figures(text: str, expected: bool) -> None:
    assert is_date(text) is expected


FITTING = [
    # field, values, whether most fit, why
    ("district", ["Luton", "Bedford", "LUTON "], True, "however they are written"),
    ("district", ["Hullbridge", "Appleton"], False, "wards are no districts"),
    ("category", ["Burglary", "Robbery", "Own word"], True, "a force has words of its own"),
    ("reference", [f"42/11000{n}/25" for n in range(9)], True, "each row its own"),
    ("reference", ["42/110000/25"] * 9, False, "one for all is no reference"),
    ("reference", [f"{n:02d}/01/2024" for n in range(1, 9)], False, "dates differ too"),
    ("ward", ["Appleton"] * 4 + ["Castle"] * 4, True, "places come again and again"),
    ("ward", ["Ann Doe", "Bob Roe", "Cy Poe"], False, "names of persons seldom do"),
    ("lsoa", ["E01015700", "W01000650"], True, "codes of England and Wales"),
    ("hate-crime", ["Y", "N", ""], True, "a mark"),
    ("hate-crime", ["Luton", "Bedford"], False, "no mark"),
    ("district", ["", " "], False, "nothing tells nothing"),
]


@pytest.mark.parametrize(("field", "values", "expected", "why"), FITTING)
def test_fit(field: str, values: list[str], expected: bool, why: str) -> None:
    assert (fit(field, values) > 0.5) is expected, why


TEXTS = st.lists(st.one_of(st.text(max_size=12), st.sampled_from(["Luton", "01/02/2024", "x"])))


@given(values=TEXTS, field=st.sampled_from([*FITS, "reference", "domestic-abuse"]))
@settings(max_examples=examples(20), deadline=None)
def test_a_fit_is_a_share_and_blanks_change_nothing(values: list[str], field: str) -> None:
    share = fit(field, values)
    assert 0 <= share <= 1
    assert fit(field, [*values, "", "  "]) == share
    assert fit(field, list(reversed(values))) == share


def test_every_district_is_one() -> None:
    names = [district.name for district in districts().all()]
    assert fit("district", names) == 1
