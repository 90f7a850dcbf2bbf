"""Charts: what is drawn, what is said of it, and what is never drawn."""

from dataclasses import replace
from datetime import date

import plotly.graph_objects as go
import pytest

from assessment.changes import Change, Question
from assessment.outputs.changes.change_chart import months_compared, short_labels
from assessment.outputs.charts import NOW, ON_DARK, ON_LIGHT, Figure
from assessment.outputs.charts.drawing.plotly_line_chart import plotly_line_chart
from assessment.periods import PeriodKind, parse_month, period_ending, period_of_days
from tests.outputs.answers import CHANGE, QUESTION


def monthly_chart(change: Change, question: Question) -> Figure:
    return plotly_line_chart(months_compared(change, question))


def monthly_alt(change: Change, question: Question) -> str:
    return months_compared(change, question).alt


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_both_periods_lie_over_each_other_month_by_month() -> None:
    before, now = monthly_chart(CHANGE, QUESTION)["data"]
    assert before["x"] == now["x"] == ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                                       "Dec", "Jan", "Feb", "Mar"]  # fmt: skip
    assert sum(before["y"]) == 1261
    assert sum(now["y"]) == 1488
    # Told apart by line and mark, not by colour alone.
    assert before["line"]["dash"] != now["line"]["dash"]
    assert before["marker"]["symbol"] != now["marker"]["symbol"]


def test_dictionary_is_a_figure_that_plotly_accepts() -> None:
    go.Figure(monthly_chart(CHANGE, QUESTION))


def test_lines_are_named_at_their_ends_the_higher_one_above() -> None:
    first, second, unit = monthly_chart(CHANGE, QUESTION)["layout"]["annotations"]
    assert (first["text"], first["yanchor"]) == ("<b>2020/21</b>", "top")
    assert (second["text"], second["yanchor"]) == ("<b>2021/22</b>", "bottom")
    assert unit["text"] == "Incidents a month"


def test_axis_starts_at_nought() -> None:
    assert monthly_chart(CHANGE, QUESTION)["layout"]["yaxis"]["rangemode"] == "tozero"


@pytest.mark.parametrize(
    ("most", "dtick", "why"),
    [(2, 1, "there is no half of an offence"), (0, 1, "of none too"), (60, None, "as it fits")],
)
def test_axis_of_few_records_steps_by_one(most: int, dtick: int | None, why: str) -> None:
    few = replace(CHANGE, previous_months=(0,) * 12, current_months=(0,) * 11 + (most,))
    chart = monthly_chart(few, QUESTION)
    assert chart["layout"]["yaxis"].get("dtick") == dtick, why
    assert chart["layout"]["yaxis"].get("range") == ([0, 1] if most == 0 else None)
    go.Figure(chart)


def test_month_not_covered_is_a_gap_and_is_said() -> None:
    change = replace(CHANGE, current=None, current_months=(None, 50) + (124,) * 10)
    line = monthly_chart(change, QUESTION)["data"][1]
    assert line["y"][:2] == [None, 50]
    assert line["connectgaps"] is False
    alt = monthly_alt(change, QUESTION)
    assert "1,290 in all, 1 of 12 months not covered" in alt
    assert "fewest in May 2021 (50)" in alt


def test_nothing_covered_draws_nothing_and_says_so() -> None:
    change = replace(CHANGE, previous_months=(None,) * 12, current_months=(None,) * 12)
    assert len(monthly_chart(change, QUESTION)["layout"]["annotations"]) == 1
    assert "no month is covered" in monthly_alt(change, QUESTION)


def test_alternative_text_names_measure_place_dates_and_extremes() -> None:
    assert monthly_alt(CHANGE, QUESTION) == (
        "Line chart: Anti-social behaviour in Rochford by month. "
        "1 April 2021 to 31 March 2022: 1,488 in all, "
        "most in April 2021 (124), fewest in April 2021 (124). "
        "1 April 2020 to 31 March 2021: 1,261 in all, "
        "most in March 2021 (106), fewest in April 2020 (105). "
        "Every month is in the table below the chart."
    )


@pytest.mark.parametrize(
    ("kind", "ending", "labels"),
    [
        (PeriodKind.FINANCIAL_YEAR, "2022-03", ("2020/21", "2021/22")),
        (PeriodKind.CALENDAR_YEAR, "2021-12", ("2020", "2021")),
        (PeriodKind.DATA_YEAR, "2019-09", ("to Sep 2018", "to Sep 2019")),
        (PeriodKind.FYTD, "2017-08", ("to Aug 2016", "to Aug 2017")),
    ],
)
def test_names_short_enough_for_the_end_of_a_line(
    kind: PeriodKind, ending: str, labels: tuple[str, str]
) -> None:
    period = period_ending(kind, parse_month(ending))
    question = replace(QUESTION, period=period, comparison=period.year_before())
    assert short_labels(question) == labels


def test_chosen_dates_are_named_by_their_days() -> None:
    period = period_of_days(date(2024, 3, 15), date(2024, 4, 30))
    question = replace(QUESTION, period=period, comparison=period.year_before())
    assert short_labels(question) == ("15 Mar–30 Apr 2023", "15 Mar–30 Apr 2024")
    over_new_year = period_of_days(date(2023, 12, 1), date(2024, 1, 31))
    question = replace(QUESTION, period=over_new_year, comparison=over_new_year.year_before())
    assert short_labels(question)[1] == "1 Dec 2023–31 Jan 2024"


@pytest.mark.parametrize(
    ("ink", "ground"), [(ON_LIGHT, "#ffffff"), (ON_DARK, "#11161d")], ids=["light", "dark"]
)
def test_what_is_drawn_stands_out(ink: object, ground: str) -> None:
    assert contrast(ink.text, ground) >= 7  # type: ignore[attr-defined]
    assert contrast(NOW, ground) >= 3  # what a line needs, by WCAG 1.4.11
