"""Harm in words: places, ranges, and what has no weight is called so."""

from dataclasses import replace

import pytest

from assessment.changes.answer import Change, Status, Verdict
from assessment.changes.variation.dispersion import EstimatedFrom
from assessment.definitions import HARM, measure_sets
from assessment.numbers import ordinal
from assessment.outputs.harm import harm_wording as wording
from assessment.outputs.harm.harm_tables import harm_html, harm_table
from assessment.patterns.crime_harm import Harm
from assessment.patterns.harm import MeasureHarm, Ranks, RecordedHarm
from assessment.patterns.harm.recorded_harm import Weighing
from tests.changes.asked import asking

RAPE = measure_sets()["home-office"].measure("rape")
CHANGE = Change(
    *(RAPE, "Rochford", None, 2, 3, 1, None, None, None, None, None, None, None),
    EstimatedFrom.OWN_MONTHS, Verdict.NO_CLEAR_CHANGE, Status.TINY_BASE, "", (), (),
)  # fmt: skip
OF_THREE, NO_HARM = Harm(2555, 2555, 3, 0), Harm(None, None, 0, 3)
ROW = MeasureHarm(
    CHANGE, OF_THREE, OF_THREE, (5110.0, 5110.0), (7665.0, 7665.0), ranks=Ranks(10, 2, 2, 20)
)


def answer(*rows: MeasureHarm) -> RecordedHarm:
    return RecordedHarm(asking(None), Weighing(HARM), rows)


@pytest.mark.parametrize(
    ("place", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (23, "23rd"), (112, "112th")],
)
def test_places_are_said_as_people_say_them(place: int, said: str) -> None:
    assert ordinal(place) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW, "7,665"),
        (replace(ROW, now=(1835.0, 2735.4)), "1,835 to 2,735"),
        (replace(ROW, of_now=replace(OF_THREE, by_subgroup=3)), "≈ 7,665"),
        (replace(ROW, now=None, of_now=NO_HARM), "no weight"),
        (replace(ROW, now=None, of_now=Harm(None, None, 0, 0, left_out=3)), "left out"),
        (replace(ROW, now=None, change=replace(CHANGE, current=None)), "not covered"),
        (replace(ROW, now=(0.0, 0.0), change=replace(CHANGE, current=0)), "0"),
    ],
)
def test_harm_is_a_number_a_range_or_why_there_is_none(row: MeasureHarm, said: str) -> None:
    assert wording.total(row) == said


def test_what_number_and_harm_tell_otherwise_is_explained() -> None:
    (said,) = wording.differing(answer(ROW, replace(ROW, ranks=Ranks(3, 2, 2, 20))))
    assert said == (
        "Rape: 10th by number, 2nd by harm of 20 (3 offences; each 2,555 on average, in days)"
    )
    unsure = replace(ROW, ranks=Ranks(10, 2, 4, 20))
    assert "2nd to 4th by harm" in wording.differing(answer(unsure))[0]


def test_title_names_what_has_most_harm_or_says_that_it_is_not_known() -> None:
    assert wording.finding(answer(replace(ROW, ranks=Ranks(10, 1, 1, 20)))) == (
        "Rape: the most harm, 10th by number"
    )
    assert "depends on what its offences were" in wording.finding(answer(ROW))


@pytest.mark.parametrize(
    ("ends", "p_adjusted", "said"),
    [
        ((-5.0, 9.0), 0.4, "no clear change, between −5 and +9"),
        ((1.0, 9.0), 0.2, "no clear change among so many rows, between +1 and +9"),
        ((1.0, 9.0), 0.01, "between +1 and +9"),
    ],
)
def test_change_says_whether_it_is_clear(
    ends: tuple[float, float], p_adjusted: float, said: str
) -> None:
    mixed = replace(OF_THREE, deviation=5.0)
    row = replace(
        ROW, of_now=mixed, difference=4.0, low=ends[0], high=ends[1], p_adjusted=p_adjusted
    )
    assert (wording.change(row), wording.between(row)) == ("+4", said)


def test_whose_weights_they_are_stands_with_them() -> None:
    said = wording.whose_weights(answer(ROW))
    assert said.startswith("Weights: Cambridge Crime Harm Index")
    assert "read 21 November 2026" in said
    assert "second hand" in said
    left_out = replace(answer(ROW), weighing=Weighing(HARM, without_found=True))
    assert "looking for it is left out. Beside it is the place by the ONS" in wording.whose_weights(
        left_out
    )


def test_tables_have_both_places_and_never_nought_for_no_weight() -> None:
    none = replace(ROW, now=None, before=None, of_now=NO_HARM, of_before=NO_HARM, ranks=None)
    assert wording.place_beside(replace(ROW, ranks_beside=Ranks(1, 2, 3, 9))) == "2nd to 3rd of 9"
    shown = harm_html(answer(ROW, none))
    assert "2nd" in shown
    assert shown.count("no weight") == 4, (
        "its harm now and before, and neither by the other weights"
    )
    table = harm_table(answer(ROW, none), synthetic=False)
    first, second = (dict(zip(table.header, row, strict=True)) for row in table.rows)
    assert (first["Place by number"], first["Place by harm from"], first["Among"]) == (10, 2, 20)
    assert (first["Harm now from"], first["Harm now to"]) == (7665, 7665)
    assert (second["Harm now from"], second["Without a weight now"]) == (None, 3)
    assert second["Note"] == "no weight"
