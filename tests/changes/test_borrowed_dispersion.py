"""Rows with too little history take φ from others, and say from whom."""

from datetime import date

from assessment.changes import Change, Place, year_on_year
from assessment.changes.variation.dispersion import EstimatedFrom
from assessment.definitions import usual_variations
from tests.changes.asked import ESSEX, PAIR, ROCHFORD, asking, only
from tests.changes.given import BOTH, OFFENCES, Given, months

TWO_YEARS = months(date(2020, 4, 1), date(2022, 3, 1))
# Of these the first month is not covered: a quarter can be compared, and there are no two years.
ALL_BUT_ONE = TWO_YEARS[1:]
BASILDON = Place("Basildon", ("Basildon",))


def lumpy(given_store: Given, district: str, measure: str = "burglary") -> None:
    for month in TWO_YEARS:
        given_store.records(
            60 if month.month % 5 == month.year % 2 else 2, month, measure, district=district
        )


def asked_quarter(given_store: Given, measure: str = "burglary", place: Place = ROCHFORD) -> Change:
    quarter = months(date(2022, 1, 1), date(2022, 3, 1))
    period = asking().period
    only_quarter = type(period)(period.kind, quarter[0], period.end)
    return only(year_on_year(given_store.workspace, asking(measure, place, period=only_quarter)))


def test_the_middle_of_the_forces_districts(given_store: Given) -> None:
    given_store.extract(when=ALL_BUT_ONE)
    given_store.extract(covers=[("district", "Basildon")], when=TWO_YEARS)
    for district in ("Rochford", "Basildon"):
        lumpy(given_store, district)
    given_store.seal()
    own, other = asked_quarter(given_store), asked_quarter(given_store, place=BASILDON)
    assert own.dispersion_from is EstimatedFrom.DISTRICTS
    assert own.dispersion == other.dispersion
    assert (own.dispersion or 0) > 10


def test_another_sources_districts_say_nothing(given_store: Given) -> None:
    given_store.extract(when=ALL_BUT_ONE)
    given_store.extract("other", covers=[("district", "Basildon")], when=TWO_YEARS)
    lumpy(given_store, "Rochford")
    given_store.seal()
    assert asked_quarter(given_store).dispersion_from is EstimatedFrom.USUAL


def test_the_middle_of_the_other_measures(given_store: Given) -> None:
    """Anti-social behaviour is known for two years, offences are not."""
    given_store.extract(subjects=("anti-social-behaviour",), when=TWO_YEARS)
    given_store.extract(subjects=OFFENCES, when=ALL_BUT_ONE)
    lumpy(given_store, "Rochford")
    lumpy(given_store, "Rochford", "personal-anti-social-behaviour")
    given_store.seal()
    own = asked_quarter(given_store)
    asb = asked_quarter(given_store, "personal-anti-social-behaviour")
    assert asb.dispersion_from is EstimatedFrom.OWN_MONTHS
    assert own.dispersion_from is EstimatedFrom.MEASURES


def test_what_is_usual_where_nothing_is_known_and_never_1(given_store: Given) -> None:
    given_store.extract(subjects=BOTH, when=ALL_BUT_ONE)
    lumpy(given_store, "Rochford")
    given_store.seal()
    change = asked_quarter(given_store)
    assert change.dispersion == usual_variations().within_year > 1
    answer = year_on_year(given_store.workspace, asking())
    assert answer.caveats == ()  # it is not comparable: nothing is tested
    assert "taken from" not in " ".join(answer.caveats)


def test_a_partnership_in_no_force_has_no_districts_beside_it(given_store: Given) -> None:
    given_store.extract(covers=[("district", "Nowhere")], when=ALL_BUT_ONE)
    lumpy(given_store, "Nowhere")
    given_store.seal()
    nowhere = Place("Nowhere", ("Nowhere",))
    assert asked_quarter(given_store, place=nowhere).dispersion_from is EstimatedFrom.USUAL
    assert PAIR.forces == ESSEX.forces
