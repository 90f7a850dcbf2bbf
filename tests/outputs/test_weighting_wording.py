"""Who answered beside the population, in words that claim no more than there is."""

import pytest

from assessment.outputs.survey import weighting_wording as wording
from assessment.survey.weighting.weighting_effect import Represented


def test_who_is_missing_is_named_first() -> None:
    young = Represented("age", "16 to 34", 66_000, 29.4, 14, 13.1, 29.4)
    women = Represented("sex", "Female", 114_000, 50.9, 63, 60.6, 50.9)
    older = Represented("age", "35 and over", 158_000, 70.6, 93, 86.9, 70.6)
    men = Represented("sex", "Male", 110_000, 49.1, 41, 39.4, 49.1)
    said = wording.represented([women, young, older, men])
    assert said.startswith(
        "Least reached: **aged 16 to 34**, 13% of those who answered (14 of 107) and 29% of"
    )
    # 16 points each way, but the ages stand out by a little more.
    assert "Most over-represented: **aged 35 and over**, 87% (93 of 107) and 71%." in said


def test_ages_are_written_as_inside_a_sentence() -> None:
    children = Represented("age", "Under 18", 20_000, 20.0, 2, 2.0, 20.0)
    others = Represented("age", "18 and over", 80_000, 80.0, 98, 98.0, 80.0)
    assert "**aged under 18**, 2% of those who answered (2 of 100)" in wording.represented(
        [children, others]
    )


def sex(women: int, men: int, source: str = "Census") -> list[Represented]:
    return [
        Represented("sex", name, 50, 50.0, n, 100 * n / ((women + men) or 1), None, source)
        for name, n in (("Female", women), ("Male", men))
    ]


@pytest.mark.parametrize(
    ("women", "men", "said"),
    [
        (0, 0, "So few answered that they cannot stand for the population."),
        (5, 4, "So few answered that they cannot stand for the population."),
        (50, 50, "Those who answered are as the population, to the nearest point."),
    ],
)
def test_where_nobody_is_missing_nobody_is_named(women: int, men: int, said: str) -> None:
    assert wording.represented(sex(women, men)) == said


def test_an_invented_population_is_said_to_be() -> None:
    said = wording.represented(sex(60, 40, "Invented for the example (30 June 2022)"))
    assert "40% of those who answered (40 of 100) and 50% of an invented population" in said
    assert wording.population_of(["Census (21 March 2021)"]) == "the population"
