"""What year_on_year counts: from which rows, from which source, at which boundary."""

from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from assessment.changes import By, Place, Status, Verdict, year_on_year
from assessment.changes.variation.dispersion import EstimatedFrom
from assessment.definitions import measure_sets
from assessment.errors import InvalidRequest
from assessment.periods import Period
from tests import alternative_implementations as obvious
from tests.changes.asked import ESSEX, PAIR, ROCHFORD, YEAR, asking, days, only
from tests.changes.given import BOTH, OFFENCES, Given, months
from tests.properties import examples
from tests.stored import stored

TWO_YEARS = months(date(2020, 4, 1), date(2022, 3, 1))
FIVE_YEARS = months(date(2017, 4, 1), date(2022, 3, 1))
BOUNDARIES = [
    (date(2020, 3, 31), 0, 0, "too early"),
    (date(2020, 4, 1), 1, 0, "the first day of the comparison"),
    (date(2021, 3, 31), 1, 0, "its last day"),
    (date(2021, 4, 1), 0, 1, "the first day of the period"),
    (date(2022, 3, 31), 0, 1, "its last day"),
    (date(2022, 4, 1), 0, 0, "too late"),
]


@pytest.mark.parametrize(("day", "previous", "current", "why"), BOUNDARIES)
def test_which_days_are_counted(
    given_store: Given, day: date, previous: int, current: int, why: str
) -> None:
    given_store.extract(when=TWO_YEARS)
    given_store.records(1, day)
    given_store.seal()
    change = only(year_on_year(given_store.workspace, asking()))
    assert (change.previous, change.current) == (previous, current), why


@pytest.mark.parametrize(
    ("record", "counted", "why"),
    [
        ({}, 1, "as asked"),
        ({"measure": "residential-burglary"}, 1, "a member of the group"),
        ({"measure": "arson"}, 0, "another measure"),
        ({"district": "Basildon"}, 0, "another district"),
        ({"district": None}, 0, "no district: counts for the force only"),
        ({"source": "unknown"}, 0, "a source that does not cover the district"),
        ({"ended": 1}, 0, "withdrawn or changed by a later extract"),
        ({"flags": ("domestic-abuse",)}, 1, "a flag does not make it a second record"),
    ],
)
@pytest.mark.parametrize("last_day", [31, 30])
def test_which_records_are_counted(
    given_store: Given, record: dict[str, object], counted: int, why: str, last_day: int
) -> None:
    """Asked in whole months, from the counts, and cut a day short, from the records."""
    given_store.extract(when=TWO_YEARS)
    given_store.records(1, date(2021, 5, 5), **record)  # type: ignore[arg-type]
    given_store.seal()
    end = date(2022, 4, 1) if last_day == 31 else date(2022, 3, 31)
    question = asking(period=days(YEAR.start, end))
    assert only(year_on_year(given_store.workspace, question)).current == counted, why


def test_whole_months_never_read_records(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS)
    given_store.records(3, date(2021, 5, 5))
    given_store.seal()
    before = year_on_year(given_store.workspace, asking(None))
    given_store.run("DELETE FROM incident")
    assert year_on_year(given_store.workspace, asking(None)) == before
    assert only(year_on_year(given_store.workspace, asking())).current == 3


def test_zero_with_coverage_is_a_real_zero(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS)
    given_store.seal()
    change = only(year_on_year(given_store.workspace, asking()))
    assert (change.previous, change.current, change.difference) == (0, 0, 0)
    assert (change.status, change.verdict) == (Status.FROM_ZERO, Verdict.NO_CLEAR_CHANGE)
    assert change.p_value is None
    assert change.reason == "There were none in either period."
    assert change.current_months == (0,) * 12


