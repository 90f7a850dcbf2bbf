"""What is withheld of a breakdown cannot be worked out from what is shown."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from assessment.survey.survey_disclosure import SMALLEST_BASE, CrosstabCell, withheld_groups

ONLY = 1  # the number of the only grouping


def withheld(bases: Mapping[int, int], options: Sequence[Mapping[int, int]]) -> set[int]:
    """Ask which groups of a single breakdown are withheld: from 1, as 0 are those of no group."""
    cells = [
        CrosstabCell(((ONLY, group + 1),), n, tuple(option.get(group, 0) for option in options))
        for group, n in bases.items()
    ]
    return {group - 1 for _, group in withheld_groups(cells)}


WITHHELD = [
    ({1: 40, 2: 30}, [{1: 9, 2: 3}], set(), "no group is small"),
    ({1: 40, 2: 9, 3: 30}, [{1: 9, 2: 3, 3: 5}], {2, 3}, "alone, the total would give it back"),
    ({1: 40, 2: 4, 3: 5, 4: 30}, [{1: 9, 2: 1, 3: 1, 4: 3}], {2, 3, 4}, "together still under 10"),
    ({1: 40, 2: 4, 3: 6, 4: 30}, [{1: 9, 2: 1, 3: 1, 4: 3}], {2, 3}, "together 10"),
    ({1: 40, 2: 9}, [{1: 9, 2: 3}], {1, 2}, "of two groups, both"),
    ({1: 40, 2: 10}, [{1: 9, 2: 3}], set(), "10 is enough"),
    ({1: 40, 2: 0, 3: 30}, [{1: 9, 3: 5}], set(), "nobody is in it: there is nobody to protect"),
    ({1: 40, 2: 4, 3: 6, 4: 30}, [{1: 9, 4: 3}], {2, 3, 4}, "else none of them said so"),
    ({1: 40, 2: 4, 3: 6, 4: 30}, [{1: 9, 2: 4, 3: 6, 4: 3}], {2, 3, 4}, "else all of them did"),
    ({1: 40, 2: 4, 3: 6}, [{}], {2, 3}, "that nobody at all said so, the total tells anyhow"),
    ({1: 5}, [{1: 2}], {1}, "a single group"),
    ({1: 8, 2: 9}, [{1: 2, 2: 1}], {1, 2}, "all small"),
]


@pytest.mark.parametrize(("bases", "options", "expected", "why"), WITHHELD)
def test_withheld(
    bases: dict[int, int], options: list[dict[int, int]], expected: set[int], why: str
) -> None:
    assert withheld(bases, options) == expected, why


# Answers of a question with one answer each: how many of each group gave each option.
Table = list[list[int]]
TABLES = st.integers(2, 4).flatmap(
    lambda options: st.lists(
        st.lists(st.integers(0, 14), min_size=options, max_size=options), min_size=1, max_size=6
    )
)


@given(TABLES)
def test_counts_withheld_of_single_answers_are_not_given_back(table: Table) -> None:
    """Someone who knows how many each group has, all that is shown, and what can be subtracted."""
    bases = {group: sum(row) for group, row in enumerate(table)}
    options = [dict(enumerate(column)) for column in zip(*table, strict=True)]
    hidden = sorted(withheld(bases, options))
    assert {group for group, base in bases.items() if 0 < base < SMALLEST_BASE} <= set(hidden)
    if hidden == [group for group, base in bases.items() if base]:
        return  # nothing is shown but the total
    rest = [sum(table[group][option] for group in hidden) for option in range(len(options))]
    for place, group in enumerate(hidden):
        for option, total in enumerate(map(sum, (one.values() for one in options))):
            if not total:
                continue  # nobody at all: the total says so whatever is withheld
            least, most = _possible(table, hidden, rest, (place, option))
            assert most - least > 0.5, f"{group} can only have {least} of option {option}"


def _possible(
    table: Table, hidden: Sequence[int], rest: Sequence[int], cell: tuple[int, int]
) -> tuple[float, float]:
    """Return the least and the most a withheld cell can be, all sums being as they are."""
    shape = (len(hidden), len(rest))
    rows = [np.zeros(shape) for _ in hidden]
    columns = [np.zeros(shape) for _ in rest]
    for place, row in enumerate(rows):
        row[place, :] = 1
    for option, column in enumerate(columns):
        column[:, option] = 1
    equal = np.array([each.ravel() for each in (*rows, *columns)])
    sums = [*(sum(table[group]) for group in hidden), *rest]
    goal = np.zeros(shape)
    goal[cell] = 1
    ends = [linprog(sign * goal.ravel(), A_eq=equal, b_eq=sums).fun for sign in (1, -1)]
    return float(ends[0]), float(-ends[1])


@given(
    st.dictionaries(st.integers(0, 8), st.integers(0, 25), min_size=1, max_size=8),
    st.data(),
)
def test_counts_withheld_of_several_answers_are_not_given_back(
    bases: Mapping[int, int], data: st.DataObject
) -> None:
    """Each tick box by itself: a group may have any number up to its size that leaves the sum."""
    options = [
        {group: data.draw(st.integers(0, base)) for group, base in bases.items()} for _ in range(3)
    ]
    hidden = withheld(bases, options)
    if hidden == {group for group, base in bases.items() if base}:
        return
    everyone = sum(bases.values())
    together = sum(bases[group] for group in hidden)
    for option in options:
        if sum(option.values()) in (0, everyone):
            continue  # nobody or everybody at all: the total says so
        said = sum(option[group] for group in hidden)
        for group in hidden:
            least = max(0, said - (together - bases[group]))
            assert least < min(bases[group], said)
    if hidden:
        assert len(hidden) >= 2
        assert together >= SMALLEST_BASE
