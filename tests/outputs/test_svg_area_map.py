"""The small drawing of a map says what the map itself says."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from assessment.outputs.charts import ON_DARK, ON_LIGHT, Ink
from assessment.outputs.charts.area_map import AreaMap
from assessment.outputs.charts.drawing.svg_area_map import LONGEST, beside_a_list, svg_area_map
from assessment.outputs.charts.shades import colour
from tests.outputs.test_area_map import CLASSES, a_map

SVG = "{http://www.w3.org/2000/svg}"


def drawn(area_map: AreaMap, ink: Ink = ON_LIGHT) -> ElementTree.Element:
    return ElementTree.fromstring(svg_area_map(area_map, ink))  # noqa: S314 (our own drawing)


@pytest.mark.parametrize("ink", [ON_LIGHT, ON_DARK])
def test_every_area_has_the_colour_and_symbol_of_its_class(ink: Ink) -> None:
    drawing = drawn(a_map(3, 2), ink)
    fills = [path.get("fill") for path in drawing.findall(f"{SVG}path")]
    few, many = (colour(one.shade, ink) for one in CLASSES[:2])
    assert fills == [few, many, "url(#unknown)"] * 2
    assert [word.text for word in drawing.findall(f"{SVG}text")] == ["●", "●"]


def test_north_is_up_and_the_longer_side_fills_the_drawing() -> None:
    drawing = drawn(a_map(4, 2))
    wide, high = map(int, (drawing.get("viewBox") or "").split()[2:])
    assert wide == LONGEST
    assert 150 < high < 250
    # The board's first row is its southern one.
    first, *_, last = (path.get("d") or "" for path in drawing.findall(f"{SVG}path"))
    south, north = (float(path[1:].split()[0].split(",")[1]) for path in (first, last))
    assert south > north


def test_what_an_area_is_called_is_no_markup() -> None:
    plain = a_map(1, 1)
    hostile = replace(plain.areas[0], name="<script>", label="</text><script>")
    shown = beside_a_list(
        replace(plain, areas=(hostile,), title="<b>", alt='"><b>', classes=CLASSES), ON_LIGHT
    )
    assert "<script>" not in shown
    assert "<b>" not in shown
    drawn(replace(plain, areas=(hostile,)))


def test_only_classes_that_are_on_the_map_are_explained() -> None:
    shown = beside_a_list(a_map(2, 1), ON_LIGHT)
    assert "few (1)" in shown
    assert "not known" not in shown


def test_a_map_without_an_outline_is_empty_and_no_error() -> None:
    whole = a_map(2, 1)
    bare = replace(whole, areas=tuple(replace(area, drawn=None) for area in whole.areas))
    assert drawn(bare).findall(f"{SVG}path") == []
