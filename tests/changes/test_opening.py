"""The set in which a page opens, where several hold a place: the one that has the months."""

from datetime import date

import pytest

from assessment.changes import available, default_question, set_with_months
from assessment.periods import PeriodKind
from tests.changes.asked import ROCHFORD
from tests.changes.given import Given, months

FIRST = date(2019, 4, 1)
YEARS = months(FIRST, date(2022, 3, 1))
APRILS = (date(2021, 4, 1), date(2022, 4, 1))
OFFENCES, PUBLIC = "home-office", "police-uk"


@pytest.mark.parametrize(
    ("offences", "public", "taken", "kind", "why"),
    [
        ([date(2022, 4, 1)], YEARS, PUBLIC, PeriodKind.ROLLING_12, "a lone later month"),
        ([date(2022, 3, 1)], YEARS, PUBLIC, PeriodKind.ROLLING_12, "a lone month of the same end"),
        (APRILS, YEARS, PUBLIC, PeriodKind.ROLLING_12, "a year carries more than a month"),
        (YEARS, YEARS, OFFENCES, PeriodKind.ROLLING_12, "as many: what reports print"),
        (YEARS[:-1], YEARS, PUBLIC, PeriodKind.ROLLING_12, "it reaches further"),
        (YEARS[:24], YEARS[-15:], PUBLIC, PeriodKind.QUARTER, "the other ended a year ago"),
        (YEARS[:25], YEARS[-15:], OFFENCES, PeriodKind.ROLLING_12, "it ended 11 months ago"),
        (YEARS[:5], YEARS[-15:], PUBLIC, PeriodKind.QUARTER, "the other compares nothing"),
        (YEARS[:5], YEARS[:4], OFFENCES, PeriodKind.CUSTOM, "neither compares anything"),
        (YEARS[:5], YEARS[2:16], PUBLIC, PeriodKind.CUSTOM, "two months of two years"),
        (
            (*YEARS[:24], YEARS[26]),
            [],
            OFFENCES,
            PeriodKind.ROLLING_12,
            "not the month after a gap",
        ),
    ],
)
def test_the_set_that_has_the_months_opens(
    given_store: Given,
    offences: tuple[date, ...],
    public: tuple[date, ...],
    taken: str,
    kind: PeriodKind,
    why: str,
) -> None:
    given_store.extract("own", when=offences)
    given_store.measure_set = PUBLIC
    given_store.extract("public", when=public)
    question = default_question(given_store.workspace, ROCHFORD)
    assert (question.measure_set, question.period.kind) == (taken, kind), why


@pytest.mark.parametrize(
    ("needed", "taken", "why"),
    [
        (YEARS[-24:], PUBLIC, "it has them all"),
        ([date(2022, 4, 1)], OFFENCES, "only this set has it"),
        (months(FIRST, date(2022, 4, 1)), OFFENCES, "neither has them all: it reaches further"),
    ],
)
def test_the_set_that_answers_for_some_months(
    given_store: Given, needed: tuple[date, ...], taken: str, why: str
) -> None:
    given_store.extract("own", when=[date(2022, 4, 1)], subjects=("offence", "domestic-abuse"))
    given_store.measure_set = PUBLIC
    given_store.extract("public", when=YEARS)
    held = available(given_store.workspace, ROCHFORD)
    found = set_with_months(held, frozenset(needed))
    assert found is not None
    assert found.measure_set == taken, why


def test_no_set_answers_where_there_is_none() -> None:
    assert set_with_months({}, frozenset()) is None
