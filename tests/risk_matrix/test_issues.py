"""Which issues an assessment begins with, and what an issue counts."""

from datetime import date

import pytest

from assessment.definitions import FLAGS, HOME_OFFICE, POLICE_UK
from assessment.errors import InvalidRequest
from assessment.risk_matrix import shipped_schemes
from assessment.risk_matrix.assessment_year import (
    latest_ending,
    main_set,
    set_covering,
    year_ending,
)
from assessment.risk_matrix.assessments import start_assessment
from assessment.risk_matrix.issues import MOST_ISSUES, Issue, candidates, issues_of, measure_of
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
    uncounted,
)

SCHEME = shipped_schemes()["weighted-evidence"]
# Looked at whatever the records say.
ALWAYS = {
    "domestic-abuse",
    "hate-crime",
    "sexual-offences",
    "county-lines",
    "modern-slavery-and-exploitation",
    "radicalisation",
}


def found(given_store: Given, ending: date = MARCH) -> dict[str, Issue]:
    return {each.id: each for each in candidates(given_store.workspace, "rochford", ending)}


def test_what_either_year_has_records_of(covered: Given) -> None:
    covered.records(1, NOW, "residential-burglary")
    covered.records(1, BEFORE, "arson")  # a year ago counts: that there are none now is a change
    covered.records(1, NOW, "rape")  # counted in the group that is prepared
    covered.records(1, NOW, "shoplifting", flags=("hate-crime", "hate-crime-race"))
    covered.records(1, date(2020, 3, 31), "robbery")  # too early
    covered.records(1, date(2022, 4, 1), "bicycle-theft")  # too late
    covered.records(1, NOW, "homicide", district="Maldon")  # elsewhere
    covered.seal()
    issues = found(covered)
    assert issues.keys() == ALWAYS | {"residential-burglary", "arson", "shoplifting"}
    assert issues["hate-crime"].measures == ((FLAGS, "hate-crime"),)
    assert issues["sexual-offences"].measures == ((HOME_OFFICE, "sexual-offences"),)
    assert issues["domestic-abuse"].measures == (), "covered, and marked nowhere"
    assert issues["hate-crime"].under_reported
    assert not issues["arson"].under_reported


def test_street_files_have_issues_of_their_own(given_store: Given) -> None:
    given_store.measure_set = POLICE_UK
    given_store.extract(when=TWO_YEARS)
    given_store.records(1, NOW, "violence-and-sexual-offences")
    given_store.records(1, NOW, "vehicle-crime")
    given_store.seal()
    given_store.run("INSERT INTO partnership VALUES ('rochford', 'Rochford', false)")
    given_store.run("INSERT INTO partnership_district VALUES ('rochford', 'Rochford')")
    issues = found(given_store)
    assert issues.keys() == ALWAYS | {"violence-and-sexual-offences", "vehicle-crime"}
    assert issues["vehicle-crime"].measures == ((POLICE_UK, "vehicle-crime"),)


def test_a_year_without_records_is_told_with_what_there_is(covered: Given) -> None:
    with pytest.raises(InvalidRequest, match=r"There are: April 2020 to March 2022 \(Home Office"):
        found(covered, date(2022, 4, 1))
    covered.empty()
    with pytest.raises(InvalidRequest, match="Nothing has been loaded yet"):
        found(covered)


