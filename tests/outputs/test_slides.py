"""What a slide tells: the finding, its counts, and beside it what it is part and made of."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.changes import Place, Question, Verdict, YearOnYear, default_question, year_on_year
from assessment.outputs.charts.dot_chart import Dot, DotChart
from assessment.outputs.charts.drawing.dot_chart_html import dot_chart_html
from assessment.outputs.slides import change_slides
from assessment.outputs.slides.survey_slides import survey_slides
from assessment.people import Audience, Person, Role
from assessment.store import Store
from assessment.survey.summaries.wave_summary import summary
from assessment.workspace import Workspace

COLCHESTER = Place("Safer Colchester", ("Colchester",))


@pytest.fixture
def hall(example_store: Path) -> Iterator[Workspace]:
    store = Store.open(example_store)
    yield Workspace(store, Person("Test analyst", Role.ANALYST), audience=Audience.PARTNER)
    store.close()


@pytest.fixture
def answer(hall: Workspace) -> YearOnYear:
    return year_on_year(hall, default_question(hall, COLCHESTER))


def test_unusual_rises_come_first_and_a_group_stands_for_its_members(answer: YearOnYear) -> None:
    told = [change.measure.label for change in change_slides.told_alone(answer)]
    assert told == ["Violence against the person", "Sexual offences"]


def test_where_nothing_is_unusual_the_largest_are_told(answer: YearOnYear) -> None:
    ordinary = replace(
        answer, changes=tuple(replace(change, unusual=False) for change in answer.changes)
    )
    told = change_slides.told_alone(ordinary)
    assert len(told) == change_slides.MOST_CHANGES
    assert [change.verdict for change in told] == [*[Verdict.RISE] * 3, Verdict.FALL]


def test_a_slide_says_what_the_pages_say(answer: YearOnYear) -> None:
    (change, _) = change_slides.told_alone(answer)
    parts = change_slides.members(answer, change)
    slide = change_slides.change_slide(change, answer.question, parts, ())
    assert slide.title == "Violence against the person rose by 15.3%, more than is usual"
    assert "from 6,693 (1 October 2017" in slide.sentence
    assert slide.chart is not None
    said = {dot.name: (dot.words, dot.value) for dot in slide.chart.dots}
    assert said["Safer Colchester"][0] == "+15.3% (6,693 to 7,719), worse"
    assert said["Violence with injury"][0] == "+7.7% (2,105 to 2,268)"
    # In a hall fewer than five are withheld, and have no dot.
    assert said["Homicide"] == ("withheld: few", None)


def test_a_slide_has_room_for_what_changed_and_then_for_the_largest(answer: YearOnYear) -> None:
    whole = change_slides.leading(answer)
    assert whole is not None
    parts = change_slides.members(answer, whole)
    slide = change_slides.change_slide(whole, answer.question, parts, ())
    assert slide.chart is not None
    names = [dot.name for dot in slide.chart.dots]
    assert len(names) == 1 + change_slides.MOST_PARTS < 1 + len(parts)
    assert {"Violence against the person", "Public order", "Anti-social behaviour"} < {*names}
    assert "Possession of weapons" not in names


def test_what_residents_want_is_told_with_how_they_were_asked(hall: Workspace) -> None:
    wanted, *_ = survey_slides(summary(hall, "medway-online-2023-09"))
    assert wanted.title == "What residents want to come first"
    assert wanted.sentence.startswith("People using or dealing drugs: 71% (76 of 107).")
    assert wanted.caveats[0].endswith("1 September 2023 to 30 September 2023, 107 people answered.")


def test_nothing_compared_is_said_with_its_reason(hall: Workspace, answer: YearOnYear) -> None:
    period = replace(answer.question.period, end=answer.question.period.end.replace(month=9))
    question = Question(COLCHESTER, period, period.year_before(), answer.question.measure_set)
    slide = change_slides.nothing_slide(year_on_year(hall, question))
    assert slide is not None
    assert "whole years" in slide.picture
    assert change_slides.nothing_slide(answer) is None


def test_dots_lie_on_one_scale_that_holds_nothing_and_their_ranges() -> None:
    dots = (
        Dot("here", 50.0, "+50%", low=0.0, high=100.0),
        Dot("<b>", None, ""),
        Dot("there", -100.0, "−100%"),
    )
    drawn = dot_chart_html(DotChart("title", "unit", dots, "alt", from_zero=False))
    assert "left:73.5%" in drawn, "50 is three quarters of the way from -100 to 100"
    assert '<b style="left:50.0%;width:47.0%">' in drawn
    assert "not known" in drawn, "what has no value says so"
    assert "&lt;b&gt;" in drawn
