"""Maps and strips of places: what is drawn, said and sent."""

import json
from dataclasses import replace
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.areas.area_shapes import drawn_areas
from assessment.outputs.charts import ON_DARK, ON_LIGHT
from assessment.outputs.charts.area_map import AreaClass, AreaMap, MapArea
from assessment.outputs.charts.dot_chart import MOST_DOTS, Dot, DotChart
from assessment.outputs.charts.drawing.drawn_chart import draw
from assessment.outputs.charts.drawing.plotly_area_map import plotly_area_map
from assessment.outputs.charts.drawing.plotly_dot_chart import plotly_dot_chart
from assessment.outputs.charts.shades import COLOURS, STEPS, Shade, colour, steps, written_on
from assessment.outputs.places.number_classes import number_classes
from tests.areas.test_area_shapes import board
from tests.outputs.test_charts import contrast

CLASSES = (
    AreaClass("few", Shade.STEP_1),
    AreaClass("many", Shade.STEP_5, "●"),
    AreaClass("not known", Shade.UNKNOWN),
)
counts = st.lists(st.none() | st.integers(0, 60), min_size=1, max_size=80)


def a_map(wide: int, high: int, corners: int = 1) -> AreaMap:
    return AreaMap(
        "Burglary: half is in one area",
        "Offences",
        CLASSES,
        tuple(
            MapArea(f"Central Bedfordshire {at:03d}A", at, at % 3, f"{at} offences", drawn)
            for at, drawn in enumerate(drawn_areas(board(wide, high, corners)))
        ),
        "A map.",
        "Small area",
    )


def test_every_class_is_a_trace_and_every_area_can_be_pressed() -> None:
    figure = plotly_area_map(a_map(3, 2))
    go.Figure(figure)
    filled = [trace for trace in figure["data"] if trace.get("fill") == "toself"]
    assert len(filled) == len(CLASSES)
    (words,) = (trace for trace in figure["data"] if "customdata" in trace)
    assert [name for name, _ in words["customdata"]] == [
        f"Central Bedfordshire {at:03d}A" for at in range(6)
    ]
    assert words["text"] == ["", "●", "", "", "●", ""]
    legend = [trace["name"] for trace in figure["data"] if "name" in trace]
    assert legend == ["few (2)", "● many (2)", "not known (2)"]


def test_what_is_not_known_is_hatched() -> None:
    figure = plotly_area_map(a_map(3, 1))
    assert "fillpattern" in figure["data"][2]
    assert "fillcolor" not in figure["data"][2]


def test_the_area_that_is_looked_at_has_a_thick_border() -> None:
    plain = a_map(3, 1)
    first, *others = plain.areas
    chosen = replace(plain, areas=(replace(first, is_chosen=True, label="1"), *others))
    thick = [
        trace
        for trace in plotly_area_map(chosen)["data"]
        if trace.get("line", {}).get("width", 0) > 3
    ]
    assert len(thick) == 1
    assert plotly_area_map(chosen)["data"][4]["text"][0] == "1"


def test_nothing_is_fetched_and_no_side_is_stretched() -> None:
    figure = plotly_area_map(a_map(3, 2))
    assert {trace["type"] for trace in figure["data"]} == {"scatter"}
    assert figure["layout"]["yaxis"]["scaleanchor"] == "x"
    assert figure["layout"]["yaxis"]["scaleratio"] == 1


@pytest.mark.parametrize(("wide", "high", "most"), [(20, 10, 300_000), (40, 30, 1_000_000)])
def test_a_map_is_small_enough_for_a_phone(wide: int, high: int, most: int) -> None:
    drawn = draw(a_map(wide, high, 30))
    assert len(json.dumps(drawn.figure)) + len(drawn.table) + len(drawn.alt) < most


def test_a_map_is_a_table_too_with_what_is_not_drawn() -> None:
    area_map = a_map(2, 1)
    lacking = MapArea("Not loaded", "not known", 2, "not known", None)
    table = replace(area_map, areas=(*area_map.areas, lacking)).table
    assert table.header == ("Small area", "Offences", "On the map")
    assert table.rows[-1] == ("Not loaded", "not known", "not known")
    assert table.caption == "Burglary: half is in one area (Offences)"


def test_more_classes_than_can_be_told_apart_are_refused() -> None:
    with pytest.raises(ValueError, match="7 classes"):
        AreaMap("", "", CLASSES[:1] * 7, (), "")


@pytest.mark.parametrize("ink", [ON_LIGHT, ON_DARK])
def test_steps_run_away_from_the_page_and_letters_are_read_on_each(ink: object) -> None:
    inks = ON_DARK if ink == ON_DARK else ON_LIGHT
    ground = "#11161d" if inks == ON_DARK else "#ffffff"
    against = [contrast(colour(shade, inks), ground) for shade in (Shade.NONE, *STEPS)]
    assert all(later > earlier * 1.15 for earlier, later in pairwise(against))
    for shade in COLOURS:
        assert contrast(colour(shade, inks), written_on(shade, inks)) > 4.5, shade


@given(counts)
def test_classes_hold_their_values_and_are_told_apart(values: list[int | None]) -> None:
    found = number_classes(values, lambda value: f"{value:g}")
    assert len(found.classes) <= 6
    words = [one.words for one in found.classes]
    assert len(set(words)) == len(words)
    for value, at in zip(values, found.class_at, strict=True):
        said = words[at]
        if value is None:
            assert said == "not known"
        elif value == 0:
            assert said == "none"
        else:
            low, _, high = said.partition(" to ")
            assert int(low) <= value <= int(high or low)
    assert set(found.class_at) == set(range(len(words))), "no class is empty"


def test_classes_have_about_as_many_each() -> None:
    found = number_classes(list(range(1, 101)), lambda value: f"{value:g}")
    assert [one.words for one in found.classes] == [
        "1 to 20",
        "21 to 40",
        "41 to 60",
        "61 to 80",
        "81 to 100",
    ]
    assert steps(3) == (Shade.STEP_1, Shade.STEP_3, Shade.STEP_5)
    assert number_classes([4], str).classes == (AreaClass("4", Shade.STEP_3),)


def test_dots_stand_in_order_with_what_they_lie_between() -> None:
    dots = tuple(
        Dot(f"Ward {at}", 90 - at, f"{90 - at} offences", low=1, high=99) for at in range(50)
    )
    chart = DotChart("Title", "Offences", (*dots, Dot("None", None, "not known")), "A strip.")
    figure = plotly_dot_chart(chart)
    go.Figure(figure)
    (drawn,) = figure["data"]
    assert len(drawn["x"]) == MOST_DOTS
    assert drawn["x"][0] == 90
    assert drawn["error_x"]["array"][0] == 9
    assert figure["layout"]["yaxis"]["range"][0] > figure["layout"]["yaxis"]["range"][1]
    assert len(chart.table.rows) == 51
    assert chart.table.rows[-1] == ("None", "not known", "", "", "not known")
    assert chart.table.header == ("Area", "Offences", "From", "To", "What is said of it")
