"""Who answered beside the population, in words that claim no more than there is."""

import pytest

from assessment.outputs import weighting_wording as wording
from assessment.survey.answer import Represented


def test_who_is_missing_is_named_first() -> None:
    young = Represented("age", "16 to 34", 66_000, 29.4, 14, 13.1, 29.4)
    women = Represented("sex", "Female", 114_000, 50.9, 63, 60.6, 50.9)
    said = wording.represented([women, young])
    assert said.startswith("Least reached: **aged 16 to 34**, 13% of those who answered and 29%")
    assert "Most over-represented: **Female**, 61% and 51%." in said


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
    assert "40% of those who answered and 50% of an invented population" in said
    assert wording.population_of(["Census (21 March 2021)"]) == "the population"