@pytest.mark.parametrize(
    ("previous", "current", "status", "verdict", "percent"),
    [
        (0, 7, Status.FROM_ZERO, Verdict.RISE, None),  # no percentage of none
        (9, 12, Status.TINY_BASE, Verdict.NO_CLEAR_CHANGE, None),  # the last without a percentage
        (10, 12, Status.SMALL_BASE, Verdict.NO_CLEAR_CHANGE, 20.0),  # the first with one
        (19, 19, Status.SMALL_BASE, Verdict.NO_CLEAR_CHANGE, 0.0),
        (19, 20, Status.SMALL_BASE, Verdict.NO_CLEAR_CHANGE, 100 / 19),  # one side is enough
        (20, 20, Status.COMPARABLE, Verdict.NO_CLEAR_CHANGE, 0.0),
        (25, 0, Status.SMALL_BASE, Verdict.FALL, -100.0),  # no interval: the test decides alone
        (55, 76, Status.COMPARABLE, Verdict.NO_CLEAR_CHANGE, 2100 / 55),  # p = 0.067
        (1075, 1118, Status.COMPARABLE, Verdict.NO_CLEAR_CHANGE, 4.0),  # p = 0.36
        (1261, 1488, Status.COMPARABLE, Verdict.RISE, 22700 / 1261),
    ],
)
def test_status_and_verdict(
    given_store: Given,
    previous: int,
    current: int,
    status: Status,
    verdict: Verdict,
    percent: float | None,
) -> None:
    given_store.extract(when=TWO_YEARS)
    for month in range(12):
        for year, count in ((2020, previous), (2021, current)):
            n = count // 12 + (month < count % 12)
            given_store.records(n, date(year + (month > 8), (month + 3) % 12 + 1, 5))
    given_store.seal()
    change = only(year_on_year(given_store.workspace, asking()))
    assert (change.previous, change.current) == (previous, current)
    assert (change.status, change.verdict) == (status, verdict)
    assert change.percent == pytest.approx(percent)


def test_a_rise_alone_that_is_none_among_many_rows(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS)
    given_store.records(50, date(2020, 5, 5), "arson")
    given_store.records(80, date(2021, 5, 5), "arson")
    for measure in ("residential-burglary", "bicycle-theft", "shoplifting", "homicide"):
        for year in (2020, 2021):
            given_store.records(30, date(year, 6, 1), measure)
    given_store.seal()
    alone = only(year_on_year(given_store.workspace, asking("arson")))
    table = year_on_year(given_store.workspace, asking(None))
    among = next(change for change in table.changes if change.measure.id == "arson")
    # Asked for by itself it is judged among its set all the same.
    assert alone == among
    assert among.p_value is not None
    assert among.p_adjusted == pytest.approx(5 * among.p_value)
    assert among.verdict is Verdict.NO_CLEAR_CHANGE
    assert among.reason == (
        "Alone this would be a rise, but among the 5 rows of its kind tested together differences "
        "of this size come up without a real change, so it should not be reported as one."
    )


def test_totals_and_groups_are_no_additional_questions(given_store: Given) -> None:
    """One category rose: its total and its group say it again, and make it no less a rise."""
    given_store.extract(when=TWO_YEARS)
    given_store.records(50, date(2020, 5, 5), "arson")
    given_store.records(90, date(2021, 5, 5), "arson")
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking(None))
    tested = [change for change in answer.changes if change.p_value is not None]
    found = {change.measure.id: change for change in tested}
    levels = {change.measure.id: change.measure.level for change in tested}
    assert levels == {"all-crime": 0, "all-records": 0, "criminal-damage-and-arson": 1, "arson": 2}
    for change in found.values():
        assert change.p_adjusted == pytest.approx(change.p_value)


def test_groups_are_judged_with_groups_and_members_with_members(given_store: Given) -> None:
    """Five groups have records, six of their members, and two totals."""
    given_store.extract(when=TWO_YEARS)
    given_store.records(50, date(2020, 5, 5), "arson")
    given_store.records(73, date(2021, 5, 5), "arson")
    for measure in ("residential-burglary", "bicycle-theft", "shoplifting", "homicide", "rape"):
        for year in (2020, 2021):
            given_store.records(30, date(year, 6, 1), measure)
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking(None))
    judged = {change.measure.id: change for change in answer.changes}
    group, member = judged["criminal-damage-and-arson"], judged["arson"]
    assert (group.tested, member.tested, judged["all-crime"].tested) == (5, 6, 2)
    assert group.p_value == member.p_value
    assert group.p_adjusted == pytest.approx(5 * (group.p_value or 0))
    assert member.p_adjusted == pytest.approx(6 * (member.p_value or 0))


def test_rows_of_a_level_are_one_family_over_all_areas(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS)
    given_store.records(50, date(2020, 5, 5), "arson", ward="A")
    given_store.records(73, date(2021, 5, 5), "arson", ward="A")
    for ward in ("B", "C", "D"):
        for year in (2020, 2021):
            given_store.records(30, date(year, 6, 1), "homicide", ward=ward)
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking(None, by=By.WARD))
    arson = next(c for c in answer.changes if (c.measure.id, c.area) == ("arson", "A"))
    assert arson.p_value is not None
    assert arson.p_adjusted == pytest.approx(4 * arson.p_value)


