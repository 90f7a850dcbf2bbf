"""The shipped sets of measures: complete, and adding up."""

import pytest

from assessment.definitions import (
    FLAGS,
    HOME_OFFICE,
    POLICE_UK,
    MeasureKind,
    MeasureSet,
    measure_sets,
    subject_of,
)
from assessment.definitions.measures.measure_checks import ADDABLE
from assessment.errors import InvalidRequest

SUBGROUPS = {
    "homicide",
    "violence-with-injury",
    "violence-without-injury",
    "stalking-and-harassment",
    "death-or-serious-injury-by-unlawful-driving",
    "rape",
    "other-sexual-offences",
    "robbery-of-business-property",
    "robbery-of-personal-property",
    "residential-burglary",
    "non-residential-burglary",
    "vehicle-offences",
    "theft-from-the-person",
    "bicycle-theft",
    "shoplifting",
    "other-theft",
    "criminal-damage",
    "arson",
    "trafficking-of-drugs",
    "possession-of-drugs",
    "possession-of-weapons",
    "public-order",
    "miscellaneous-crimes",
}
CATEGORIES = {
    "anti-social-behaviour",
    "bicycle-theft",
    "burglary",
    "criminal-damage-and-arson",
    "drugs",
    "other-crime",
    "other-theft",
    "possession-of-weapons",
    "public-order",
    "robbery",
    "shoplifting",
    "theft-from-the-person",
    "vehicle-crime",
    "violence-and-sexual-offences",
}
STRANDS = {"race", "religion", "sexual-orientation", "disability", "transgender"}
EVERY_FLAG = {
    "domestic-abuse",
    "hate-crime",
    "knife-crime",
    "violence-against-women-and-girls",
    "alcohol-related",
} | {f"hate-crime-{strand}" for strand in STRANDS}

both_sets = pytest.mark.parametrize("name", [HOME_OFFICE, POLICE_UK])


def of_kind(measures: MeasureSet, kind: MeasureKind) -> set[str]:
    return {measure.id for measure in measures.measures if measure.kind is kind}


def recorded(measures: MeasureSet) -> set[str]:
    """Everything that a record may be recorded under."""
    return set().union(*(of_kind(measures, kind) for kind in ADDABLE))


def test_home_office_is_complete() -> None:
    offences = of_kind(measure_sets()[HOME_OFFICE], MeasureKind.OFFENCE)
    groups = offences - SUBGROUPS
    assert offences >= SUBGROUPS
    assert groups == {
        "violence-against-the-person",
        "sexual-offences",
        "robbery",
        "burglary",
        "theft-offences",
        "criminal-damage-and-arson",
        "drug-offences",
    }
    assert of_kind(measure_sets()[HOME_OFFICE], MeasureKind.INCIDENT) == {
        "anti-social-behaviour",
        "personal-anti-social-behaviour",
        "nuisance-anti-social-behaviour",
        "environmental-anti-social-behaviour",
    }


def test_police_uk_is_complete() -> None:
    measures = measure_sets()[POLICE_UK]
    assert recorded(measures) == CATEGORIES | {"unmapped"}


def test_flags_are_complete() -> None:
    assert {measure.id for measure in measure_sets()[FLAGS].measures} == EVERY_FLAG


@both_sets
def test_totals(name: str) -> None:
    measures = measure_sets()[name]
    crime = measures.measure("all-crime").leaves
    records = measures.measure("all-records").leaves
    assert len(crime) == len(set(crime))
    assert len(records) == len(set(records))
    assert set(crime) == of_kind(measures, MeasureKind.OFFENCE)
    assert set(records) == recorded(measures)
    assert not EVERY_FLAG & set(records)


@both_sets
def test_groups_add_up_to_the_whole(name: str) -> None:
    """Every record is counted in one measure of the first level, and in no second."""
    groups = [m for m in measure_sets()[name].measures if m.level == 1]
    counted = [leaf for group in groups for leaf in group.leaves]
    assert sorted(counted) == sorted(recorded(measure_sets()[name]))


@both_sets
def test_a_group_stands_right_above_its_members(name: str) -> None:
    order = [measure.id for measure in measure_sets()[name].measures]
    for group in (m for m in measure_sets()[name].measures if m.level == 1):
        start = order.index(group.id)
        assert tuple(order[start : start + len(group.leaves)]) == group.leaves


def test_a_flag_counts_only_itself() -> None:
    # A record with a strand carries the flag of hate crime too: counting both would be twice.
    for flag in measure_sets()[FLAGS].measures:
        assert flag.leaves == (flag.id,)
        assert flag.kind is MeasureKind.FLAG


def test_a_category_says_what_it_is_made_of() -> None:
    burglary = measure_sets()[POLICE_UK].measure("burglary")
    assert burglary.definition.endswith("Residential burglary; Non-residential burglary.")


@pytest.mark.parametrize("name", [HOME_OFFICE, POLICE_UK, FLAGS])
def test_each_measure_can_be_shown(name: str) -> None:
    for measure in measure_sets()[name].measures:
        assert measure.measure_set == name
        assert measure.noun in {
            ("offence", "offences"),
            ("incident", "incidents"),
            ("record", "records"),
        }
        assert measure.definition.endswith(".")
        assert all(caveat.endswith(".") for caveat in measure.caveats)
        assert measure.owner


@pytest.mark.parametrize(
    ("asked", "suggested"),
    [
        ("shop", "shoplifting"),  # the beginning of an id
        ("vehicle-offense", "vehicle-offences"),  # misspelt
        ("Robbery", "robbery"),  # ids are in lower case
    ],
)
def test_an_unknown_measure_suggests_what_was_meant(asked: str, suggested: str) -> None:
    with pytest.raises(InvalidRequest, match=f"'{asked}' is not a measure.*{suggested}"):
        measure_sets()[HOME_OFFICE].measure(asked)


def test_an_unknown_measure_like_no_other_lists_them() -> None:
    with pytest.raises(InvalidRequest, match="There are all-crime, all-records"):
        measure_sets()[POLICE_UK].measure("qqqq")


@pytest.mark.parametrize(
    ("measure", "name", "subject"),
    [
        ("shoplifting", POLICE_UK, "offence"),
        ("burglary", HOME_OFFICE, "offence"),  # a group may be a leaf
        ("unmapped", POLICE_UK, "offence"),
        ("anti-social-behaviour", POLICE_UK, "anti-social-behaviour"),
        ("nuisance-anti-social-behaviour", HOME_OFFICE, "anti-social-behaviour"),
        ("hate-crime-race", FLAGS, "hate-crime"),
        ("hate-crime", HOME_OFFICE, "hate-crime"),  # a flag, whatever set it is counted beside
        ("knife-crime", HOME_OFFICE, "knife-crime"),
    ],
)
def test_subject(measure: str, name: str, subject: str) -> None:
    assert subject_of(measure, name) == subject
