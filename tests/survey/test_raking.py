"""Raking, against slow weights one by one, an independent library, and laws that must hold."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isclose

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ipfn.ipfn import ipfn

from assessment.survey.weighting.raking import (
    MOST_WEIGHT,
    STOP_WITHIN,
    UNKNOWN,
    Floats,
    Raked,
    rake,
)
from tests import alternative_implementations as obvious

VARIABLES = ("age", "sex")
CATEGORIES = {"age": ("young", "middle", "old"), "sex": ("f", "m")}
Said = tuple[str, str]


@dataclass(frozen=True)
class Sample:
    """Respondents by what they said of age and sex, "" for nothing, and the population's shares."""

    people: Mapping[Said, int]
    population: Mapping[str, Mapping[str, float]]

    def raked(self, within: float = STOP_WITHIN) -> tuple[list[Said], Raked]:
        cells = list(self.people)
        categories = np.array(
            [[_number(v, s) for v, s in zip(VARIABLES, c, strict=True)] for c in cells]
        )
        people = np.array([self.people[cell] for cell in cells])
        return cells, rake(people, categories, self.targets, within=within)

    @property
    def targets(self) -> list[Floats]:
        return [np.array([self.population[v][c] for c in CATEGORIES[v]]) for v in VARIABLES]

    @property
    def respondents(self) -> list[dict[str, str]]:
        return [
            dict(zip(VARIABLES, cell, strict=True))
            for cell, n in self.people.items()
            for _ in range(n)
        ]


def _number(variable: str, said: str) -> int:
    return CATEGORIES[variable].index(said) if said else UNKNOWN


def _shares(drawn: Sequence[int], names: Sequence[str]) -> dict[str, float]:
    return {name: n / sum(drawn) for name, n in zip(names, drawn, strict=True)}


def samples(least_unknown: int = 0) -> st.SearchStrategy[Sample]:
    """Every age and sex has somebody, as weighting requires; some may not say one, or either."""
    known = [(a, s) for a in CATEGORIES["age"] for s in CATEGORIES["sex"]]
    unsaid = (
        [(a, "") for a in CATEGORIES["age"]] + [("", s) for s in CATEGORIES["sex"]] + [("", "")]
    )
    return st.builds(
        lambda full, partly, ages, sexes: Sample(
            {c: n for c, n in zip(known + unsaid, full + partly, strict=True) if n},
            {"age": _shares(ages, CATEGORIES["age"]), "sex": _shares(sexes, CATEGORIES["sex"])},
        ),
        st.lists(st.integers(5, 60), min_size=6, max_size=6),
        st.lists(st.integers(least_unknown, 9), min_size=6, max_size=6),
        st.lists(st.integers(5, 90), min_size=3, max_size=3),
        st.lists(st.integers(10, 90), min_size=2, max_size=2),
    )


def test_by_hand() -> None:
    """30 women and 70 men to a half each: 50 ÷ 30 and 50 ÷ 70. One round fits one margin."""
    raked = rake(np.array([30, 70]), np.array([[0], [1]]), [np.array([0.5, 0.5])])
    assert np.allclose(raked.weights, [5 / 3, 5 / 7])
    assert (raked.rounds, round(raked.gap, 9)) == (1, 0)


def test_a_weight_is_at_most_five_times_the_mean() -> None:
    """10 of 1,000 who are half of the people would weigh 50: 10 × 5 of 1,000 is a share of 5%."""
    raked = rake(np.array([10, 990]), np.array([[0], [1]]), [np.array([0.5, 0.5])])
    assert np.allclose(raked.weights, [5.0, 950 / 990])
    assert isclose(raked.gap, 45)


def test_whoever_said_nothing_counts_as_one() -> None:
    raked = rake(np.array([30, 70, 8]), np.array([[0], [1], [UNKNOWN]]), [np.array([0.5, 0.5])])
    assert np.allclose(raked.weights, [5 / 3, 5 / 7, 1])