def test_over_dispersion_is_estimated_from_two_years_and_said_when_it_cannot_be(
    given_store: Given,
) -> None:
    given_store.extract(when=TWO_YEARS[1:])
    for month in TWO_YEARS:
        given_store.records(60 if month.month % 5 == month.year % 2 else 2, month)
    given_store.seal()
    lacking = year_on_year(
        given_store.workspace,
        asking(period=Period(YEAR.kind, date(2022, 1, 1), date(2022, 4, 1))),
    )
    assert only(lacking).dispersion_from is EstimatedFrom.USUAL
    assert "vary is taken from what is usual" in " ".join(lacking.caveats)
    given_store.extract(when=TWO_YEARS[:1])
    enough = year_on_year(given_store.workspace, asking())
    factor = only(enough).dispersion
    assert factor is not None
    assert factor > 10
    (lockdowns,) = enough.caveats
    assert "lockdowns" in lockdowns


def test_history_goes_back_to_the_first_gap(given_store: Given) -> None:
    """A year that is not wholly covered ends the history: what lies before it is not used."""
    given_store.extract(when=[month for month in FIVE_YEARS if month != date(2018, 12, 1)])
    for month in FIVE_YEARS:
        given_store.records(10 if month.year > 2018 else 10 + 50 * (month.month % 2), month)
    given_store.seal()
    assert only(year_on_year(given_store.workspace, asking())).dispersion == 1.0


def test_areas_without_one_have_a_row_so_that_rows_add_up(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS)
    given_store.run("INSERT INTO area VALUES ('E05', 'Ashingdon', 'Rochford')")
    for ward in ("E05", "Hockley", None):
        given_store.records(2, date(2021, 5, 5), ward=ward)
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking(by=By.WARD))
    rows = [(change.area, change.area_code, change.current) for change in answer.changes]
    assert rows == [("Ashingdon", "E05", 2), ("Hockley", "Hockley", 2), ("not given", None, 2)]


@pytest.mark.parametrize("last_day", [31, 30])  # from the monthly counts, and from the records
@pytest.mark.parametrize("place", [ESSEX, PAIR])
def test_wards_of_one_name_in_two_districts_are_two(
    given_store: Given, place: Place, last_day: int
) -> None:
    grounds = [(place.ground_kind, ground) for ground in place.grounds]
    given_store.extract(covers=grounds, when=TWO_YEARS)
    for n, district, ward in (
        (1, "Castle Point", "Central"),
        (2, "Rochford", "Central"),
        (4, "Castle Point", None),
        (8, "Rochford", None),
        (16, "Rochford", "Hockley"),  # a name that only one of them has needs nothing beside it
    ):
        given_store.records(n, date(2021, 5, 5), district=district, ward=ward)
    given_store.seal()
    end = date(2022, 4, 1) if last_day == 31 else date(2022, 3, 31)
    question = asking(place=place, by=By.WARD, period=days(YEAR.start, end))
    changes = year_on_year(given_store.workspace, question).changes
    assert [(change.area, change.current) for change in changes] == [
        ("Central (Castle Point)", 1),
        ("Central (Rochford)", 2),
        ("Hockley", 16),
        ("not given (Castle Point)", 4),
        ("not given (Rochford)", 8),
    ]


def test_a_ward_without_a_district_is_told_apart(given_store: Given) -> None:
    given_store.extract(covers=[("force", "Essex Police")], when=TWO_YEARS)
    for n, district in ((1, None), (2, "Rochford")):
        given_store.records(n, date(2021, 5, 5), district=district, ward="Central")
    given_store.seal()
    changes = year_on_year(given_store.workspace, asking(place=ESSEX, by=By.WARD)).changes
    rows = [(change.area, change.current) for change in changes]
    assert rows == [("Central (no district given)", 1), ("Central (Rochford)", 2)]


def test_a_small_area_is_one_whatever_its_district(given_store: Given) -> None:
    given_store.extract(covers=[("force", "Essex Police")], when=TWO_YEARS)
    for district in ("Castle Point", "Rochford"):
        given_store.records(2, date(2021, 5, 5), district=district, lsoa="E01")
    given_store.seal()
    changes = year_on_year(given_store.workspace, asking(place=ESSEX, by=By.LSOA)).changes
    assert [(change.area, change.current) for change in changes] == [("E01", 4)]


