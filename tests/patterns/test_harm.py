"""Harm per offence: weights, mixtures, and what has no weight."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.changes.counting.counts import leaf_lists
from assessment.definitions import COST, SEVERITY, measure_sets
from assessment.patterns.crime_harm import Harm, harm_of, weight_range
from assessment.patterns.recorded_offences import (
    Recorded,
    coded_offences,
    flagged_offences,
    with_codes,
)
from assessment.patterns.records_in_scope import Records
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
    found = harm_of(Recorded(*each) for each in counted)
    assert replace(found, deviation=0.0, by_subgroup=0) == harm, why


def test_how_far_offences_differ_and_how_many_have_a_median() -> None:
    counted = [Recorded(HO, "rape", 1), Recorded(HO, "other-sexual-offences", 3)]
    found = harm_of(counted)
    # (2555 − 182.25) × √(1/4 × 3/4).
    assert found.deviation == pytest.approx(2372.75 * (3 / 16) ** 0.5)
    assert found.by_subgroup == 4
    assert harm_of([Recorded(HO, "shoplifting", 2)]).by_subgroup == 0, "both kinds weigh the same"


@pytest.mark.parametrize(
    ("counted", "harm", "why"),
    [
        ((HO, "possession-of-weapons", 9), Harm(None, None, 0, 0, left_out=9), "found by police"),
        ((STREET, "drugs", 4), Harm(None, None, 0, 0, left_out=4), "every kind of it is"),
        ((HO, "shoplifting", 2), Harm(1, 1, 2, 0), "reported"),
    ],
)
def test_what_police_find_may_be_left_out(
    counted: tuple[str, str, int], harm: Harm, why: str
) -> None:
    assert harm_of([Recorded(*counted)], without_found=True) == harm, why
    assert harm_of([Recorded(*counted)]).left_out == 0


def test_other_sets_have_weights_of_their_own_and_of_single_offences() -> None:
    robbery = [Recorded(HO, "robbery", 2)]
    assert harm_of(robbery, SEVERITY).least == 746
    assert harm_of(robbery, COST).least == 11320
    # Actual bodily harm 127, attempted murder 4,663; of violence alike there is no weight.
    coded = [Recorded(HO, "violence-with-injury", n, c) for n, c in ((3, "8G"), (1, "2"))]
    assert harm_of(coded, SEVERITY).least == pytest.approx((3 * 127 + 4663) / 4)
    assert harm_of(coded).least == 365, "the first set has none by offence"
    assert harm_of([Recorded(HO, "violence-with-injury", 4)], SEVERITY).least is None


def test_offences_by_the_codes_that_a_source_writes(given_store: Given) -> None:
    day = date(2021, 6, 1)
    for category, n in (("8N", 3), ("8G Actual bodily harm", 2), ("GBH", 1)):
        given_store.records(n, day, "violence-with-injury", category=category)
    given_store.records(4, day, "shoplifting", category="46")  # no set tells shoplifting apart
    given_store.records(5, day, "violence-with-injury", category="8N", ended=2)  # withdrawn
    given_store.seal()
    home_office = measure_sets()[HO]
    records = Records(
        YEAR,
        leaf_lists([home_office.measure(each) for each in ("violence-with-injury", "shoplifting")]),
        {"grounds": ["Rochford"], "subjects": ["offence"], "sources": ["police"]},
        [HO],
    )
    coded = coded_offences(given_store.workspace, records, HO)
    by_code = {each.offence: each.n for each in coded["violence-with-injury"]}
    assert by_code == {"8N": 3, "8G": 2, "": 1}
    assert "shoplifting" not in coded
    assert coded_offences(given_store.workspace, records, STREET) == {}


def test_codes_count_only_where_every_record_was_looked_at() -> None:
    coded = [Recorded(HO, "violence-with-injury", 3, "8N")]
    by_leaf = {"violence-with-injury": 3, "shoplifting": 2}
    assert with_codes(by_leaf, HO, coded) == [Recorded(HO, "shoplifting", 2), *coded]
    # A source that sends counts has no records behind the rest.
    more = {"violence-with-injury": 5}
    assert with_codes(more, HO, coded) == [Recorded(HO, "violence-with-injury", 5)]


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
        "domestic-abuse": [Recorded(HO, "rape", 1), Recorded(HO, "violence-with-injury", 2)],
        "hate-crime": [Recorded(HO, "violence-with-injury", 2)],
    }
