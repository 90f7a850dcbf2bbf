"""The drawn matrix: no mark touches another, and no name covers a mark, a name or the edge."""

from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.outputs.charts import ON_DARK, ON_LIGHT, Ink
from assessment.outputs.risk_matrix.picture.band_colours import BANDS_ON_DARK, BANDS_ON_LIGHT
from assessment.outputs.risk_matrix.picture.label_placement import (
    Box,
    Dot,
    apart,
    text_width,
)
from assessment.outputs.risk_matrix.picture.matrix_frame import DESK, PHONE, DrawingSize
from assessment.outputs.risk_matrix.picture.name_places import NEARER, leader, places
from assessment.outputs.risk_matrix.picture.rank_bars import RankBar
from assessment.outputs.risk_matrix.picture.risk_charts import (
    MatrixPoint,
    matrix_alt,
    matrix_drawing,
)
from tests.outputs.test_charts import contrast
from tests.properties import examples

NAMES = ("Domestic abuse", "Violence with injury", "Anti-social behaviour: personal", "Robbery")
SVG = "{http://www.w3.org/2000/svg}"
share = st.floats(0, 1)
a_point = st.builds(
    MatrixPoint, st.just("1"), st.sampled_from(NAMES), share, share, st.integers(0, 3)
)
# Whole scores of few criteria: many issues lie on the same spot.
on_a_grid = st.sampled_from([0.25, 0.5, 0.75, 1.0])
a_tie = st.builds(
    MatrixPoint, st.just("1"), st.sampled_from(NAMES), on_a_grid, on_a_grid, st.integers(0, 3)
)


def parsed(drawing: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawing)  # noqa: S314 (drawn by ourselves)


def laid_out(points: list[MatrixPoint], sheet: DrawingSize) -> tuple[tuple[Dot, ...], list[Box]]:
    plot = sheet.plot
    wanted = [
        Dot(
            plot.x + point.likelihood * plot.width,
            plot.y + point.impact * plot.height,
            sheet.radius,
        )
        for point in points
    ]
    dots = apart(wanted, plot)
    found = places([point.label for point in points], dots, sheet.text, plot)
    return dots, [box for box in found if box]


@pytest.mark.parametrize("sheet", [DESK, PHONE], ids=["desk", "phone"])
@settings(max_examples=examples(30))
@given(points=st.lists(a_point, max_size=40) | st.lists(a_tie, max_size=40))
def test_nothing_covers_anything(sheet: DrawingSize, points: list[MatrixPoint]) -> None:
    dots, boxes = laid_out(points, sheet)
    for first, second in combinations(dots, 2):
        assert first.clears([second])
    for first_box, second_box in combinations(boxes, 2):
        assert not first_box.meets(second_box)
    assert not any(box.meets(dot.box) for box in boxes for dot in dots)
    assert all(sheet.plot.holds(each) for each in [*boxes, *(dot.box for dot in dots)])


def test_a_point_alone_lies_where_it_belongs() -> None:
    (dot,), (box,) = laid_out([MatrixPoint("1", "Robbery", 0.5, 0.5, 0)], DESK)
    plot = DESK.plot
    assert (dot.x, dot.y) == (plot.x + plot.width / 2, plot.y + plot.height / 2)
    assert box.x > dot.x


@settings(max_examples=examples(30))
@given(points=st.lists(a_point, max_size=30) | st.lists(a_tie, max_size=30))
def test_a_name_is_nearest_to_its_own_mark_or_led_to(points: list[MatrixPoint]) -> None:
    plot = DESK.plot
    wanted = [
        Dot(plot.x + p.likelihood * plot.width, plot.y + p.impact * plot.height, 16) for p in points
    ]
    dots = apart(wanted, plot)
    for dot, box in zip(dots, places([p.label for p in points], dots, 17, plot), strict=True):
        if box and leader(dot, box) is None:
            others = [other.away_from(box) for other in dots if other is not dot]
            assert min(others, default=1000.0) >= dot.away_from(box) + NEARER - 1e-9


def test_a_name_between_two_marks_is_on_the_side_of_its_own() -> None:
    dots = [Dot(200, 200, 16), Dot(240, 200, 16)]
    first, second = places(["Robbery", "Arson"], dots, 17, Box(0, 0, 600, 400))
    assert first is not None
    assert second is not None
    assert first.x + first.width < 200
    assert second.x > 240


def test_a_name_without_room_is_left_out() -> None:
    dot = Dot(20, 20, 15)
    assert places(["A name that is far too long"], [dot], 16, Box(0, 0, 40, 40)) == (None,)


EDGES = [
    (Box(0, 0, 10, 10), Box(10, 0, 10, 10), False, "side by side"),
    (Box(0, 0, 10, 10), Box(9, 9, 10, 10), True, "a corner in common"),
    (Box(0, 0, 10, 10), Box(2, 2, 3, 3), True, "one inside the other"),
    (Box(0, 0, 10, 10), Box(0, 11, 10, 10), False, "one below the other"),
]


