"""Caveats with a date inside or between the periods stand above the figures; others do not."""

from datetime import date

import pytest

from assessment.changes import year_on_year
from assessment.changes.comparable.series_breaks import stretches
from assessment.definitions import measure_sets
from assessment.periods import Period, PeriodKind, period_ending
from tests.changes.asked import asking
from tests.changes.given import Given, months

EVER = months(date(2012, 4, 1), date(2025, 3, 1))


def year_to(year: int, month: int = 3) -> Period:
    return period_ending(PeriodKind.ROLLING_12, date(year, month, 1))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In spring 2023 forces went back.", [(date(2023, 3, 1), date(2023, 6, 1))]),
        ("Since November 2017 it does not.", [(date(2017, 11, 1), date(2017, 11, 1))]),
        ("From 23 March 2020 into 2021 some", [(date(2020, 3, 23), date(2022, 1, 1))]),
        ("raised these figures since 2014.", [(date(2014, 1, 1), date(2015, 1, 1))]),
        (
            "From April 2018, until counted again from spring 2023.",
            [(date(2018, 4, 1), date(2018, 4, 1)), (date(2023, 3, 1), date(2023, 6, 1))],
        ),
        ("Small numbers: read several years together.", []),
        ("A file of 20150 rows.", []),
    ],
)
def test_dates_are_read_from_a_caveat(text: str, found: list[tuple[date, date]]) -> None:
    assert stretches(text) == found


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
    said = [caveat for caveat in answer.caveats if caveat.startswith(f"{label}:")]
    assert len(said) == bool(words), why
    assert words in "".join(said), why


def test_measures_of_one_caveat_are_named_together(given_store: Given) -> None:
    given_store.measure_set = "police-uk"
    given_store.extract(when=EVER)
    year = year_on_year(
        given_store.workspace, asking(None, period=year_to(2021), measure_set="police-uk")
    )
    (said,) = (caveat for caveat in year.caveats if "lockdown" in caveat)
    assert said.startswith("Anti-social behaviour: From 23 March 2020")


def test_what_cannot_be_compared_has_no_such_caveat(given_store: Given) -> None:
    given_store.extract(when=EVER[:12])
    answer = year_on_year(given_store.workspace, asking(None, period=year_to(2024)))
    assert not [caveat for caveat in answer.caveats if "spring 2023" in caveat]