@pytest.mark.parametrize("last_day", [31, 30])
def test_records_outside_what_is_covered_have_an_area_and_no_count(
    given_store: Given, last_day: int
) -> None:
    """Asked in whole months or in days: a row that is not comparable, and not one left out."""
    given_store.extract(when=months(date(2021, 1, 1), date(2021, 12, 1)))
    given_store.records(5, date(2020, 11, 5), lsoa="E01")
    given_store.records(5, date(2021, 2, 5))
    given_store.seal()
    period = Period(YEAR.kind, date(2020, 4, 1), date(2021, 3, last_day))
    found = year_on_year(given_store.workspace, asking(period=period, by=By.LSOA)).changes
    assert [(one.area, one.current, one.status) for one in found] == [
        ("E01", None, Status.NOT_COMPARABLE),
        ("not given", None, Status.NOT_COMPARABLE),
    ]


def test_each_district_is_judged_by_its_own_coverage(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS)
    given_store.extract(covers=[("district", "Castle Point")], when=TWO_YEARS[:-4])
    given_store.records(40, date(2021, 5, 5))
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking(place=PAIR, by=By.DISTRICT))
    castle_point, rochford = answer.changes
    assert (castle_point.verdict, castle_point.current) == (Verdict.NOT_COMPARABLE, None)
    assert (rochford.area, rochford.current) == ("Rochford", 40)
    together = only(year_on_year(given_store.workspace, asking(place=PAIR)))
    assert together.reason == "No data for December 2021 to March 2022 in Castle Point."


def test_a_force_counts_records_without_a_district(given_store: Given) -> None:
    given_store.extract(covers=[("force", "Essex Police")], when=TWO_YEARS)
    given_store.records(3, date(2021, 5, 5))
    given_store.records(2, date(2021, 5, 5), district=None)
    given_store.records(1, date(2021, 5, 5), force="Kent Police")
    given_store.seal()
    assert only(year_on_year(given_store.workspace, asking(place=ESSEX))).current == 5
    by_district = year_on_year(given_store.workspace, asking(place=ESSEX, by=By.DISTRICT))
    rows = {change.area: change.current for change in by_district.changes}
    assert rows == {"Rochford": 3, "not given": 2}


def test_what_a_force_recorded_elsewhere_is_not_tested(given_store: Given) -> None:
    """A row has the verdict that it has in its partnership: stray records make no family larger."""
    given_store.extract(covers=[("force", "Essex Police")], when=TWO_YEARS)
    for year, number in ((2020, 400), (2021, 520)):
        given_store.records(number, date(year, 5, 5))
        given_store.records(number // 100, date(year, 5, 5), district="Huntingdonshire")
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking(place=ESSEX, by=By.DISTRICT))
    rows = {change.area: change for change in answer.changes}
    outside = rows["Huntingdonshire"]
    assert (outside.verdict, outside.current) == (Verdict.NOT_COMPARABLE, 5)
    assert "lies outside the force" in outside.reason
    assert rows["Rochford"].tested == 1


def test_a_flag_is_counted_on_records_of_any_set(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS, subjects=[*BOTH, "hate-crime"])
    given_store.records(2, date(2021, 5, 5), flags=("hate-crime", "hate-crime-race"))
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking(None, measure_set="flags"))
    known = {c.measure.id: c.current for c in answer.changes if c.current is not None}
    assert known["hate-crime"] == known["hate-crime-race"] == 2
    assert known["hate-crime-disability"] == 0
    assert "domestic-abuse" not in known  # the extract says nothing about it: missing, not zero


def test_working_names_what_is_behind_a_figure(given_store: Given) -> None:
    given_store.extract(when=TWO_YEARS, subjects=OFFENCES)
    given_store.extract("calls", when=TWO_YEARS, subjects=["anti-social-behaviour"])
    given_store.extract(when=months(date(2015, 1, 1), date(2015, 12, 1)))
    given_store.records(5, date(2021, 5, 5))
    given_store.records(3, date(2020, 5, 5))
    given_store.seal()
    answer = year_on_year(given_store.workspace, asking(None))
    burglary = next(change for change in answer.changes if change.measure.id == "burglary")
    working = answer.working_of(burglary)
    assert [extract.file_name for extract in working.extracts] == ["police-1.csv"]
    assert [extract.id for extract in answer.working.extracts] == [1, 2]
    assert (working.period, working.records) == ("1 April 2021 to 31 March 2022", 8)
    assert working.definition == f"{burglary.measure.label}: {burglary.measure.definition}"
    assert [query.path for query in working.queries] == ["queries/changes/monthly_counts.sql"]
    assert working.queries[0].sql.startswith("-- name: monthly_counts(")
    given = working.queries[0].given
    assert set(given["measures"]) == {"burglary"}, "only what this row counts"
    assert set(answer.working.queries[0].given["measures"]) > {"burglary", "robbery"}
    assert set(given["grounds"]) == {"Rochford"}
    # All months that the source covers are read at once, whichever of them are asked about.
    assert (given["first_month"], given["end_month"]) == (date(2015, 1, 1), date(2022, 4, 1))
    assert working.notes == ("Rochford, offences: from police.",)