@pytest.mark.parametrize(("a", "b", "meet", "why"), EDGES, ids=[row[-1] for row in EDGES])
def test_rectangles(a: Box, b: Box, meet: bool, why: str) -> None:
    assert a.meets(b) is meet
    assert b.meets(a) is meet


def test_broader_letters_take_more_room() -> None:
    widths = [text_width(text, 10) for text in ("ii", "oo", "OO", "WW")]
    assert widths == sorted(widths)
    assert len(set(widths)) == 4


@pytest.mark.parametrize("ink", [ON_LIGHT, ON_DARK], ids=["light", "dark"])
def test_drawing_has_every_issue(ink: Ink) -> None:
    points = [MatrixPoint(str(n + 1), name, n / 3, n / 3, n) for n, name in enumerate(NAMES)]
    drawn = parsed(matrix_drawing(points, DESK, ink))
    texts = [each.text for each in drawn.iter(f"{SVG}text")]
    assert {"Impact →", "Likelihood →", "1", "4", *NAMES} <= set(texts)
    on_a_phone = parsed(matrix_drawing(points, PHONE, ink))
    below = " ".join(each.text or "" for each in on_a_phone.iter(f"{SVG}text"))
    # A name stays on the line of its number.
    assert all(f"{n + 1}\N{NO-BREAK SPACE}{name}" in below for n, name in enumerate(NAMES))


BARS = [RankBar("1", "Violence", 1, 14), RankBar("–", "<Modern> slavery", None, None)]


@pytest.mark.parametrize("sheet", [DESK, PHONE], ids=["desk", "phone"])
def test_what_has_no_point_is_named_over_a_bar(sheet: DrawingSize) -> None:
    drawn = parsed(matrix_drawing([], sheet, ON_LIGHT, bars=BARS))
    texts = " ".join(each.text or "" for each in drawn.iter(f"{SVG}text"))
    assert "1 Violence: rank 1 to 14" in texts
    assert "– <Modern> slavery: anywhere" in texts
    height = float(drawn.attrib["viewBox"].split()[3])
    placed = [float(each.attrib["y"]) for each in drawn.iter(f"{SVG}text")]
    assert max(placed) < height
    frame, bar, *_ = [
        each for each in drawn.iter(f"{SVG}rect") if float(each.attrib["y"]) > sheet.height
    ]
    assert float(bar.attrib["width"]) == pytest.approx(float(frame.attrib["width"]), abs=0.2)


def test_a_bar_lies_over_the_ranks_that_there_may_be() -> None:
    bars = [RankBar("3", "Arson", 3, 4), RankBar("8", "Rape", 1, 8)]
    drawn = parsed(matrix_drawing([], DESK, ON_LIGHT, bars=bars))
    frame, arson, _, rape = [
        {name: float(each.attrib[name]) for name in ("x", "width")}
        for each in drawn.iter(f"{SVG}rect")
        if float(each.attrib["y"]) > DESK.height
    ]
    eighth = frame["width"] / 8
    assert arson["x"] - frame["x"] == pytest.approx(2 * eighth, abs=0.1)
    assert (arson["width"], rape["width"]) == pytest.approx((2 * eighth, 8 * eighth), abs=0.1)


def test_a_name_without_room_is_written_below() -> None:
    points = [MatrixPoint(str(n), "A rather long name of an issue", 0.5, 0.5, 0) for n in range(40)]
    drawn = parsed(matrix_drawing(points, DESK, ON_LIGHT))
    texts = [each.text or "" for each in drawn.iter(f"{SVG}text")]
    assert " ".join(texts).count("A rather long name") == 40
    assert any("No room for the names of" in text for text in texts)


def test_bars_are_said_in_words() -> None:
    said = matrix_alt([], (), BARS)
    assert said.endswith(
        " Too little is known to place: Violence, rank 1 to 14; <Modern> slavery, anywhere."
    )


def test_names_from_outside_cannot_break_the_drawing() -> None:
    drawn = matrix_drawing([MatrixPoint("1=", "<script> & “co”", 0.5, 0.5, 1)], DESK, ON_DARK)
    assert "<script>" not in drawn
    parsed(drawn)


def test_what_it_shows_is_said_in_words() -> None:
    point = MatrixPoint("1=", "Robbery", 0.5, 0.755, 1)
    assert "1= Robbery, impact 50%, likelihood 76% of the most, high" in matrix_alt(
        [point], ("Very high", "High")
    )


@pytest.mark.parametrize(
    ("bands", "ground"), [(BANDS_ON_LIGHT, "#ffffff"), (BANDS_ON_DARK, "#11161d")]
)
def test_bands_are_read_told_apart_and_the_highest_is_the_strongest(
    bands: tuple[tuple[str, str], ...], ground: str
) -> None:
    for fill, letters in bands:
        assert contrast(fill, letters) >= 4.5
    for higher, lower in pairwise(fill for fill, _ in bands):
        assert contrast(higher, lower) >= 1.25
        assert contrast(higher, ground) > contrast(lower, ground)
