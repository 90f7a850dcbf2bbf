"""Numbers as they are said: rounded in one way, and counts in words."""

import re
from pathlib import Path

import pytest

from assessment.numbers import count_of, first_of, listed, people, rounded

ROOT = Path(__file__).parents[1]
# What rounds a half to the even number: 12.5 to 12, and 13.5 to 14.
HALF_TO_EVEN = re.compile(r"\bround\(|:[+,]*\.\d[f%]")
# Where pictures are drawn no number is read.
DRAWN = {"bar_table.py"}


@pytest.mark.parametrize(
    ("number", "places", "said"),
    [(12.5, 0, "13"), (13.5, 0, "14"), (-12.5, 0, "-13"), (0.15, 1, "0.2"), (2, 1, "2.0")],
)
def test_a_half_is_rounded_away_from_nothing(number: float, places: int, said: str) -> None:
    assert str(rounded(number, places)) == said


def test_whatever_is_said_of_a_survey_is_rounded_in_this_one_way() -> None:
    rooms = ("assessment/survey", "assessment/outputs/survey", "pages/survey", "pages/load_survey")
    files = [file for room in rooms for file in (ROOT / room).rglob("*.py")]
    assert len(files) > 80
    otherwise = {
        str(file.relative_to(ROOT)): found
        for file in files
        if file.name not in DRAWN
        if (found := HALF_TO_EVEN.findall(file.read_text(encoding="utf-8")))
    }
    assert otherwise == {}


@pytest.mark.parametrize(
    ("n", "said"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (1204, "1,204 rows")]
)
def test_a_count_agrees_with_its_noun(n: int, said: str) -> None:
    assert count_of(n, "row") == said


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert count_of(1, "category is", "categories are") == "1 category is"
    assert count_of(3, "category is", "categories are") == "3 categories are"
    assert [people(1), people(107)] == ["1 person", "107 people"]


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and 1 more"),
        (["a", "b", "c", "d"], "a, b and 2 more"),
    ],
)
def test_the_first_of_many_are_named(items: list[str], said: str) -> None:
    assert listed(items, 2) == said


def test_what_there_is_more_of_can_be_said() -> None:
    assert listed(["a", *"bcd"], 1, "more districts") == "a and 3 more districts"


@pytest.mark.parametrize(
    ("sentences", "said"),
    [
        ([], []),
        (["A.", "B."], ["A.", "B."]),
        (["A.", "B.", "C."], ["A.", "B.", "1 like these."]),
    ],
)
def test_the_first_sentences_are_followed_by_one_on_the_rest(
    sentences: list[str], said: list[str]
) -> None:
    assert first_of(sentences, 2, lambda rest: f"{rest} like these.") == said
