"""Caveats with a date inside or between the periods stand above the figures; others do not."""

import re
from datetime import date

import pytest

from assessment.changes import year_on_year
from assessment.definitions import measure_sets
from assessment.periods import Period, PeriodKind, period_ending
from tests.changes.asked import asking
from tests.changes.given import Given, months

EVER = months(date(2012, 4, 1), date(2025, 3, 1))


# The effects of what is about every measure of a set.
OF_SETS = ("The lockdowns from March 2020", "Published points are moved")


def year_to(year: int, month: int = 3) -> Period:
    return period_ending(PeriodKind.ROLLING_12, date(year, month, 1))


def test_a_caveat_names_the_dates_of_its_event() -> None:
    """What users read and what comparisons go by are the same days."""
    dates = {
        event.effect: [(when.start, when.until) for when in event.dates]
        for measure_set in measure_sets().values()
        for measure in measure_set.measures
        for event in measure.events
    }
    first_words = {
        "In spring 2023 forces went back": [(date(2023, 3, 1), date(2023, 6, 1))],
        "The lockdowns from March 2020": [(date(2020, 3, 23), date(2021, 7, 19))],
        "Published points are moved": [],
        "Since November 2017 it does not": [(date(2017, 11, 1), None)],
        "From 23 March 2020 into 2021 some": [(date(2020, 3, 23), date(2022, 1, 1))],
        "More complete recording has raised": [(date(2014, 1, 1), date(2015, 1, 1))],
        "Files of before September 2013": [(date(2013, 9, 1), None)],
        "In April 2017 the split": [(date(2017, 4, 1), None), (date(2023, 4, 1), None)],
        "Before April 2017 the police counted burglary in a d": [(date(2017, 4, 1), None)],
        "Before April 2017 the police counted burglary in a b": [(date(2017, 4, 1), None)],
        "From April 2018 it was recorded": [
            (date(2018, 4, 1), None),
            (date(2023, 3, 1), date(2023, 6, 1)),
        ],
    }
    assert len(dates) == len(first_words)
    for words, days in first_words.items():
        assert [dates[effect] for effect in dates if effect.startswith(words)] == [days], words


def test_a_year_in_a_caveat_is_the_year_of_an_event() -> None:
    """A date that only the words know would not stand above the figures."""
    for measure_set in measure_sets().values():
        for measure in measure_set.measures:
            effects = {event.effect for event in measure.events}
            of_sets = {effect for effect in effects if effect.startswith(OF_SETS)}
            assert effects - of_sets <= set(measure.caveats)
            for caveat in set(measure.caveats) - effects:
                assert not re.search(r"\b(19|20)\d\d\b", caveat), measure.id


@pytest.mark.parametrize(
    ("measure", "period", "words", "why"),
    [
        ("violence-against-the-person", year_to(2024), "spring 2023", "between the periods"),
        ("violence-against-the-person", year_to(2024, 5), "spring 2023", "inside them"),
        ("violence-against-the-person", year_to(2025), "spring 2023", "April and May are in it"),
        ("violence-against-the-person", year_to(2022), "", "after both"),
        ("burglary", year_to(2018), "In April 2017", "between the periods"),
        ("burglary", year_to(2019), "", "the first day of both: neither is split by it"),
        ("burglary", year_to(2017), "", "the day after both"),
        ("anti-social-behaviour", year_to(2021), "lockdown", "the later one"),
        ("anti-social-behaviour", year_to(2022), "lockdown", "the earlier one"),
        ("anti-social-behaviour", year_to(2020), "lockdown", "the last days of it"),
        ("anti-social-behaviour", year_to(2019), "", "before it"),
        ("anti-social-behaviour", year_to(2024), "", "long after it"),
    ],
)
def test_dated_caveats_stand_above(
    given_store: Given, measure: str, period: Period, words: str, why: str
) -> None:
    given_store.extract(when=EVER)
    answer = year_on_year(given_store.workspace, asking(measure, period=period))
    label = measure_sets()["home-office"].measure(measure).label
    said = [
        caveat
        for caveat in answer.caveats
        if caveat.startswith(f"{label}:") and OF_SETS[0] not in caveat
    ]
    assert len(said) == bool(words), why
    assert words in "".join(said), why


def test_measures_of_one_caveat_are_named_together(given_store: Given) -> None:
    given_store.measure_set = "police-uk"
    given_store.extract(when=EVER)
    year = year_on_year(
        given_store.workspace, asking(None, period=year_to(2021), measure_set="police-uk")
    )
    (said,) = (caveat for caveat in year.caveats if "lockdown rules" in caveat)
    assert said.startswith("Anti-social behaviour: From 23 March 2020")


def test_what_cannot_be_compared_has_no_such_caveat(given_store: Given) -> None:
    given_store.extract(when=EVER[:12])
    answer = year_on_year(given_store.workspace, asking(None, period=year_to(2024)))
    assert not [caveat for caveat in answer.caveats if "spring 2023" in caveat]
