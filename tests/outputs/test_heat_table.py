"""Heat tables: every number is written, its colour goes by it, and it can be read on its colour."""

import re
from pathlib import Path

import pytest

from assessment.outputs.charts.drawing.heat_table_html import heat_table_html
from assessment.outputs.charts.heat_table import STEPS, HeatNumbers, HeatTable

LOOK = Path(__file__).parents[2] / "pages" / "components" / "look.css"
HEX = re.compile(r"#([0-9a-f]{6})")
COUNTS = HeatTable(
    "Most on <Fridays>",
    "offences",
    "Hour",
    ("00:00", "01:00"),
    ("Mon", "Fri"),
    ((0, 50), (7, None)),
)
DIFFERENCES = HeatTable(
    *("Burglary", "percent", "Measure", ("Burglary",), ("Jan", "Feb", "Mar", "Apr")),
    ((-40.0, 0.2, 39.6, None),),
    HeatNumbers.DIFFERENCE,
    "not covered",
    frozenset({(0, 0)}),
    "out of the usual",
)


@pytest.mark.parametrize(
    ("value", "step", "why"),
    [
        (0, 0, "none has no colour"),
        (0.1, 1, "a part of one has some"),
        (10, 1, "up to a fifth of the highest"),
        (10.1, 2, "more than a fifth"),
        (50, 5, "the highest"),
    ],
)
def test_colours_go_by_the_highest(value: float, step: int, why: str) -> None:
    assert COUNTS.step(value) == step, why


@pytest.mark.parametrize(
    ("value", "step"), [(-40, 1), (-24.1, 1), (-23.9, 2), (0, 3), (8.1, 4), (24.1, 5), (40, 5)]
)
def test_differences_have_the_middle_colour_at_none(value: float, step: int) -> None:
    assert DIFFERENCES.step(value) == step


def test_a_table_of_nothing_has_no_colours_and_no_key() -> None:
    empty = HeatTable("None", "offences", "Hour", ("00:00",), ("Mon",), ((0,),))
    assert (empty.step(0), empty.legend) == (0, ())
    assert "<ul" not in heat_table_html(empty, "times")
    missing = HeatTable("None", "offences", "Hour", ("00:00",), ("Mon",), ((None,),))
    assert missing.alt == "Table without a value: no figure."


def test_numbers_are_written_alike_in_table_and_picture() -> None:
    shown = heat_table_html(DIFFERENCES, "months")
    for row in DIFFERENCES.table.rows:
        for written in row:
            assert f">{written}" in shown
    assert DIFFERENCES.table.rows == (("Burglary", "−40%", "0%", "+40%", "not covered"),)
    assert shown.count("●") == 2, "in its cell, and in the key"
    assert COUNTS.table.rows == (("00:00", "0", "50"), ("01:00", "7", "no figure"))


def test_parts_of_records_are_written_where_there_are_few() -> None:
    few = HeatTable("Few", "offences", "Hour", ("00:00",), ("Mon", "Tue"), ((9.9, 0.05),))
    assert few.table.rows == (("00:00", "9.9", "0.1"),)


def test_it_is_heard_as_a_table() -> None:
    shown = heat_table_html(COUNTS, "times")
    assert shown.count('role="columnheader"') == 3
    assert shown.count('role="rowheader"') == 2
    assert shown.count('role="cell"') == 4
    assert COUNTS.alt == "Highest: 00:00, Fri (50). Lowest: 00:00, Mon (0)."
    assert [step.words for step in COUNTS.legend] == [f"up to {n}" for n in (10, 20, 30, 40, 50)]


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_every_number_can_be_read_on_its_colour(step: int) -> None:
    (rule,) = re.findall(rf"\.heat-{step} \{{([^}}]+)\}}", LOOK.read_text(encoding="utf-8"))
    ground, text = rule.split(";")[:2]
    for behind, above in zip(HEX.findall(ground), HEX.findall(text), strict=True):
        low, high = sorted((_luminance(behind), _luminance(above)))
        assert (high + 0.05) / (low + 0.05) >= 4.5, (step, behind)
