"""Diverging bars: what is good on the right, the middle in the middle, and all of it in words."""

import pytest

from assessment.outputs.charts import ON_DARK, ON_LIGHT
from assessment.outputs.survey.scale_bars import BarPart, ScaleBar, aligned, scale_bar
from assessment.outputs.survey.survey_charts import (
    BAD,
    EDGES,
    GOOD,
    MIDDLE,
    colours,
    diverging_alt,
    diverging_chart,
)
from assessment.survey.summaries.survey_answer import SummaryRow
from tests.outputs.survey_rows import evening, row


def bar(rows: list[SummaryRow], label: str = "In the evening") -> ScaleBar:
    found = scale_bar(label, rows)
    assert found
    return found


def test_parts_touch_and_the_middle_is_at_nought() -> None:
    chart = diverging_chart([bar(evening())])
    ends = {
        trace["name"]: (trace["base"][0], trace["base"][0] + trace["x"][0])
        for trace in chart["data"]
    }
    low, high = ends["Neither safe nor unsafe"]
    assert low == pytest.approx(-high)
    assert ends["Fairly safe"][0] == pytest.approx(high)
    assert ends["Very safe"][0] == pytest.approx(ends["Fairly safe"][1])
    assert ends["Fairly unsafe"][1] == pytest.approx(low)
    assert ends["Very unsafe"][1] == pytest.approx(ends["Fairly unsafe"][0])
    left, right = chart["layout"]["xaxis"]["range"]
    assert left < ends["Very unsafe"][0]
    assert right > ends["Very safe"][1]


def test_who_did_not_know_is_not_on_the_scale() -> None:
    assert [part.label for part in bar(evening()).parts][-1] == "Very unsafe"
    assert sum(part.percent for part in bar(evening()).parts) == pytest.approx(100 * 103 / 107)


def test_a_scale_that_was_asked_worst_first_is_turned() -> None:
    assert bar(evening()[:5][::-1]).parts == bar(evening()).parts


@pytest.mark.parametrize(
    ("sides", "fills"),
    [
        ((1, 1, 0, -1, -1), (GOOD[0], GOOD[1], MIDDLE, BAD[1], BAD[0])),
        ((1, -1), (GOOD[1], BAD[1])),  # yes or no: neither is the further
        ((1, 1, 1, -1, -1, -1), (GOOD[0], GOOD[1], GOOD[1], BAD[1], BAD[1], BAD[0])),
    ],
)
def test_the_ends_are_darkest(sides: tuple[int, ...], fills: tuple[tuple[str, str], ...]) -> None:
    assert tuple(colours(sides)) == fills


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("fill", "ink"), [*GOOD, MIDDLE, *BAD])
def test_numbers_can_be_read_on_their_part(fill: str, ink: str) -> None:
    low, high = sorted((luminance(fill), luminance(ink)))
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_text_follows_the_background() -> None:
    for ink in (ON_LIGHT, ON_DARK):
        assert diverging_chart([bar(evening())], ink)["layout"]["font"]["color"] == ink.text


def test_all_of_it_is_in_words() -> None:
    said = diverging_alt([bar(evening()), bar(evening(), "Female (63)")])
    assert "In the evening: Very safe 5%, Fairly safe 23%" in said
    assert "Female (63): " in said


@pytest.mark.parametrize(
    ("label", "lines"),
    [("Female (63)", 1), ("Chatham Central & Brompton (16)", 2)],  # the second leaves a phone
)
def test_what_a_bar_is_about_fits_a_phone(label: str, lines: int) -> None:
    (above,) = diverging_chart([bar(evening(), label)])["layout"]["annotations"]
    assert len(above["text"].split("<br>")) == lines


def test_bars_under_each_other_have_as_many_lines_each() -> None:
    labels = ["Female (63)", "Chatham Central & Brompton (16)"]
    layout = diverging_chart([bar(evening(), label) for label in labels])["layout"]
    assert [each["text"].count("<br>") for each in layout["annotations"]] == [1, 1]
    alone = diverging_chart([bar(evening(), labels[0])])["layout"]
    assert layout["height"] > 2 * alone["height"] - EDGES  # a second line takes room of its own


def test_what_is_not_a_scale_is_no_bar() -> None:
    assert scale_bar("Priority", [row("Drugs", 76)]) is None
    assert scale_bar("Withheld", [row("Very safe", 0, 0, side=1)]) is None


def test_bars_of_one_scale_have_the_same_parts() -> None:
    """A point that nobody chose has no width, and no number."""
    first = ScaleBar("A", "", (BarPart("Very safe", 1, 40.0), BarPart("Very unsafe", -1, 60.0)))
    second = ScaleBar("B", "", (BarPart("Fairly safe", 1, 70.0), BarPart("Very unsafe", -1, 30.0)))
    one, other = aligned([first, second])
    assert [part.label for part in one.parts] == [part.label for part in other.parts]
    assert [part.percent for part in one.parts] == [40.0, 0.0, 60.0]  # best first
    assert diverging_chart([one, other])["data"][0]["text"] == ["40%", ""]


def test_bars_of_several_scales_are_not_drawn_as_one() -> None:
    good_last = ScaleBar("B", "", (BarPart("No", -1, 50.0), BarPart("Yes", 1, 50.0)))
    good_first = ScaleBar("A", "", (BarPart("Safe", 1, 50.0), BarPart("No", -1, 50.0)))
    assert not aligned([good_first, good_last])
