"""What is known of an issue from the records: numbers, words, and when there is nothing to say."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from assessment.changes import Question, Verdict, year_on_year
from assessment.definitions import POLICE_UK
from assessment.definitions.schemes.scoring_rules import VERDICTS
from assessment.patterns.concentration import share_by_chance
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, number
from assessment.risk_matrix.evidence.indicators_from_records import count_issues
from assessment.risk_matrix.indicators.area_concentration import CONCENTRATION, EXCESS
from assessment.risk_matrix.indicators.harm_indicators import HARM_DAYS, HARM_PER_OFFENCE
from assessment.risk_matrix.indicators.indicator_kinds import RecordIndicator
from assessment.risk_matrix.indicators.indicator_registry import INDICATORS
from assessment.risk_matrix.indicators.peer_indicator import PEERS
from assessment.risk_matrix.indicators.recorded_change import CHANGE
from assessment.risk_matrix.indicators.recorded_volume import RECORDS, SHARE
from assessment.risk_matrix.indicators.repeat_victims import REPEAT_VICTIMS
from assessment.risk_matrix.issues import Issue
from tests.changes.given import Given, months
from tests.risk_matrix.records import (
    BEFORE,
    MARCH,
    NOW,
    ROCHFORD,
    TWO_YEARS,
    YEAR,
    an_issue,
    flagged,
)

FROM_RECORDS = [each for each in INDICATORS.values() if isinstance(each, RecordIndicator)]


def known(given_store: Given, indicator: RecordIndicator, issue: Issue) -> IndicatorValue:
    """Ask for one indicator of one issue, among others that must not disturb it."""
    among = [an_issue("rape"), flagged("hate-crime"), an_issue("all-crime"), issue]
    asked = list({each.id: each for each in among}.values())
    counts = count_issues(given_store.workspace, ROCHFORD, YEAR, asked)
    return indicator.tell(counts[issue.id])


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.05, "0.1"), (-0.05, "−0.1"), (2.0, "2"), (12345.25, "12,345.3"), (0.0, "0"), (0.04, "0")],
)
def test_numbers_are_rounded_half_away_from_zero(value: float, text: str) -> None:
    assert number(value) == text


def test_share_of_crime_and_disorder_together(covered: Given) -> None:
    covered.records(3, NOW, "arson", flags=("hate-crime",))
    covered.records(9, NOW, "personal-anti-social-behaviour")
    covered.records(9, BEFORE, "arson")  # not counted: last year
    covered.seal()
    found = known(covered, SHARE, an_issue("arson"))
    assert found.value == 25
    assert found.words == "3 of 12 records of crime and anti-social behaviour: 25%."
    assert found.source == "records of police; queries/changes/monthly_counts.sql"
    assert known(covered, SHARE, flagged("hate-crime")).value == 25, "of the same records"
    assert known(covered, SHARE, an_issue("robbery")).value == 0, "covered and none: 0"
    assert known(covered, SHARE, an_issue("both", "arson", "criminal-damage")).value == 25


@pytest.mark.parametrize(
    ("before", "now", "value", "words", "why"),
    [
        (50, 100, 100, "50 the year before, 100 now: +100%, plausibly between +34.1% and", ""),
        (100, 96, -4, "100 the year before, 96 now: −4%, plausibly between −30.9% and +33.5%.", ""),
        (5, 10, 100, "5 the year before, 10 now.", "no percentage of fewer than 10 is printed"),
        (0, 10, None, "0 the year before, 10 now: with none in one", "nothing to divide by"),
        (10, 0, None, "10 the year before, 0 now: with none in one", "no interval"),
    ],
)
def test_change_with_its_interval(
    covered: Given, before: int, now: int, value: float | None, words: str, why: str
) -> None:
    covered.records(before, BEFORE, "arson")
    covered.records(now, NOW, "arson")
    covered.seal()
    found = known(covered, CHANGE, an_issue("arson"))
    assert found.value == value, why
    assert found.is_printable is (value is None or before >= 10)
    assert (found.interval is None) is (value is None)
    assert found.words.startswith(words)


def test_a_year_before_that_is_not_covered_leaves_the_rest_known(given_store: Given) -> None:
    given_store.extract(when=months(date(2021, 4, 1), MARCH))
    given_store.records(20, NOW, "arson", lsoa="E1")
    given_store.seal()
    arson = an_issue("arson")
    change = known(given_store, CHANGE, arson)
    assert change.value is None
    assert "No data for April 2020 to March 2021" in change.words
    assert known(given_store, SHARE, arson).value == 100
    assert known(given_store, RECORDS, arson).words == "20 offences."
    assert known(given_store, HARM_PER_OFFENCE, arson).value == 185


def test_a_year_that_is_not_covered_is_not_a_zero(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS[:-1])
    given_store.records(20, NOW, "arson", lsoa="E1")
    given_store.seal()
    for value in FROM_RECORDS:
        found = known(given_store, value, an_issue("arson"))
        assert found.value is None, value
        assert "March 2022" in found.words or value is REPEAT_VICTIMS


def test_harm_of_offences_and_of_what_a_flag_stands_on(covered: Given) -> None:
    covered.records(1, NOW, "rape", flags=("hate-crime",))
    covered.records(3, NOW, "other-sexual-offences")
    covered.records(1, NOW, "nuisance-anti-social-behaviour", flags=("hate-crime",))
    covered.seal()
    sexual = an_issue("sexual-offences")
    assert known(covered, HARM_PER_OFFENCE, sexual).value == 775.4375
    assert known(covered, HARM_DAYS, sexual).value == 3101.75
    hate = known(covered, HARM_PER_OFFENCE, flagged("hate-crime"))
    assert hate.value == 2555
    assert "1 of its records have no weight" in " ".join(hate.caveats)
    assert "queries/patterns/flagged_offences.sql" in hate.source
    assert "second hand" in " ".join(hate.caveats)


def test_what_has_no_weight_or_no_single_one(covered: Given) -> None:
    covered.records(2, NOW, "nuisance-anti-social-behaviour", flags=("hate-crime",))
    covered.records(1, NOW, "burglary", flags=("hate-crime",))  # recorded under the group only
    covered.seal()
    disorder = an_issue("nuisance-anti-social-behaviour")
    assert "none is made up" in known(covered, HARM_PER_OFFENCE, disorder).words
    assert known(covered, HARM_DAYS, disorder).value is None
    burglary = known(covered, HARM_PER_OFFENCE, an_issue("burglary"))
    assert (burglary.value, burglary.between) == (None, (183.5, 273.5))
    assert known(covered, HARM_DAYS, an_issue("burglary")).value is None
    assert known(covered, HARM_DAYS, an_issue("robbery")).value == 0, "none did no harm"
    assert known(covered, HARM_PER_OFFENCE, an_issue("robbery")).value is None
    mostly_none = known(covered, HARM_PER_OFFENCE, flagged("hate-crime"))
    assert "a weight for only 1 of its records" in mostly_none.words


@pytest.mark.parametrize(
    ("areas", "located", "elsewhere", "value", "words"),
    [
        (
            *(20, 30, 0, 100),
            "100% in 1 of 20 small areas, where random scatter of so many records would give "
            "13.8%: 86.2 points more. Half of them in 1.",
        ),
        (20, 30, 30, 100, "100% in 1 of 20 small areas"),  # half are located: just enough
        (20, 30, 31, None, "Only 30 of its records name a small area"),
        (20, 19, 0, None, "19 records over 20 small areas: with fewer than one for each"),
        (20, 20, 0, 100, "100% in 1 of 20"),
        (19, 20, 0, None, "There are only 19 small areas"),
        (20, 0, 5, None, "None of its records name a small area"),
        (20, 0, 0, None, "None of its records name a small area"),
    ],
)
def test_concentration(
    covered: Given, areas: int, located: int, elsewhere: int, value: float | None, words: str
) -> None:
    for n in range(areas):
        covered.records(1, NOW, "robbery", lsoa=f"E{n}")
    covered.records(located, NOW, "arson", lsoa="E0", flags=("hate-crime",))
    covered.records(elsewhere, NOW, "arson", flags=("hate-crime",))
    covered.seal()
    for issue in (an_issue("arson"), flagged("hate-crime")):  # among the same small areas
        found = known(covered, CONCENTRATION, issue)
        assert found.value == value
        assert found.words.startswith(words)
        excess = known(covered, EXCESS, issue)
        assert excess.words == found.words
        assert (excess.value is None) is (value is None)
        if value is not None and excess.value is not None:
            by_chance = 100 * share_by_chance(located, areas, 1)
            assert excess.value == pytest.approx(value - by_chance)
            assert excess.interval == pytest.approx((excess.value, excess.value)), "all in one"


def test_peers(covered: Given) -> None:
    for district, arsons in (("Rochford", 6), ("Castle Point", 2), ("Maldon", 4)):
        covered.records(arsons, NOW, "arson", district=district, flags=("hate-crime",))
        covered.records(100 - arsons, NOW, "robbery", district=district)
    covered.seal()
    for issue in (an_issue("arson"), flagged("hate-crime")):
        found = known(covered, PEERS, issue)
        assert found.value == 2
        assert found.words == (
            "6 for each 100 offences here, 3 in the middle of 2 other districts of the force "
            "(Castle Point and Maldon): a ratio of 2. Around that middle, counting alone puts a "
            "place of this size between 0 and 6.4: it is within that."
        )
        # exp(±1.96 × √(1/6 + 1/3)): 6 arsons here, 2 and 4 behind the middle.
        assert found.interval == pytest.approx((0.5, 8.0), rel=0.01)
        assert "Populations are not loaded" in found.caveats[0]
    assert "has none" in known(covered, PEERS, an_issue("homicide")).words


def people(given: Given, year: int = 2021, **thousands: int) -> None:
    """Put in how many thousands live in some districts."""
    put_populations(given, year, "residents", thousands)


def put_populations(given: Given, year: int, of: str, thousands: Mapping[str, int]) -> None:
    codes = {"rochford": "E07000075", "castle_point": "E07000069", "maldon": "E07000074"}
    with given.workspace.store.writing() as writer:
        writer.run(
            "put_populations",
            areas=[codes[each] for each in thousands],
            years=[year] * len(thousands),
            counted=of,
            numbers=[1000 * n for n in thousands.values()],
            doubts=[""] * len(thousands),
            source=f"ons-{year}.csv" if of == "residents" else f"{of}-{year}.csv",
            loaded_by="x",
        )


@pytest.fixture
def arsons(covered: Given) -> Given:
    """8, 9 and 3 arsons in districts of very different size."""
    for district, n in (("Rochford", 8), ("Castle Point", 9), ("Maldon", 3)):
        covered.records(n, NOW, "arson", district=district)
        covered.records(100 - n, NOW, "robbery", district=district)
    covered.seal()
    return covered


def test_with_populations_it_is_a_rate(arsons: Given) -> None:
    people(arsons, 2021, rochford=80, castle_point=90, maldon=60)
    people(arsons, 2011, rochford=1, castle_point=1, maldon=1)  # further from the period
    found = known(arsons, PEERS, an_issue("arson"))
    assert found.value == pytest.approx(0.1 / 0.075)
    assert found.words == (
        "0.10 for each 1,000 residents here, 0.08 in the middle of 2 other districts of the force "
        "(Castle Point and Maldon): a ratio of 1.33. Residents here: 80,000 in mid-2021, from "
        "ons-2021.csv. Around that middle, "
        "counting alone puts a place of this size between 0.01 and 0.14: it is within that."
    )
    assert "population from ons-2021.csv" in found.source
    assert found.caveats == ()


def test_burglary_of_homes_is_set_against_homes(covered: Given) -> None:
    """8 for 40,000 homes is 0.2; 9 for 30,000 and 3 for 30,000 are 0.3 and 0.1, the middle 0.2."""
    for district, n in (("Rochford", 8), ("Castle Point", 9), ("Maldon", 3)):
        covered.records(n, NOW, "residential-burglary", district=district)
        covered.records(100 - n, NOW, "robbery", district=district)
    covered.seal()
    people(covered, rochford=80, castle_point=90, maldon=60)
    burglary = an_issue("residential-burglary")
    by_residents = known(covered, PEERS, burglary)
    assert by_residents.words.startswith("0.10 for each 1,000 residents here")
    assert "households of the place" in by_residents.caveats[0]
    homes = {"rochford": 40, "castle_point": 30, "maldon": 30}
    put_populations(covered, 2021, "households", homes)
    found = known(covered, PEERS, burglary)
    assert found.value == pytest.approx(1)
    assert found.words.startswith("0.20 for each 1,000 households here, 0.20 in the middle")
    assert "Households here: 40,000 in mid-2021, from households-2021.csv." in found.words
    assert found.words.endswith("For each 1,000 residents it is 0.10 here, 0.08 in the middle.")
    assert "households from households-2021.csv" in found.source
    assert found.caveats == ()
    assert "1,000 residents here" in known(covered, PEERS, an_issue("robbery")).words


PARTLY = [
    ({"castle_point": 90, "maldon": 60}, "The population of Rochford is not loaded: "),
    ({"rochford": 80, "maldon": 60}, "more districts is not loaded: "),
]


@pytest.mark.parametrize(("there", "said"), PARTLY)
def test_where_a_population_is_missing_shares_are_compared(
    arsons: Given, there: dict[str, int], said: str
) -> None:
    people(arsons, **there)
    found = known(arsons, PEERS, an_issue("arson"))
    assert found.words.startswith("8 for each 100 offences here, 6 in the middle of 2")
    assert said in found.caveats[0]


def test_a_year_that_all_have_goes_before_a_nearer_one_that_some_lack(arsons: Given) -> None:
    people(arsons, 2021, rochford=80, castle_point=90)
    people(arsons, 2018, rochford=40, castle_point=90, maldon=60)
    found = known(arsons, PEERS, an_issue("arson"))
    assert "0.20 for each 1,000 residents here" in found.words
    assert found.caveats == (
        "The population is that of mid-2018, 3 years or more away from the middle of the period: "
        "load a nearer year where there is one.",
    )


def test_too_few_peers_are_told(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS)
    given_store.records(5, NOW, "arson")
    given_store.seal()
    found = known(given_store, PEERS, an_issue("arson"))
    assert "Fewer than 2 other districts" in found.words


def test_repeat_victims_are_for_people_to_judge(covered: Given) -> None:
    assert known(covered, REPEAT_VICTIMS, an_issue("arson")).value is None


def test_each_issue_is_counted_in_its_own_set(covered: Given) -> None:
    """Two sets use the same ids: shoplifting of one is never counted in the other."""
    covered.records(3, NOW, "shoplifting")
    covered.seal()
    covered.measure_set = POLICE_UK
    covered.extract("street", when=TWO_YEARS)
    covered.records(7, NOW, "shoplifting", source="street")
    covered.seal()
    street = an_issue("street-shoplifting", "shoplifting", measure_set=POLICE_UK)
    assert known(covered, RECORDS, street).value == 7
    assert known(covered, RECORDS, an_issue("shoplifting")).value == 3


def test_many_issues_against_counting_one_record_at_a_time(covered: Given) -> None:
    """Records by chance, then every value worked out slowly from the records themselves."""
    random = np.random.default_rng(4)
    leaves = ("rape", "other-sexual-offences", "robbery", "shoplifting", "arson")
    drawn = [
        (
            leaves[random.integers(len(leaves))],
            ("Rochford", "Castle Point", "Maldon")[random.choice(3, p=(0.6, 0.2, 0.2))],
            f"E{int(random.exponential(9))}",
            random.random() < 0.2,
        )
        for _ in range(900)
    ]
    for leaf, district, lsoa, hate in drawn:
        flags = ("hate-crime",) if hate else ()
        covered.records(1, NOW, leaf, district=district, lsoa=lsoa, flags=flags)
    covered.seal()
    here = [one for one in drawn if one[1] == "Rochford"]
    for issue, members in (
        (an_issue("sexual-offences"), {"rape", "other-sexual-offences"}),
        (an_issue("shoplifting"), {"shoplifting"}),
        (flagged("hate-crime"), None),
    ):
        mine = [one for one in here if (one[3] if members is None else one[0] in members)]
        places = Counter(lsoa for _, _, lsoa, _ in mine).most_common()
        top = max(1, int(0.05 * len({lsoa for _, _, lsoa, _ in here}) + 0.5))
        held = 100 * sum(n for _, n in places[:top]) / len(mine)
        assert known(covered, SHARE, issue).value == pytest.approx(100 * len(mine) / len(here))
        assert known(covered, CONCENTRATION, issue).value == pytest.approx(held)
        rates = []
        for district in ("Rochford", "Castle Point", "Maldon"):
            every = [one for one in drawn if one[1] == district]
            some = [one for one in every if (one[3] if members is None else one[0] in members)]
            rates.append(len(some) / len(every))
        ratio = rates[0] / ((rates[1] + rates[2]) / 2)
        assert known(covered, PEERS, issue).value == pytest.approx(ratio)
        days = {"rape": 2555, "other-sexual-offences": 182.25, "robbery": 365, "shoplifting": 1}
        harm = sum(days.get(leaf, 185) for leaf, *_ in mine) / len(mine)
        assert known(covered, HARM_PER_OFFENCE, issue).value == pytest.approx(harm)


def test_a_caveat_dated_outside_the_two_years_is_not_told(covered: Given) -> None:
    """Its measure names November 2017; the two years are April 2020 to March 2022."""
    covered.records(100, BEFORE, "violence-with-injury")
    covered.records(100, NOW, "violence-with-injury")
    covered.seal()
    found = count_issues(covered.workspace, ROCHFORD, YEAR, [an_issue("violence-with-injury")])
    measure = found["violence-with-injury"].change.measure
    assert any("November 2017" in caveat for caveat in measure.caveats)
    assert not any("November 2017" in effect for effect in found["violence-with-injury"].dated)


def test_a_caveat_dated_between_the_two_years_stands_with_the_change(covered: Given) -> None:
    covered.records(100, BEFORE, "personal-anti-social-behaviour")
    covered.records(100, NOW, "personal-anti-social-behaviour")
    covered.seal()
    issue = an_issue("personal-anti-social-behaviour")
    dated = count_issues(covered.workspace, ROCHFORD, YEAR, [issue])[issue.id].dated
    assert any("2020" in caveat for caveat in dated)
    assert set(dated) <= set(known(covered, CHANGE, issue).caveats)
    assert not set(dated) & set(known(covered, SHARE, issue).caveats)


SAID = [
    (200, 100, "fall", "bigger than the usual ups and downs"),
    (100, 96, "no clear change", "No clear change."),
    (1000, 1130, "rise", "A rise, perhaps no more than the usual ups and downs."),
    (100, 300, "unusual rise", "A rise, bigger than the usual ups and downs."),
]


@pytest.mark.parametrize(("before", "now", "said", "words"), SAID)
def test_a_change_is_called_what_year_on_year_calls_it(
    covered: Given, before: int, now: int, said: str, words: str
) -> None:
    covered.records(before, BEFORE, "arson")
    covered.records(now, NOW, "arson")
    covered.seal()
    found = known(covered, CHANGE, an_issue("arson"))
    assert found.verdict == VERDICTS.index(said)
    assert words in found.words
    question = Question(ROCHFORD, YEAR, YEAR.year_before(), "home-office")
    answer = year_on_year(covered.workspace, question)
    (row,) = (each for each in answer.changes if each.measure.id == "arson")
    assert (row.verdict.value, bool(row.unusual)) == (
        said.removeprefix("unusual "),
        "bigger" in words,
    )
    # What counting might as well have given is centred on it, and on what is said of it.
    values = [value for value, _ in found.alternatives]
    assert values == sorted(values)
    middle = found.alternatives[len(values) // 2]
    assert middle[0] == pytest.approx(found.value)
    assert middle[1] == found.verdict


def test_a_change_without_a_verdict_has_no_score(covered: Given) -> None:
    covered.records(100, BEFORE, "arson")
    covered.records(200, NOW, "arson")
    covered.seal()
    counts = count_issues(covered.workspace, ROCHFORD, YEAR, [an_issue("arson")])["arson"]
    refused = replace(counts.change, verdict=Verdict.NOT_COMPARABLE, reason="It depends.")
    found = CHANGE.tell(replace(counts, change=refused))
    assert (found.verdict, found.alternatives) == (None, ())
    assert "It has no verdict. It depends." in found.words
