"""What police extracts call things, and what that means."""

import pytest

from assessment.definitions import HOME_OFFICE, POLICE_UK, measure_sets
from assessment.definitions.spelling import plain

HOME_OFFICE_SAYS = [
    ("Violence with injury", "violence-with-injury"),
    ("VWI", "violence-with-injury"),
    ("Violence against the person - with injury", "violence-with-injury"),
    ("violence-without-injury", "violence-without-injury"),
    ("Stalking & Harassment", "stalking-and-harassment"),
    ("Death or Serious Injury – Unlawful Driving", "death-or-serious-injury-by-unlawful-driving"),
    ("Other Sexual Offences", "other-sexual-offences"),
    ("Robbery of Business Property", "robbery-of-business-property"),
    ("Personal robbery", "robbery-of-personal-property"),
    ("Burglary Residential", "residential-burglary"),
    ("Residential Burglary Home", "residential-burglary"),
    ("Burglary in a dwelling", "residential-burglary"),
    ("Burglary - Business and Community", "non-residential-burglary"),
    ("Burglary - Business & Community", "non-residential-burglary"),
    ("Non residential burglary", "non-residential-burglary"),
    ("Theft of motor vehicle", "vehicle-offences"),
    ("Theft from Motor Vehicle", "vehicle-offences"),
    ("Theft from the Person", "theft-from-the-person"),
    ("Theft of pedal cycle", "bicycle-theft"),
    ("  SHOP   LIFTING ", "shoplifting"),
    ("All Other Theft Offences", "other-theft"),
    ("Criminal Damage & Arson", "criminal-damage-and-arson"),
    ("Arson", "arson"),
    ("Drug Trafficking", "trafficking-of-drugs"),
    ("Possession of controlled drugs", "possession-of-drugs"),
    ("Drugs", "drug-offences"),
    ("Possession of Weapons Offences", "possession-of-weapons"),
    ("Public Order Offences", "public-order"),
    ("Misc crimes against society", "miscellaneous-crimes"),
    ("Miscellaneous Crimes Against Society", "miscellaneous-crimes"),
    ("ASB", "anti-social-behaviour"),
    ("Antisocial behaviour", "anti-social-behaviour"),
    ("ASB - Personal", "personal-anti-social-behaviour"),
    ("Anti-social behaviour: nuisance", "nuisance-anti-social-behaviour"),
    ("ASB Environmental", "environmental-anti-social-behaviour"),
    # A group with its subgroup, as a file with two columns says it: the subgroup counts.
    ("Violence against the person - Violence with injury", "violence-with-injury"),
    ("Theft offences > Shoplifting", "shoplifting"),
    ("Theft - Other theft", "other-theft"),
    # A group with a detail that nobody knows: the group counts.
    ("Burglary - Shed", "burglary"),
    ("ASB: noise from a party", "anti-social-behaviour"),
    # Two measures that contradict each other: neither is taken.
    ("Violence with injury - Robbery", None),
    # A detail is no group: it says nothing of what comes before it.
    ("Fraud - Shoplifting", None),
    # Titles of offences, with what systems write around them.
    ("ASSAULT OCCASIONING ACTUAL BODILY HARM (ABH)", "violence-with-injury"),
    ("Common assault and battery - Criminal Justice Act 1988 Sec 39", "violence-without-injury"),
    ("OTHER CRIMINAL DAMAGE TO A VEHICLE (UNDER £5000)", "criminal-damage"),
    ("THEFT IF NOT CLASSIFIED ELSEWHERE", "other-theft"),
    ("Harassment, alarm or distress", "public-order"),
    ("Harassment", "stalking-and-harassment"),
    # Of three parts, the last is the detail of what the others say together.
    ("BURGLARY - RESIDENTIAL - DWELLING", "residential-burglary"),
    ("Burglary - Residential - Robbery", None),
    # What is in brackets is a detail too: it may contradict.
    ("Robbery (personal)", "robbery-of-personal-property"),
    ("Shoplifting (robbery)", None),
    # A detail that takes back what stands before it.
    ("Burglary - No crime", None),
    ("Robbery (cancelled)", None),
    ("ASB - no crime", "anti-social-behaviour"),
    # Not counted by forces, not a category, or nothing at all.
    ("Fraud", None),
    ("All crime", None),
    ("Violence and sexual offences", None),
    ("", None),
]

POLICE_UK_SAYS = [
    ("Anti-social behaviour", "anti-social-behaviour"),
    ("Bicycle theft", "bicycle-theft"),
    ("Burglary", "burglary"),
    ("Criminal damage and arson", "criminal-damage-and-arson"),
    ("Drugs", "drugs"),
    ("Other crime", "other-crime"),
    ("Other theft", "other-theft"),
    ("Possession of weapons", "possession-of-weapons"),
    ("Public order", "public-order"),
    ("Robbery", "robbery"),
    ("Shoplifting", "shoplifting"),
    ("Theft from the person", "theft-from-the-person"),
    ("Vehicle crime", "vehicle-crime"),
    ("Violence and sexual offences", "violence-and-sexual-offences"),
    ("VIOLENCE & SEXUAL OFFENCES", "violence-and-sexual-offences"),
    # Before September 2013 two of today's categories were one: it is neither.
    ("Public disorder and weapons", None),
]


@pytest.mark.parametrize(("said", "leaf"), HOME_OFFICE_SAYS)
def test_home_office(said: str, leaf: str | None) -> None:
    assert measure_sets()[HOME_OFFICE].leaf_for(said) == leaf


@pytest.mark.parametrize(("said", "leaf"), POLICE_UK_SAYS)
def test_police_uk(said: str, leaf: str | None) -> None:
    assert measure_sets()[POLICE_UK].leaf_for(said) == leaf


@pytest.mark.parametrize("name", [HOME_OFFICE, POLICE_UK])
def test_no_alias_leads_to_a_total(name: str) -> None:
    measures = measure_sets()[name]
    assert {measures.measure(leaf).level for leaf in measures.aliases.values()} <= {1, 2}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Criminal damage & arson", "criminal damage AND arson"),
        ("Anti-social behaviour", "Anti–Social  Behaviour "),  # another dash, more spaces
        ("Violence (with injury)", "violence_with_injury"),
        ("King's Lynn", "Kings Lynn"),
        ("King’s Lynn", "King's Lynn"),  # another apostrophe
        ("Ynys Môn", "Ynys Mon"),
        ("LSOA\xa0code", "LSOA code"),  # a space that does not break
        ("\ufeffCrime ID", "crime-id"),  # a byte-order mark left over from reading
    ],
)
def test_spellings_of_one_thing(one: str, other: str) -> None:
    assert plain(one) == plain(other)


def test_words_are_not_run_together() -> None:
    assert plain("Theft of cycle") != plain("Theft ofcycle")


def test_a_text_of_many_parts_is_no_category_and_takes_no_time() -> None:
    measures = measure_sets()[HOME_OFFICE]
    assert measures.leaf_for(" - ".join(["Burglary"] * 5)) == "burglary"
    assert measures.leaf_for(" - ".join(["Burglary"] * 5000)) is None
    assert measures.leaf_for("Burglary " + "(" * 5000 + "x" + ")" * 5000) is None