@pytest.mark.parametrize(
    ("measure", "measure_set", "said"),
    [
        ("burglery", "home-office", "Did you mean burglary"),
        ("burglary", "scottish", "There are: "),
    ],
)
def test_an_unknown_measure_or_set(
    given_store: Given, measure: str, measure_set: str, said: str
) -> None:
    with pytest.raises(InvalidRequest, match=said):
        year_on_year(given_store.workspace, asking(measure, measure_set=measure_set))


def test_a_place_without_districts() -> None:
    with pytest.raises(InvalidRequest):
        Place("Nowhere", ())


def test_an_empty_store_has_nothing_to_compare(given_store: Given) -> None:
    for by in By:
        for change in year_on_year(given_store.workspace, asking(None, by=by)).changes:
            assert change.verdict is Verdict.NOT_COMPARABLE
            assert change.reason.startswith("No data for April 2020 to March 2022")


leaves = st.sampled_from(
    ["burglary", "residential-burglary", "arson", "nuisance-anti-social-behaviour"]
)
places = st.sampled_from(["Rochford", "Castle Point", "Basildon", None])
small = st.sampled_from(["A", "B", None])
record = st.fixed_dictionaries(
    {
        "day": st.dates(date(2020, 2, 1), date(2022, 5, 31)),
        "measure": leaves,
        "district": places,
        "ward": small,
        "lsoa": small,
        "n": st.integers(1, 3),
        "ended": st.sampled_from([None, None, 1]),
    }
)
cut = st.sampled_from([(date(2021, 4, 1), date(2022, 4, 1)), (date(2021, 4, 3), date(2022, 2, 27))])
FEW = settings(
    max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FEW
@generated(st.lists(record, max_size=25), cut)
def test_agrees_with_counting_record_by_record(
    given_store: Given, records: list[dict[str, object]], cut: tuple[date, date]
) -> None:
    """Totals, and rows that add up to them, by the slow second way."""
    given_store.empty()
    covers = [("district", "Rochford"), ("district", "Castle Point")]
    given_store.extract(covers=covers, when=months(date(2019, 1, 1), date(2022, 12, 1)))
    for each in records:
        given_store.records(**each)  # type: ignore[arg-type]
    rows = given_store.frame()
    given_store.seal()
    period = days(*cut)
    measure = measure_sets()["home-office"].measure("all-records")
    for by in By:
        question = asking("all-records", PAIR, by=by, period=period)
        changes = year_on_year(given_store.workspace, question).changes
        for asked, side in ((period, "current"), (question.comparison, "previous")):
            found = [getattr(change, side) for change in changes]
            expected = sum(
                obvious.count_records(rows, measure, asked.start, asked.end, district=district)
                for district in PAIR.districts
            )
            assert sum(found) == expected, (by, side)
        for change in changes:
            assert sum(n or 0 for n in change.current_months) == change.current


def test_the_store_is_as_the_fixture_says(given_store: Given) -> None:
    """One current record a row, counted by month and flag, as intake does."""
    given_store.records(2, date(2021, 5, 5), flags=("knife-crime",))
    given_store.records(1, date(2021, 5, 5), ended=1)
    given_store.seal()
    counts = stored(given_store.workspace, "SELECT measure, n FROM monthly_count ORDER BY measure")
    assert counts.to_records(index=False).tolist() == [("burglary", 2), ("knife-crime", 2)]
    assert ROCHFORD.grounds == ("Rochford",)


@FEW
@generated(
    st.lists(record, min_size=2, max_size=25).flatmap(
        lambda all_: st.tuples(st.just(all_), st.permutations(all_))
    )
)
def test_the_order_of_records_means_nothing(
    given_store: Given, orders: tuple[list[dict[str, object]], list[dict[str, object]]]
) -> None:
    answers = []
    for order in orders:
        given_store.empty()
        given_store.extract(when=months(date(2019, 1, 1), date(2022, 12, 1)))
        for each in order:
            given_store.records(**each)  # type: ignore[arg-type]
        given_store.seal()
        answers.append(year_on_year(given_store.workspace, asking(None, by=By.WARD)))
    assert answers[0].changes == answers[1].changes
