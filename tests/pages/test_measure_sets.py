"""Where two measure sets hold different months, the page answers in the one that has them."""

from datetime import date
from pathlib import Path

import pytest

from assessment.partnerships import add_partnership
from assessment.people import Person, Role
from assessment.store import Store
from assessment.workspace import Workspace
from tests.changes.given import Given, months
from tests.pages.conftest import YEAR_ON_YEAR, Opens, press, text_of

PUBLIC, OFFENCES = "data.police.uk categories", "Home Office offence groups"
LINK = f"{PUBLIC} have these months."


@pytest.fixture
def two_sets(tmp_path: Path) -> Path:
    """Three years of Rochford in one set; in the other, a month of offences loaded later."""
    path = tmp_path / "two-sets.duckdb"
    store = Store.open(path, create=True)
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    add_partnership(workspace, "Rochford", ["Rochford"])
    public = Given(workspace, "police-uk")
    public.extract("public", when=months(date(2019, 4, 1), date(2022, 3, 1)))
    public.records(40, date(2021, 5, 5), source="public")
    public.seal()
    own = Given(workspace, extracts=public.extracts)
    flags = ("offence", "domestic-abuse")
    own.extract("own", when=[date(2022, 4, 1)], subjects=flags)
    own.records(30, date(2022, 4, 5), source="own", flags=("domestic-abuse",))
    own.seal()
    store.close()
    return path


@pytest.mark.parametrize(
    ("address", "taken", "why"),
    [
        ({}, PUBLIC, "the other has a lone month"),
        ({"ending": "December 2021"}, PUBLIC, "the default set has it"),
        ({"period": "quarter", "ending": "March 2021"}, PUBLIC, "the default set has it"),
        ({"period": "financial year to date", "ending": "April 2022"}, OFFENCES, "only this one"),
        ({"measure": "Violence with injury", "by": "district"}, OFFENCES, "it has the measure"),
        ({"measures": OFFENCES}, OFFENCES, "it is named"),
        ({"measures": OFFENCES, "ending": "April 2022"}, OFFENCES, "it is named"),
    ],
)
def test_the_set_that_has_the_months_answers(
    two_sets: Path, open_page: Opens, address: dict[str, str], taken: str, why: str
) -> None:
    at = open_page(two_sets, YEAR_ON_YEAR, partnership="Rochford", **address)
    assert at.selectbox(key="measures").value == taken, why
    assert not [info for info in at.info if "The address asks for" in info.value]


@pytest.mark.parametrize("page", [None, YEAR_ON_YEAR])
def test_a_set_without_the_months_leads_to_the_one_that_has_them(
    two_sets: Path, open_page: Opens, page: str | None
) -> None:
    days = {"period": "chosen dates", "from": "2022-01-01", "to": "2022-03-31"}
    at = open_page(two_sets, page, partnership="Rochford", measures=OFFENCES, **days)
    assert LINK in text_of(at)
    press(at, f"Show {PUBLIC}")
    assert at.selectbox(key="measures").value == PUBLIC
    shown = text_of(at)
    assert "1 January 2022 to 31 March 2022" in shown
    assert LINK not in shown


def test_no_set_is_offered_that_lacks_the_months(two_sets: Path, open_page: Opens) -> None:
    at = open_page(two_sets, partnership="Rochford", measures=OFFENCES)
    assert "Nothing can be compared" in text_of(at)
    assert LINK not in text_of(at)


def test_months_of_another_set_are_kept_and_lead_to_it(two_sets: Path, open_page: Opens) -> None:
    asked = {"measures": OFFENCES, "period": "quarter", "ending": "March 2022"}
    at = open_page(two_sets, YEAR_ON_YEAR, partnership="Rochford", **asked)
    assert "1 January 2022 to 31 March 2022" in text_of(at)
    assert not [info for info in at.info if "The address asks for" in info.value]
    press(at, f"Show {PUBLIC}")
    assert at.selectbox(key="ending").value == "March 2022"
    assert "1 January 2022 to 31 March 2022" in text_of(at)


def test_a_quarter_that_a_set_has_no_end_of_is_still_the_latest(
    two_sets: Path, open_page: Opens
) -> None:
    asked = {"measures": OFFENCES, "period": "quarter"}
    at = open_page(two_sets, YEAR_ON_YEAR, partnership="Rochford", **asked)
    assert at.selectbox(key="ending").value == "March 2022"


def test_a_measure_that_the_other_set_has_not_gives_way(two_sets: Path, open_page: Opens) -> None:
    asked = {"period": "quarter", "ending": "March 2022", "by": "district"}
    measure = {"measures": OFFENCES, "measure": "Violence with injury"}
    at = open_page(two_sets, YEAR_ON_YEAR, partnership="Rochford", **asked, **measure)
    press(at, f"Show {PUBLIC}")
    assert at.selectbox(key="measure").value == "All crime"
    assert at.query_params.get("measure") in (None, [], ["All crime"])
    assert not [info for info in at.info if "The address asks for" in info.value]


@pytest.mark.parametrize("page", [None, YEAR_ON_YEAR])
def test_a_page_opens_on_the_latest_period_that_can_be_compared(
    tmp_path: Path, open_page: Opens, page: str | None
) -> None:
    """A month that arrives after a gap does not put the two whole years before it out of sight."""
    path = tmp_path / "gap.duckdb"
    store = Store.open(path, create=True)
    workspace = Workspace(store, Person("Test analyst", Role.ANALYST))
    add_partnership(workspace, "Rochford", ["Rochford"])
    given = Given(workspace)
    given.extract(when=months(date(2022, 1, 1), date(2023, 12, 1)))
    given.records(40, date(2022, 5, 5))
    given.records(60, date(2023, 5, 5))
    given.extract(when=[date(2024, 3, 1)])
    given.records(7, date(2024, 3, 5))
    given.seal()
    store.close()
    at = open_page(path, page, partnership="Rochford")
    assert at.selectbox(key="ending").value == "December 2023"
    assert "1 January 2023 to 31 December 2023" in text_of(at)
    # What is asked for is shown all the same.
    at.selectbox(key="ending").set_value("March 2024").run()
    assert "1 April 2023 to 31 March 2024" in text_of(at)
