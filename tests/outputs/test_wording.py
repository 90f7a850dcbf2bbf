"""Sentences as the published reports write them, and every number that a page words."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.changes import By, Change, Place, Question, Verdict
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.compared_rows import compared
from assessment.changes.counted_rows import CountedRow
from assessment.changes.counting.area import Area
from assessment.changes.counting.row_areas import NOT_GIVEN
from assessment.changes.verdict import judge
from assessment.definitions import Measure, measure_sets
from assessment.outputs import chance_wording
from assessment.outputs.changes import change_wording
from assessment.periods import Period, PeriodKind, period_ending
from tests.changes.asked import ESSEX, asking
from tests.outputs.answers import counted

SAFER = Place("Safer Colchester", ("Colchester",))
BOTH = Place("Both", ("Castle Point", "Rochford"))
COUNTY = Place("Safer Essex", ("Basildon", "Braintree", "Brentwood", "Maldon", "Rochford"))

BEFORE, NOW = "1 April 2020 to 31 March 2021", "1 April 2021 to 31 March 2022"
BIGGER = "This is bigger than the usual ups and downs."
ORDINARY = "This is perhaps no more than the usual ups and downs."
HOME_OFFICE = measure_sets()["home-office"]
ASB = HOME_OFFICE.measure("anti-social-behaviour")
BURGLARY = HOME_OFFICE.measure("burglary")


def row(
    previous: int | None, current: int | None, measure: Measure = BURGLARY, area: str = "Rochford"
) -> CountedRow:
    against = (Refusal("no data for September to December 2020"),) if previous is None else ()
    about = Area(area, None, (), is_given=not area.startswith(NOT_GIVEN))
    return counted(measure, about, (previous,), (current,), against)


def judged(
    previous: int | None,
    current: int | None,
    measure: Measure = BURGLARY,
    question: Question | None = None,
) -> Change:
    (change,) = judge(
        question or asking(), compared(question or asking(), [row(previous, current, measure)])
    )
    return change


def said(
    previous: int | None,
    current: int | None,
    measure: Measure = BURGLARY,
    question: Question | None = None,
) -> str:
    change = judged(previous, current, measure, question)
    return change_wording.sentence(change, question or asking())


@pytest.mark.parametrize(
    ("previous", "current", "measure", "expected"),
    [
        (
            *(1261, 1488, ASB),  # published: 18% (227 more incidents)
            f"Anti-social behaviour in Rochford increased by 18% (227 more incidents), "
            f"from 1,261 ({BEFORE}) to 1,488 ({NOW}). {ORDINARY}",
        ),
        (
            *(132, 92, BURGLARY),  # published: 30.3% (40)
            f"Burglary in Rochford decreased by 30.3% (40 fewer offences), "
            f"from 132 ({BEFORE}) to 92 ({NOW}). {BIGGER}",
        ),
        (
            *(55, 76, BURGLARY),  # published: 38% (21); p = 0.067
            f"Burglary in Rochford increased by 38% (21 more offences), "
            f"from 55 ({BEFORE}) to 76 ({NOW}). The underlying change could plausibly be "
            "anything between −2% and +95%, so this is no clear change.",
        ),
        (
            *(467, 446, ASB),  # published: −4.5% (21)
            f"Anti-social behaviour in Rochford decreased by 4.5% (21 fewer incidents), "
            f"from 467 ({BEFORE}) to 446 ({NOW}). The underlying change could plausibly be "
            "anything between −16% and +9%, so this is no clear change.",
        ),
        (
            *(1075, 1118, BURGLARY),  # published: 4% (43); p = 0.36
            f"Burglary in Rochford increased by 4% (43 more offences), "
            f"from 1,075 ({BEFORE}) to 1,118 ({NOW}). The underlying change could plausibly be "
            "anything between −4% and +13%, so this is no clear change.",
        ),
        (
            *(100, 99, BURGLARY),  # one, not "1 fewer offences"
            f"Burglary in Rochford decreased by 1% (1 fewer offence), "
            f"from 100 ({BEFORE}) to 99 ({NOW}). The underlying change could plausibly be "
            "anything between −25% and +31%, so this is no clear change.",
        ),
        (
            *(30, 30, BURGLARY),  # as many, yet much is left open
            f"Burglary in Rochford did not change: 30 ({BEFORE}) and 30 ({NOW}). "
            "The underlying change could plausibly be anything between −40% and +66%, "
            "so this is no clear change.",
        ),
        (
            *(0, 0, BURGLARY),
            f"Burglary in Rochford did not change: 0 ({BEFORE}) and 0 ({NOW}).",
        ),
        (
            *(0, 7, BURGLARY),  # never an infinite percentage
            f"Burglary in Rochford increased from 0 ({BEFORE}) to 7 ({NOW}) (7 more offences). "
            f"{ORDINARY}",
        ),
        (
            *(25, 0, BURGLARY),
            f"Burglary in Rochford decreased by 100% (25 fewer offences), "
            f"from 25 ({BEFORE}) to 0 ({NOW}). {BIGGER}",
        ),
        (
            *(9, 12, BURGLARY),  # fewer than 10 before: counts only
            f"Burglary in Rochford increased from 9 ({BEFORE}) to 12 ({NOW}) (3 more offences). "
            "Counting alone could explain this, so it is no clear change.",
        ),
        (
            *(None, 12, BURGLARY),
            "Burglary in Rochford cannot be compared: no data for September to December 2020.",
        ),
    ],
)
def test_sentence(previous: int | None, current: int, measure: Measure, expected: str) -> None:
    assert said(previous, current, measure) == expected


@pytest.mark.parametrize(
    ("question", "area", "begins"),
    [
        (asking(place=ESSEX), "Essex Police", "Burglary recorded by Essex Police increased"),
        (asking(by=By.WARD), "Hockley", "Burglary in Hockley increased"),
        # A partnership is a body: what happened, happened in its districts.
        (asking(place=SAFER), "Safer Colchester", "Burglary in Colchester increased"),
        (asking(place=BOTH), "Both", "Burglary in Castle Point and Rochford increased"),
        (asking(place=COUNTY), "Safer Essex", "Burglary in the 5 districts of Safer Essex incr"),
        (asking(by=By.WARD), "not given", "Burglary in Rochford with no ward given increased"),
        (
            asking(place=ESSEX, by=By.DISTRICT),
            "not given",
            "Burglary recorded by Essex Police with no district given increased",
        ),
        (
            asking(place=ESSEX, by=By.WARD),
            "not given (Rochford)",
            "Burglary recorded by Essex Police with no ward given (Rochford) increased",
        ),
    ],
)
def test_sentence_says_where(question: Question, area: str, begins: str) -> None:
    (change,) = judge(question, compared(question, [row(100, 200, area=area)]))
    assert change_wording.sentence(change, question).startswith(begins)


def test_sentence_gives_daily_rates_across_a_leap_day() -> None:
    period = period_ending(PeriodKind.CALENDAR_YEAR, date(2020, 12, 1))
    words = said(366, 1464, question=asking(period=period))
    assert words.endswith(f"That is from 1.00 to 4.00 a day, a rise of 298.9%. {BIGGER}")


def test_sentence_of_a_rise_that_is_none_among_many() -> None:
    question = asking()
    changes = judge(question, compared(question, [row(50, 73), *[row(30, 31)] * 4]))
    assert change_wording.sentence(changes[0], question).endswith(
        "This is no clear change. Alone this would be a rise, but among the 5 rows of its kind "
        "tested together differences of this size come up without a real change, so it should not "
        "be reported as one."
    )


@pytest.mark.parametrize(
    ("percent", "previous", "expected", "why"),
    [
        (18.0016, 1261, "+18%", "a trailing .0 is dropped"),
        (-4.4968, 467, "−4.5%", "a true minus sign"),
        (38.18, 99, "+38%", "whole below 100"),
        (38.18, 100, "+38.2%", "one decimal from 100"),
        (12.5, 40, "+13%", "half away from zero, not to even"),
        (-12.5, 40, "−13%", "half away from zero, downwards too"),
        (0.25, 400, "+0.3%", "half away from zero at one decimal"),
        (0.15, 2000, "+0.2%", "a half that a float cannot hold is still a half"),
        (0.0, 400, "0%", "no sign"),
        (0.04, 10_000, "less than +0.1%", "something is not nothing"),
        (0.27, 19, "less than +0.5%", "nor where no decimal is printed"),
        (1250.0, 100, "+1,250%", "thousands"),
    ],
)
def test_percent(percent: float, previous: int, expected: str, why: str) -> None:
    assert change_wording.percent(percent, previous) == expected, why


@pytest.mark.parametrize(
    ("previous", "current", "expected", "why"),
    [
        (55, 76, "between −2% and +95%", "the published example"),
        (9, 40, "", "no percentage, so no range of it"),
        (25, 0, "", "no interval to 0"),
        (None, 3, "", "not comparable"),
        (10_000, 10_265, "between −0.1% and +6%", "0 is not said of what is not 0"),
        (10_000, 10_279, "between just below 0% and +6%", "nor at one decimal"),
        (10_000, 10_280, "between just above 0% and +6%", "and the side of 0 is told"),
    ],
)
def test_interval(previous: int | None, current: int, expected: str, why: str) -> None:
    assert change_wording.interval(judged(previous, current)) == expected, why


@pytest.mark.parametrize(
    ("p", "expected"),
    [
        (None, ""),
        (0.36, "0.36"),
        (0.067, "0.067"),
        (0.0496, "just below 0.05"),  # else it would read as 0.050 beside a rise
        (0.0504, "0.050"),
        (0.0009, "below 0.001"),
        (1.0, "1.00"),
    ],
)
def test_p_value(p: float | None, expected: str) -> None:
    assert chance_wording.p_value(p) == expected


def test_counts_and_differences() -> None:
    assert [change_wording.count(n) for n in (1261, 0, None)] == ["1,261", "0", "not covered"]
    assert [change_wording.signed(n) for n in (1227, -21, 0, None)] == ["+1,227", "−21", "0", ""]


def test_every_verdict_has_a_symbol_of_its_own() -> None:
    rise, refused = judged(1261, 1488), judged(None, 3)
    changes = (
        rise,
        replace(rise, unusual=True),
        replace(rise, verdict=Verdict.FALL),
        replace(rise, verdict=Verdict.NO_CLEAR_CHANGE),
        refused,
    )
    assert [change_wording.verdict(change) for change in changes] == [
        "▲ ordinary rise",
        "▲ unusual rise",
        "▼ ordinary fall",
        "● no clear change",
        "⊘ not comparable",
    ]


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        (6.04, " The whole of Essex Police rose by 6%."),
        (-0.26, " The whole of Essex Police fell by 0.3%."),
        (0.02, " The whole of Essex Police did not change."),
        (None, ""),
    ],
)
def test_the_whole_forces_change_stands_beside_a_rise(percent: float | None, expected: str) -> None:
    words = change_wording.sentence(replace(judged(1261, 1488), force_percent=percent), asking())
    assert words.endswith(f"{ORDINARY}{expected}")


@pytest.mark.parametrize(
    ("dispersion", "told"), [(8.45, "vary 8.5 times as much"), (1.04, ""), (1.0, ""), (None, "")]
)
def test_how_much_months_vary_is_told_where_it_is_more_than_counting(
    dispersion: float | None, told: str
) -> None:
    words = change_wording.months_vary(replace(judged(1016, 1301), dispersion=dispersion))
    assert told in words
    assert bool(words) is bool(told)


def test_what_is_ordinary_is_told_with_where_it_is_known_from() -> None:
    assert change_wording.ordinarily(judged(1261, 1488)) == (
        "Such figures ordinarily vary by about 9% from one year to the next beyond counting "
        "(known from what is usual of such records). A rise here would be unusual by itself from "
        "about 21%."
    )
    beside = replace(judged(1261, 1488), ordinary_variation=0.127, ordinary_apart=0.09)
    assert "and by 9% apart from what they are set beside (known from" in (
        change_wording.ordinarily(beside)
    )
    assert change_wording.ordinarily(judged(None, 3)) == ""


def test_a_rate_that_goes_the_other_way_than_the_counts_is_told() -> None:
    """13,000 in the 29 days of February 2024 are fewer a day than 12,950 in 28."""
    february = Period(PeriodKind.CUSTOM, date(2025, 2, 1), date(2025, 3, 1))
    question = asking(period=february)
    change = judged(13000, 12950, question=question)
    assert (change.verdict, change.difference) == (Verdict.RISE, -50)
    words = change_wording.sentence(change, question)
    assert "decreased by 0.4% (50 fewer offences)" in words
    assert "That is from 448.28 to 462.50 a day, a rise of 3.2%." in words
    assert change_wording.note_on(change) == "a day it rose by 3.2%: the periods differ in length"
    assert change_wording.note_on(judged(1261, 1488)) == ""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [(50, 73), *[(30, 31)] * 4],
            "alone this would be a rise; with 5 rows tested together it is not clear enough",
        ),
        (
            [(73, 50), *[(30, 31)] * 4],
            "alone this would be a fall; with 5 rows tested together it is not clear enough",
        ),
        ([(50, 73)], ""),  # a rise, and called one
        ([(30, 31)], ""),  # the range holds 0, as the verdict says
        ([(5, 17), *[(30, 31)] * 4], ""),  # no range is printed
        ([(None, 73)], ""),
    ],
)
def test_a_range_without_0_beside_no_clear_change_is_explained(
    rows: list[tuple[int | None, int]], expected: str
) -> None:
    change, *_ = judge(asking(), compared(asking(), [row(*each) for each in rows]))
    assert change_wording.beside_range(change) == expected


def test_a_range_that_only_just_leaves_out_0_is_explained() -> None:
    change = replace(
        judged(100, 120), interval_low=0.2, interval_high=43.0, alone=Verdict.NO_CLEAR_CHANGE
    )
    assert "only just leaves out 0" in change_wording.beside_range(change)
    assert change_wording.sentence(change, asking()).endswith(
        "This is no clear change. The range only just leaves out 0, and by the test of the counts "
        "it is not clear enough."
    )
