"""Trends in words and as charts: what is said, what is marked, and that the table has all of it."""

from dataclasses import replace
from datetime import date

import plotly.graph_objects as go
import pytest

from assessment.outputs.charts.drawing.plotly_line_chart import plotly_line_chart
from assessment.outputs.charts.drawing.svg_line_chart import svg_line_chart
from assessment.outputs.charts.line_chart import Points
from assessment.outputs.charts.roles import Role
from assessment.outputs.trends.multiples import multiples
from assessment.outputs.trends.trend_charts import months_chart, small_charts, years_chart
from assessment.outputs.trends.trend_wording import (
    finding,
    in_words,
    latest,
    unusual_in_words,
)
from assessment.patterns.trends import Trend, trend_of
from tests.patterns.trends.test_trend import series

# Not two years: no season is known, and what is usual of the first is 94.7 to 105.3.
STEADY = (99, 101) * 11
SINCE = date(2021, 8, 1)

HIGH = trend_of(series((*STEADY[:-1], 150)), SINCE)
USUAL = trend_of(series(STEADY), SINCE)
FEW = trend_of(series((0, 1) * 18), SINCE)
RUN = trend_of(series((*STEADY[:-8], *(103,) * 8)), SINCE)
GAP = trend_of(series((*STEADY[:9], None, *STEADY[9:])), SINCE)


@pytest.mark.parametrize(
    ("trend", "said"),
    [
        (HIGH, "Burglary: 1 of the last 8 months was higher than usual"),
        (USUAL, "Burglary: only the usual ups and downs in the last 8 months"),
        (FEW, "Burglary: fewer than 20 records in all, too few to show a trend"),
        (
            trend_of(series((100,) * 9), SINCE),
            "Burglary: fewer than 12 months are known, too few to say what is usual",
        ),
    ],
    ids=["high", "usual", "few records", "few months"],
)
def test_finding_is_one_plain_sentence(trend: Trend, said: str) -> None:
    assert finding(trend, SINCE) == said


@pytest.mark.parametrize(
    ("trend", "words", "role"),
    [
        (HIGH, "higher than usual, worse", Role.WORSE),
        (USUAL, "usual ups and downs", Role.USUAL),
        (FEW, "not enough to say", Role.OTHER),
    ],
    ids=["high", "usual", "few"],
)
def test_latest_month_has_its_mark(trend: Trend, words: str, role: Role) -> None:
    said = latest(trend)
    assert (said.words, said.role) == (words, role)
    assert said.symbol


def test_months_of_one_run_are_told_together() -> None:
    (line, *rest) = unusual_in_words(RUN, SINCE)
    assert line == ("July 2021 to March 2022: 9 months in a row above the middle of what is usual")
    assert not [words for words in rest if "in a row above" in words]


def test_a_month_alone_is_told_with_its_count_and_what_is_usual() -> None:
    (line,) = unusual_in_words(HIGH, SINCE)
    assert line.startswith("March 2022 (150): above the usual range (usually ")
    assert unusual_in_words(HIGH, date(2022, 4, 1)) == []


def test_chart_marks_what_is_out_of_the_usual_by_shape_and_says_it_in_the_table() -> None:
    chart = months_chart(HIGH, SINCE)
    (mark,) = chart.marks
    assert (mark.value, mark.role, mark.points) == (150, Role.WORSE, Points.UP)
    rows = {row[0]: row for row in chart.table.rows}
    assert rows["Mar 2022"][2] == 150
    assert str(rows["Mar 2022"][-1]).startswith("above the usual range")
    # The months to come have limits and no count.
    assert rows["Apr 2022"][2] == "not covered"
    assert len(chart.table.rows) == 22 + 6
    go.Figure(plotly_line_chart(chart))


def test_months_that_are_not_covered_are_gaps_everywhere() -> None:
    chart = months_chart(GAP, SINCE)
    assert chart.lines[-1].values[9] is None
    figure = plotly_line_chart(chart)
    assert figure["data"][-1]["connectgaps"] is False
    assert "Not covered: " in in_words(GAP)
    recorded = svg_line_chart(replace(chart, bands=(), lines=chart.lines[-1:]))
    assert recorded.count("<polyline") == 2


def test_twelve_months_at_a_time_say_from_where_to_where() -> None:
    chart = years_chart(USUAL)
    assert chart.title.endswith("from 1,200 in those to May 2021 to 1,200 in those to March 2022")
    assert years_chart(FEW).lines[0].values[-1] == 6
    short = trend_of(series((100,) * 9), SINCE)
    assert years_chart(short).title.endswith("twelve months in a row are not known")


def test_small_charts_share_a_scale_where_they_are_compared() -> None:
    small = trend_of(series(tuple(n // 10 for n in STEADY)), SINCE)
    shared = small_charts([USUAL, small], SINCE, common_scale=True)
    assert len({chart.most for chart in shared}) == 1
    own = small_charts([USUAL, small], SINCE, common_scale=False)
    assert own[0].most != own[1].most
    shown = multiples([USUAL, small], shared, by_area=True)
    assert shown.count("<h3>Rochford</h3>") == 2
    assert shown.count("usual ups and downs") == 2


def test_months_that_are_not_covered_are_not_called_usual() -> None:
    gap = trend_of(series((*STEADY[:-4], None, None, *STEADY[-2:])), SINCE)
    assert finding(gap, SINCE) == "Burglary: only the usual ups and downs in the last 6 months"
    open_end = trend_of(series((*STEADY, None)), SINCE)
    assert finding(open_end, SINCE) == "Burglary: the latest month is not covered"