def test_whoever_said_one_thing_is_weighted_by_that() -> None:
    """The women who did not say their age weigh what sex alone gives."""
    people = np.array([20, 40, 20, 20])
    categories = np.array([[0, 0], [0, 1], [1, 0], [UNKNOWN, 0]])
    raked = rake(people, categories, [np.array([2 / 3, 1 / 3]), np.array([0.7, 0.3])], within=1e-9)
    assert isclose(raked.weights @ people, 100)
    women = raked.weights[[0, 2, 3]] @ people[[0, 2, 3]]
    assert isclose(women / 100, 0.7, abs_tol=1e-6)


def test_margins_that_cannot_be_reached_leave_everybody_a_weight() -> None:
    """Nine in ten are to be women, who are all young, and one in two young: young men shrink."""
    people = np.array([10, 10, 10])
    categories = np.array([[0, 0], [0, 1], [1, 1]])
    raked = rake(people, categories, [np.array([0.5, 0.5]), np.array([0.9, 0.1])])
    assert raked.gap > 1
    assert (raked.weights > 0).all()
    assert isclose(raked.weights @ people, people.sum())


@given(samples())
def test_laws(sample: Sample) -> None:
    cells, raked = sample.raked()
    people = np.array([sample.people[cell] for cell in cells])
    assert isclose(raked.weights @ people, people.sum())  # the total stays
    assert (raked.weights > 0).all()
    silent = [weight for cell, weight in zip(cells, raked.weights, strict=True) if cell == ("", "")]
    assert all(isclose(weight, 1) for weight in silent)
    assert raked.weights.max() <= MOST_WEIGHT * (1 + 1e-9)
    if raked.gap > STOP_WITHIN:  # only the cap keeps shares from being reached
        assert isclose(raked.weights.max(), MOST_WEIGHT, rel_tol=1e-6)
        return
    for column, variable in enumerate(VARIABLES):
        held: Counter[str] = Counter()
        for cell, weight in zip(cells, raked.weights, strict=True):
            if cell[column]:
                held[cell[column]] += weight * sample.people[cell]
        for category, share in sample.population[variable].items():
            assert abs(100 * held[category] / held.total() - 100 * share) <= STOP_WITHIN


@given(samples())
def test_weights_agree_with_those_worked_out_one_by_one(sample: Sample) -> None:
    cells, raked = sample.raked()
    slowly = obvious.rake(sample.respondents, sample.population, STOP_WITHIN)
    quickly = [
        weight
        for cell, weight in zip(cells, raked.weights, strict=True)
        for _ in range(sample.people[cell])
    ]
    assert np.allclose(quickly, slowly, rtol=1e-6)


@given(samples())
def test_weights_agree_with_an_independent_library(sample: Sample) -> None:
    """ipfn fits a table of counts; it knows no cap and nobody who did not say."""
    told = {cell: n for cell, n in sample.people.items() if all(cell)}
    cells, raked = Sample(told, sample.population).raked(within=1e-8)
    assume(raked.weights.max() < MOST_WEIGHT * 0.99)  # then nothing was cut on the way either
    table = np.array(
        [[told.get((a, s), 0) for s in CATEGORIES["sex"]] for a in CATEGORIES["age"]], dtype=float
    )
    margins = [target * table.sum() for target in sample.targets]
    fitted = ipfn(
        table.copy(),
        margins,
        [[0], [1]],
        convergence_rate=1e-12,
        max_iteration=5000,
        rate_tolerance=0,
    ).iteration()
    for (age, sex), weight in zip(cells, raked.weights, strict=True):
        at = _number("age", age), _number("sex", sex)
        assert isclose(weight * told[age, sex], fitted[at], rel_tol=1e-5)


@pytest.mark.parametrize("scale", [1, 1000])
def test_it_matters_how_shares_differ_and_not_how_many_people_there_are(scale: int) -> None:
    people, categories = np.array([30, 70]) * scale, np.array([[0], [1]])
    assert np.allclose(rake(people, categories, [np.array([0.5, 0.5])]).weights, [5 / 3, 5 / 7])
