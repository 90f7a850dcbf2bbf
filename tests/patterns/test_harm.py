"""Harm per offence: weights, mixtures, and what has no weight."""

from datetime import date

import pytest

from assessment.changes.counting.counts import leaf_lists
from assessment.definitions import measure_sets
from assessment.patterns import Harm, Records, flagged_offences, harm_of
from assessment.patterns.crime_harm import weight_range
from assessment.periods import Period, PeriodKind
from tests.changes.given import Given

YEAR = Period(PeriodKind.ROLLING_12, date(2021, 4, 1), date(2022, 4, 1))
HO, STREET = "home-office", "police-uk"


@pytest.mark.parametrize(
    ("measure_set", "leaf", "weight", "why"),
    [
        (HO, "rape", (2555, 2555), "a subgroup has its own"),
        (HO, "burglary", (183.5, 273.5), "recorded under the group: one of the two, unknown which"),
        (HO, "robbery", (365, 365), "both kinds weigh the same"),
        (STREET, "burglary", (183.5, 273.5), "a category is a mixture of subgroups"),
        (STREET, "shoplifting", (1, 1), "or is just one"),
        (STREET, "violence-and-sexual-offences", (10, 5475), "from harassment to homicide"),
        (HO, "personal-anti-social-behaviour", None, "anti-social behaviour has no weight"),
        (STREET, "anti-social-behaviour", None, "nor has it here"),
        (HO, "unmapped", None, "nor what nobody knows the meaning of"),
    ],
)
def test_weights(measure_set: str, leaf: str, weight: tuple[float, float] | None, why: str) -> None:
    assert weight_range(measure_set, leaf) == weight, why


@pytest.mark.parametrize(
    ("counted", "harm", "why"),
    [
        ([(HO, "rape", 1), (HO, "other-sexual-offences", 3)], Harm(775.4375, 775.4375, 4, 0), ""),
        ([(HO, "burglary", 2)], Harm(183.5, 273.5, 2, 0), "a range where the mixture is unknown"),
        (
            [(HO, "residential-burglary", 1), (HO, "burglary", 1)],
            Harm(228.5, 273.5, 2, 0),
            "as much of the range as is known",
        ),
        (
            [(HO, "shoplifting", 2), (HO, "personal-anti-social-behaviour", 5)],
            Harm(1, 1, 2, 5),
            "what has no weight is left out, not counted as 0",
        ),
        ([(HO, "nuisance-anti-social-behaviour", 5)], Harm(None, None, 0, 5), "no weight at all"),
        ([(HO, "rape", 0)], Harm(None, None, 0, 0), "nothing recorded has no harm per offence"),
        ([], Harm(None, None, 0, 0), ""),
    ],
)
def test_harm_per_offence(counted: list[tuple[str, str, int]], harm: Harm, why: str) -> None:
    assert harm_of(counted) == harm, why


def test_what_flagged_records_are_recorded_as(given_store: Given) -> None:
    day = date(2021, 6, 1)
    given_store.records(2, day, "violence-with-injury", flags=("domestic-abuse", "hate-crime"))
    given_store.records(1, day, "rape", flags=("domestic-abuse",))
    given_store.records(5, day, "rape")  # not counted: no flag
    given_store.records(5, day, "rape", flags=("knife-crime",))  # not counted: not asked
    given_store.records(5, date(2022, 4, 1), "rape", flags=("domestic-abuse",))  # too late
    given_store.records(5, day, "rape", flags=("domestic-abuse",), district="Maldon")  # elsewhere
    given_store.records(5, day, "rape", flags=("domestic-abuse",), source="council")  # not chosen
    given_store.records(5, day, "rape", flags=("domestic-abuse",), ended=2)  # withdrawn
    given_store.seal()
    flags = measure_sets()["flags"]
    records = Records(
        YEAR,
        leaf_lists([flags.measure(each) for each in ("domestic-abuse", "hate-crime")]),
        {
            "grounds": ["Rochford", "Rochford"],
            "subjects": ["domestic-abuse", "hate-crime"],
            "sources": ["police", "police"],
        },
        list(measure_sets()),
    )
    found = flagged_offences(given_store.workspace, records)
    assert found == {
        "domestic-abuse": [(HO, "rape", 1), (HO, "violence-with-injury", 2)],
        "hate-crime": [(HO, "violence-with-injury", 2)],
    }
