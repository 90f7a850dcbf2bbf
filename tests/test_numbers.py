"""Counts in words."""

import pytest

from assessment.numbers import count_of, first_of, listed, people


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
