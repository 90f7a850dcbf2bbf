"""An answer to draw and to write: Rochford's printed figures."""

from datetime import date, datetime

from assessment.changes import (
    Change,
    ExtractBehind,
    Place,
    Question,
    Status,
    Verdict,
    Working,
    YearOnYear,
)
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.counted_rows import CountedRow, MonthCounts
from assessment.changes.counting.area import Area
from assessment.changes.row_variation import RowVariation
from assessment.changes.variation.dispersion import Dispersion, EstimatedFrom
from assessment.changes.variation.ordinary_variation import OrdinaryVariation
from assessment.definitions import Measure, measure_sets
from assessment.periods import PeriodKind, period_ending

# As a question without history or districts has it, but for φ: these rows are to be read.
BESIDE = RowVariation(OrdinaryVariation(0.09, 0.0, "what is usual of such records"), None)


def counted(
    measure: Measure,
    area: Area,
    before: MonthCounts,
    now: MonthCounts,
    against: tuple[Refusal, ...] = (),
) -> CountedRow:
    """A row whose months vary as chance has it."""
    return CountedRow(measure, area, before, now, Dispersion(1.0), BESIDE, against)


PERIOD = period_ending(PeriodKind.FINANCIAL_YEAR, date(2022, 3, 1))
QUESTION = Question(Place("Rochford", ("Rochford",)), PERIOD, PERIOD.year_before(), "home-office")
CHANGE = Change(
    measure=measure_sets()["home-office"].measure("anti-social-behaviour"),
    area="Rochford",
    area_code=None,
    previous=1261,
    current=1488,
    difference=227,
    percent=18.0016,
    rate_percent=18.0016,
    interval_low=9.4,
    interval_high=27.2,
    p_value=0.0001,
    p_adjusted=0.0004,
    dispersion=1.0,
    dispersion_from=EstimatedFrom.OWN_MONTHS,
    verdict=Verdict.RISE,
    status=Status.COMPARABLE,
    reason="",
    previous_months=(105,) * 11 + (106,),
    current_months=(124,) * 11 + (124,),
)
EXTRACT = ExtractBehind(1, "essex.csv", "essex", datetime(2026, 10, 3), 2749, True)
WORKING = Working(
    PERIOD.dates, PERIOD.year_before().dates, "Incidents.", (), (EXTRACT,), 2749, (), ()
)
ANSWER = YearOnYear(QUESTION, (CHANGE,), (), WORKING, {CHANGE.measure.id: WORKING}, 2)