def test_last_years_issues_are_carried_forward(covered: Given) -> None:
    covered.records(1, NOW, "arson")
    covered.records(1, NOW, "robbery")
    covered.records(1, NOW, "rape", flags=("domestic-abuse",))
    covered.seal()
    own = an_issue("fires-and-robbers", "arson", "robbery")
    street = Issue("street-crime", "Street crime", ((POLICE_UK, "robbery"),), under_reported=False)
    begun = [uncounted("domestic-abuse"), own, uncounted("loneliness"), street, an_issue("arson")]
    before, later = date(2021, 3, 1), date(2022, 4, 1)
    for ending, given in ((before, begun), (MARCH, [own]), (later, [own])):
        start_assessment(covered.workspace, "rochford", ending, SCHEME, given)
    issues = found(covered)
    carried = {name: one.carried_from for name, one in issues.items() if one.carried_from}
    # Not street crime: nothing counts it any more. Not this year's assessment, nor a later one's.
    assert carried == dict.fromkeys(
        ["domestic-abuse", "fires-and-robbers", "loneliness", "arson"], 1
    )
    assert list(issues)[-2:] == ["fires-and-robbers", "loneliness"], "people's own come last"
    assert issues["domestic-abuse"].measures == ((FLAGS, "domestic-abuse"),), "it has data now"
    assert issues["fires-and-robbers"].measures == own.measures


def test_peoples_own_issues_never_give_way(covered: Given) -> None:
    own = [uncounted(f"own-{n}") for n in range(MOST_ISSUES - 2)]
    start_assessment(covered.workspace, "rochford", date(2021, 3, 1), SCHEME, own)
    issues = found(covered)
    assert len(issues) == MOST_ISSUES
    assert {one.id for one in own} < issues.keys()


def test_stored_issues_come_back_as_they_were(covered: Given) -> None:
    begun = (
        an_issue("fires-and-robbers", "arson", "robbery"),
        flagged("hate-crime"),
        uncounted("x"),
    )
    kept = start_assessment(covered.workspace, "rochford", MARCH, SCHEME, begun)
    assert issues_of(covered.workspace, kept.id) == begun


def test_several_measures_count_each_record_once() -> None:
    both = measure_of(an_issue("sex-crime", "sexual-offences", "rape"))
    assert both.leaves == ("sexual-offences", "rape", "other-sexual-offences")
    assert (both.id, both.label) == ("sex-crime", "Sex crime")


@pytest.mark.parametrize(
    ("measures", "why"),
    [
        (((HOME_OFFICE, "arson"), (POLICE_UK, "robbery")), "two classifications"),
        (((FLAGS, "hate-crime"), (FLAGS, "knife-crime")), "flags overlap"),
        (((HOME_OFFICE, "rape"), (FLAGS, "hate-crime")), "a flag stands on offences"),
    ],
)
def test_what_cannot_be_added_up(measures: tuple[tuple[str, str], ...], why: str) -> None:
    with pytest.raises(InvalidRequest, match="cannot be counted"):
        measure_of(Issue("both", "Both", measures, under_reported=False))


def test_a_set_that_covers_both_years_goes_before_one_that_covers_this(given_store: Given) -> None:
    assert set_covering(given_store.workspace, ROCHFORD, YEAR) is None
    given_store.extract("police", when=months(date(2021, 4, 1), MARCH))
    assert main_set(given_store.workspace, ROCHFORD, YEAR) == HOME_OFFICE
    given_store.measure_set = POLICE_UK
    given_store.extract("street", when=TWO_YEARS)
    assert main_set(given_store.workspace, ROCHFORD, YEAR) == POLICE_UK
    given_store.measure_set = HOME_OFFICE
    given_store.extract("police", when=TWO_YEARS)
    assert main_set(given_store.workspace, ROCHFORD, YEAR) == HOME_OFFICE


@pytest.mark.parametrize(
    ("listed", "ending"),
    [
        (TWO_YEARS, MARCH),
        ([*TWO_YEARS, date(2022, 5, 1)], MARCH),  # no twelve in a row end in May
        (TWO_YEARS[:12], date(2021, 3, 1)),
    ],
)
def test_the_latest_twelve_months(given_store: Given, listed: list[date], ending: date) -> None:
    given_store.extract(when=listed)
    assert latest_ending(given_store.workspace, ROCHFORD) == ending
    assert year_ending(ending).months()[-1] == ending


def test_eleven_months_are_no_year(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS[:11])
    with pytest.raises(InvalidRequest, match="No twelve months in a row"):
        latest_ending(given_store.workspace, ROCHFORD)
