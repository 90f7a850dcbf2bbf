"""What the pages say of an answer in words: the table's marks, the lists, and the summary."""

import re

from assessment.changes import Change, Verdict, YearOnYear
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.compared_rows import compared
from assessment.changes.counting.area import Area
from assessment.changes.verdict import judge
from assessment.definitions import measure_sets
from assessment.outputs.changes.change_cards import cards
from assessment.outputs.changes.change_table import change_table
from assessment.outputs.changes.headlines import lists_by_verdict, summary
from assessment.outputs.changes.row_order import Order
from tests.changes.asked import asking
from tests.outputs.answers import WORKING, counted

NOTE = "lone this would be a rise; with 5 rows tested together it is not clear enough"
GROUPS = [one for one in measure_sets()["home-office"].measures if one.level == 1]
QUESTION = asking(None)

Months = tuple[int | None, ...]


def answer(*rows: tuple[Months, Months, str]) -> YearOnYear:
    rows_counted = [
        counted(measure, Area("Rochford", None, ()), before, now, (Refusal(why),) if why else ())
        for measure, (before, now, why) in zip(GROUPS, rows, strict=False)
    ]
    return YearOnYear(
        QUESTION, judge(QUESTION, compared(QUESTION, rows_counted)), (), WORKING, {}, 2
    )


MANY = answer(((50,), (73,), ""), *[((30,), (31,), "")] * 4)
NONE = answer(*[((None, None), (3, None), "no data for May 2024")] * 4, ((None,), (5,), "none"))


def first(found: YearOnYear) -> Change:
    return found.changes[0]


def test_table_marks_a_range_that_seems_to_contradict_its_verdict() -> None:
    table = change_table(MANY, Order.LISTED)
    marked = '● no clear change</span> <small class="note">note a</small>'
    assert table.count(marked) == 1
    assert f'<ol class="reasons" type="a"><li>A{NOTE}</li></ol>' in table


def test_table_without_such_a_range_has_no_notes() -> None:
    assert "note a" not in change_table(answer(((50,), (73,), "")), Order.LISTED)


def test_lists_and_cards_say_the_same() -> None:
    assert (
        f'<small class="note">a{NOTE}</small>'
        in lists_by_verdict(MANY.changes)[Verdict.NO_CLEAR_CHANGE].items
    )
    assert f"a{NOTE}</p>" in cards([("Violence", first(MANY))], {})


def test_where_nothing_can_be_compared_nothing_else_is_said() -> None:
    said = summary(NONE.changes, QUESTION)
    assert said == (
        '<p class="said">⊘ Nothing can be compared: no data for May 2024. '
        "1 of 5 rows has other reasons.</p>"
    )


def test_where_some_can_be_compared_the_rest_is_counted() -> None:
    said = summary([*MANY.changes, *NONE.changes], QUESTION)
    assert "Nothing rose by more than counting alone explains." in said
    assert "5 cannot be compared" in said


def test_a_period_of_which_some_months_are_covered_is_not_called_uncovered() -> None:
    table = change_table(NONE, Order.LISTED)
    cells = re.findall(r'class="(before|now)">(?:<span class="quiet">)?([^<]+)', table)
    assert cells[-10:-8] == [("before", "not covered"), ("now", "1 of 2 months")]
    assert cells[-2:] == [("before", "not covered"), ("now", "5")]
