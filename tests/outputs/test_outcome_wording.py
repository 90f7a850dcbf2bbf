"""Outcomes in words, bars and tables: no share without counts, and the unsaid is not unsolved."""

from datetime import date

import pytest

from assessment.definitions import measure_sets
from assessment.numbers import signed
from assessment.outputs.charts.drawing.share_bars_html import share_bars_html
from assessment.outputs.charts.roles import Role
from assessment.outputs.outcomes import outcome_wording as wording
from assessment.outputs.outcomes.outcome_tables import (
    groups_html,
    outcome_bars,
    outcome_table,
    words_html,
)
from assessment.outputs.tables import as_csv
from assessment.patterns.outcomes import (
    MeasureOutcomes,
    OutcomeCounts,
    OutcomeVerdict,
    RecordedOutcomes,
    TimeForOutcomes,
)
from tests.changes.asked import asking

BURGLARY = measure_sets()["home-office"].measure("burglary")
MARCH, OLD = TimeForOutcomes((date(2022, 3, 1),), (0,)), TimeForOutcomes((date(2021, 3, 1),), (12,))
COUNTS = OutcomeCounts({"Charged": 30, "No further action": 60, "Open": 10, "<b>Odd": 3}, 2)


def row(
    now: OutcomeCounts | None = COUNTS,
    verdict: OutcomeVerdict = OutcomeVerdict.HIGHER,
    points: float | None = 5.04,
) -> MeasureOutcomes:
    low, high = (None, None) if points is None else (points - 4.7, points + 4.7)
    before = OutcomeCounts({"Charged": 25, "No further action": 75})
    return MeasureOutcomes(
        BURGLARY, before, now, OLD, MARCH, verdict, "", points, low, high, 0.01, 0.02
    )


def answer(*rows: MeasureOutcomes) -> RecordedOutcomes:
    return RecordedOutcomes(asking(None), rows, date(2021, 3, 1))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (COUNTS, "30.0% solved (30 of 100)"),
        (None, "not covered"),
        (OutcomeCounts({}, 7), "no outcome is said of 7 records"),
        (OutcomeCounts({"Charged": 1, "Open": 8}), "1 of 9 solved: too few for a percentage"),
        (OutcomeCounts({"Open": 10}), "0.0% solved (0 of 10)"),
    ],
)
def test_share_is_said_with_its_counts_or_not_at_all(
    counts: OutcomeCounts | None, said: str
) -> None:
    assert wording.solved(counts) == said


@pytest.mark.parametrize(
    ("number", "places", "said"),
    [(5.04, 1, "+5.0"), (-0.04, 1, "0.0"), (-1204.5, 0, "−1,205"), (0.05, 1, "+0.1")],
)
def test_difference_has_its_sign_unless_it_rounds_to_nothing(
    number: float, places: int, said: str
) -> None:
    assert signed(number, places) == said


def test_change_is_in_points_with_its_range() -> None:
    assert wording.told(row()) == "▲ higher, better: +5.0 points (between +0.3 and +9.7)"
    refused = row(verdict=OutcomeVerdict.NOT_COMPARABLE, points=None)
    assert wording.told(refused).startswith("○ not comparable: ")


def test_what_is_still_coming_and_what_is_not_understood_is_told() -> None:
    coming, strange = wording.caveats(answer(row()))
    assert coming.startswith("Outcomes of the records of March 2022 are still coming")
    assert "have had less than 12 months" in coming
    assert "Of periods that end with March 2021 or before" in coming
    assert strange.endswith("neither solved nor unsolved: “<b>Odd” (3 records in both periods).")


def test_title_is_the_finding() -> None:
    assert wording.finding(answer(row())) == "Burglary: 30.0% solved (30 of 100)"
    nothing = row(OutcomeCounts({}, 5))
    assert wording.finding(answer(nothing)) == "What became of the records is not known"


def test_bars_have_parts_that_differ_without_colour_and_say_what_is_in_them() -> None:
    chart = outcome_bars(answer(row()))
    assert len({part.fill for part in chart.parts}) == 3
    (group,) = chart.groups
    assert (group.role, group.bars[0].counts) == (Role.BETTER, (30, 60, 10))
    shown = share_bars_html(chart)
    assert 'class="full" style="width:30.00%"' in shown
    assert "30.0% solved (30 of 100)" in shown
    assert chart.table.rows[0][1:] == (30, 60, 10)


def test_tables_have_every_record_once() -> None:
    shown = groups_html(answer(row(), row(now=None)))
    assert shown.count("not covered") == 6
    words = words_html(row(), answer(row()))
    assert "&lt;b&gt;Odd" in words
    assert "<b>Odd" not in words
    table = outcome_table(answer(row()), synthetic=True)
    (line,) = table.rows
    by_name = dict(zip(table.header, line, strict=True))
    parts = [by_name[f"{name}, now"] for name in wording.GROUPS.values()]
    assert parts == [30, 60, 10, 2, 3]
    assert by_name["All records, now"] == 105
    assert (by_name["Solved now (%)"], by_name["Change (points)"]) == (30.0, 5.04)
    assert by_name["Synthetic"] == "yes"
    assert as_csv(table.header, table.rows)
