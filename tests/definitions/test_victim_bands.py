"""What is said of victims, and the band that it belongs in."""

import pytest

from assessment.definitions.victim_bands import band_in_words, band_of, band_order, is_unsaid

SAID = [
    # kind, as it is written, the band that is kept, in words
    ("age", "17", "age=0-17", "Under 18"),
    ("age", "18", "age=18-24", "18 to 24"),
    ("age", "34 years", "age=25-34", "25 to 34"),
    ("age", "34.0", "age=25-34", "25 to 34"),
    ("age", "Aged 65", "age=65-", "65 and over"),
    ("age", "18 - 24", "age=18-24", "18 to 24"),
    ("age", "16–24", "age=16-24", "16 to 24"),
    ("age", "25 to 29", "age=25-34", "25 to 34"),
    ("age", "over 65", "age=65-", "65 and over"),
    ("age", "75+", "age=65-", "65 and over"),
    ("age", "<10", "age=0-17", "Under 18"),
    ("age", "Juvenile", "age=0-17", "Under 18"),
    ("age", "Adult", "age=18-", "18 and over"),
    ("sex", " FEMALE ", "sex=female", "Female"),
    ("sex", "m", "sex=male", "Male"),
    ("sex", "Non-binary", "sex=other", "Another answer"),
    ("ethnicity", "W1 - British", "ethnicity=white", "White"),
    ("ethnicity", "White and Black Caribbean", "ethnicity=mixed", None),
    ("ethnicity", "Any other Asian background", "ethnicity=asian", None),
    ("ethnicity", "Black - African", "ethnicity=black", None),
    ("ethnicity", "Chinese", "ethnicity=asian", None),
    ("ethnicity", "IC3", "ethnicity=black", None),
    ("ethnicity", "Any other ethnic group", "ethnicity=other", "Another ethnic group"),
    ("relation", "Ex-partner", "relation=partner", "Partner or former partner"),
    ("relation", "Stepfather", "relation=family", "Family"),
    ("relation", "Known to victim", "relation=known", "Known otherwise"),
    ("relation", "Unknown to victim", "relation=stranger", "Stranger"),
    ("relation", "Stranger", "relation=stranger", "Stranger"),
]
NOT_UNDERSTOOD = [
    ("age", "17-19", "nearly an age, and in two bands"),
    ("age", "200", "nobody's age"),
    ("age", "12/03/1990", "a date of birth"),
    ("sex", "Smith", "a name"),
    ("ethnicity", "Luton", "a place"),
    ("relation", "2", "a code"),
]


@pytest.mark.parametrize(("kind", "text", "band", "words"), SAID)
def test_what_is_said_belongs_in_a_band(kind: str, text: str, band: str, words: str | None) -> None:
    assert not is_unsaid(kind, text)
    assert band_of(kind, text) == band
    assert words in (None, band_in_words(band))


@pytest.mark.parametrize(("kind", "text", "why"), NOT_UNDERSTOOD)
def test_what_is_not_understood_is_in_no_band(kind: str, text: str, why: str) -> None:
    assert (band_of(kind, text), is_unsaid(kind, text)) == (None, False), why


@pytest.mark.parametrize("text", ["", " ", "Unknown", "Not stated", "N/A", "U", "-", "NULL"])
@pytest.mark.parametrize("kind", ["age", "sex", "ethnicity", "relation"])
def test_where_nothing_is_said_there_is_no_band(kind: str, text: str) -> None:
    assert is_unsaid(kind, text)


def test_an_age_of_0_is_an_empty_one() -> None:
    assert is_unsaid("age", "0")


def test_the_youngest_stand_first() -> None:
    bands = ["sex=male", "age=65-", "age=18-", "age=0-17", "age=18-24"]
    assert sorted(bands, key=band_order) == [
        *("age=0-17", "age=18-24", "age=18-", "age=65-", "sex=male"),
    ]
