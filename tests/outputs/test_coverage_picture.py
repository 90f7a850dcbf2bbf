"""The picture of the months: each state is a shape of its own, and all is said in words too."""

from datetime import date
from xml.etree import ElementTree

from assessment.outputs.charts import ON_DARK, ON_LIGHT
from assessment.outputs.sources.coverage_picture import (
    MOST_MONTHS,
    NARROW,
    WIDE,
    GridSize,
    coverage_drawing,
    coverage_picture,
)
from assessment.outputs.sources.grid_wording import grid_alt
from assessment.outputs.sources.source_tables import grid_table
from assessment.periods import add_months
from assessment.sources.coverage_grid import CoverageGrid, SourceMonths
from assessment.sources.month_states import MonthState

JANUARY = date(2024, 1, 1)


def grid(*states: MonthState, source: str = "police") -> CoverageGrid:
    months = tuple(add_months(JANUARY, step) for step in range(len(states)))
    of_months = dict(zip(months, states, strict=True))
    row = SourceMonths(source, "home-office", ("offence",), ("Rochford",), of_months)
    return CoverageGrid(("Rochford",), months, (row,))


def shapes(of_state: MonthState, size: GridSize = WIDE) -> list[str]:
    """Return what is drawn of a month, without where it is and in which colour."""
    drawn = ElementTree.fromstring(coverage_drawing(grid(of_state), size, ON_LIGHT))  # noqa: S314
    names = [f"{part.tag.partition('}')[2]} {part.text or ''}" for part in drawn]
    return names[5:]  # the line and the name of the year, the month's, and two names of the row


def test_each_state_is_told_without_its_colour() -> None:
    told = {state: tuple(shapes(state)) for state in MonthState}
    assert len({*told.values()}) == len(MonthState), told
    assert told[MonthState.DOUBTFUL][-1] == "text ?"


def test_every_month_has_its_square_on_a_desk_and_on_a_phone() -> None:
    whole = grid(*[MonthState.COVERED] * 30)
    for size in (WIDE, NARROW):
        drawing = coverage_drawing(whole, size, ON_DARK)
        assert drawing.count("<rect") == 30
        assert ">2024<" in drawing
        assert ">2026<" in drawing


def test_months_are_named_where_they_are_few() -> None:
    few, many = grid(*[MonthState.COVERED] * 6), grid(*[MonthState.COVERED] * 48)
    assert ">Jan<" in coverage_drawing(few, WIDE, ON_LIGHT)
    assert ">Jan<" not in coverage_drawing(many, WIDE, ON_LIGHT)


def test_the_last_five_years_are_drawn() -> None:
    drawing = coverage_drawing(grid(*[MonthState.COVERED] * 90), WIDE, ON_LIGHT)
    assert drawing.count("<rect") == MOST_MONTHS


def test_what_the_picture_shows_is_said_in_words() -> None:
    shown = grid(MonthState.COVERED, MonthState.MISSING, MonthState.DOUBTFUL, MonthState.PARTIAL)
    assert grid_alt(shown) == (
        "Months from January to April 2024, by source. police, offences, Rochford: 1 of 4 months "
        "covered; missing: February 2024; in part: April 2024; doubtful: March 2024."
    )
    assert f'alt="{grid_alt(shown)}"' in coverage_picture(shown, ON_LIGHT)


def test_a_name_is_read_letter_for_letter() -> None:
    drawing = coverage_drawing(grid(MonthState.COVERED, source="<b>&x"), WIDE, ON_LIGHT)
    assert "&lt;b&gt;&amp;x" in drawing


def test_a_long_name_is_cut_and_the_table_has_all_of_it() -> None:
    long = "a" * 90
    shown = grid(MonthState.COVERED, source=long)
    assert long not in coverage_drawing(shown, WIDE, ON_LIGHT)
    table = grid_table(shown, frozenset(), "Rochford")
    assert table.rows[0] == (long, "offences", "Rochford", "covered", "no")
    assert table.header == ("Source", "About", "Districts", "2024-01", "Synthetic")
