"""The table of trends has every month as it is known, and says what is not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assessment.changes import Place, Question
from assessment.outputs.tables import Table
from assessment.outputs.trends.trend_tables import DOUBTFUL, NOT_COVERED, TO_COME, trends_table
from assessment.patterns.trends import Trend
from assessment.patterns.trends.trend import MONTHS_TO_COME
from assessment.periods import Period, PeriodKind
from tests.outputs.test_trend_wording import GAP, HIGH, SINCE, USUAL

QUESTION = Question(
    Place("Rochford", ("E07000075",)),
    Period(PeriodKind.CUSTOM, SINCE, date(2022, 4, 1)),
    Period(PeriodKind.CUSTOM, date(2020, 8, 1), date(2021, 4, 1)),
    "home-office",
)


def table(*trends: Trend) -> Table:
    return trends_table(QUESTION, trends, synthetic=False)


def column(of: Table, name: str) -> Sequence[object]:
    return [row[of.header.index(name)] for row in of.rows]


def test_every_month_of_every_series_is_a_row_and_so_is_every_month_to_come() -> None:
    both = table(HIGH, USUAL)
    months = len(HIGH.series.months) + len(USUAL.series.months)
    assert len(both.rows) == months + 2 * MONTHS_TO_COME
    assert column(table(HIGH), "Records")[: len(HIGH.series.months)] == list(HIGH.series.counts)


def test_a_month_that_is_not_covered_is_empty_and_said_so_and_never_0() -> None:
    counts, known = (column(table(GAP), name) for name in ("Records", "What is to be known"))
    (at,) = (at for at, n in enumerate(GAP.series.counts) if n is None)
    assert counts[at] is None
    assert known[at] == NOT_COVERED
    assert known[-1] == TO_COME
    assert counts[-1] is None


def test_a_doubtful_month_is_said_to_be() -> None:
    doubtful = replace(USUAL.series, doubtful=frozenset({USUAL.series.months[3]}))
    known = column(table(replace(USUAL, series=doubtful)), "What is to be known")
    assert [at for at, words in enumerate(known) if words == DOUBTFUL] == [3]


def test_what_is_out_of_the_usual_is_said_in_its_row() -> None:
    out = column(table(HIGH), "Out of the usual")
    assert out[len(HIGH.series.months) - 1] == "above the usual range"
    assert not any(out[: len(HIGH.series.months) - 1])
