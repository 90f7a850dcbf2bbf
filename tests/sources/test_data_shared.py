"""Which data of each authority came, by the quarter that is due by law."""

from datetime import date

import pytest

from assessment.outputs.sources.authority_table import authority_summary, came_in_words, sign
from assessment.sources.data_shared import SharedByAuthority, data_shared
from tests.changes.given import OFFENCES, Given, months

QUARTER = months(date(2026, 4, 1), date(2026, 6, 1))
TODAY = date(2026, 11, 30)
PAIR = (("district", "Castle Point"), ("district", "Rochford"))


def of(given: Given, data: str, today: date = TODAY) -> SharedByAuthority:
    every = data_shared(given.workspace, ["Castle Point", "Rochford"], today)
    return next(shared for shared in every if shared.data.id == data)


def test_a_whole_quarter_of_every_district_came(given_store: Given) -> None:
    given_store.extract(when=QUARTER, covers=PAIR, subjects=OFFENCES)
    shared = of(given_store, "police-crime")
    assert shared.has_come
    assert came_in_words(shared) == "Came: all of April to June 2026, the last quarter that is due."
    assert sign(shared) == "●"


def test_a_district_that_lacks_a_month_is_named(given_store: Given) -> None:
    given_store.extract(when=QUARTER, covers=PAIR[:1], subjects=OFFENCES)
    given_store.extract(when=QUARTER[:2], covers=PAIR[1:], subjects=OFFENCES)
    shared = of(given_store, "police-crime")
    assert not shared.has_come
    assert came_in_words(shared) == (
        "Came, but of April to June 2026 not all is there (Rochford); whole in every district up "
        "to May 2026."
    )


def test_what_has_not_come_and_what_has_no_place(given_store: Given) -> None:
    given_store.extract(when=QUARTER, covers=PAIR, subjects=OFFENCES)
    assert came_in_words(of(given_store, "fire-incidents")) == "Has not come."
    assert "No data set here holds these" in came_in_words(of(given_store, "council-exclusions"))


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 9, 30), date(2026, 1, 1)),  # the last day on which April to June is in time
        (date(2026, 10, 1), date(2026, 4, 1)),
        (date(2026, 12, 31), date(2026, 4, 1)),
        (date(2027, 1, 1), date(2026, 7, 1)),
    ],
)
def test_a_quarter_is_due_by_the_end_of_the_next(
    given_store: Given, today: date, first: date
) -> None:
    assert of(given_store, "police-crime", today).quarter == first


def test_how_many_came(given_store: Given) -> None:
    given_store.extract(when=QUARTER, covers=PAIR, subjects=OFFENCES)
    every = data_shared(given_store.workspace, ["Castle Point", "Rochford"], TODAY)
    asked = sum(bool(shared.data.prescribed) for shared in every)
    assert f"nothing of {asked - 1}." in authority_summary(every)
