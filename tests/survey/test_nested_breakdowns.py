"""Two breakdowns, of which one is made of the other's groups, give nobody back by subtraction."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from assessment.errors import InvalidRequest
from assessment.survey.questionnaire import Concept, QuestionKind, SurveyQuestion
from assessment.survey.summaries.breakdown import fall_apart, is_broken_down
from assessment.survey.summaries.survey_answer import EVERYONE, TOGETHER
from assessment.survey.summaries.wave_summary import summary
from assessment.survey.survey_disclosure import (
    NOT_SAID,
    SMALLEST_BASE,
    CrosstabCell,
    GroupId,
    withheld_groups,
)
from assessment.workspace import Workspace
from tests.properties import examples
from tests.survey.given import DONT_KNOW, Answers, Surveys, question, safety

WARD, AREA, BAND = 1, 2, 3
ENOUGH = (6, 7)  # two answers, both given


def cell(ward: int, area: int, *said: int) -> CrosstabCell:
    return CrosstabCell(((WARD, ward), (AREA, area)), sum(said), said)


NESTED = [
    (
        [cell(1, 1, 2, 2), cell(2, 1, 20, 9), cell(3, 2, *ENOUGH), cell(4, 2, 20, 20)],
        {(WARD, 1), (WARD, 2)},
        "a ward of the same area, though one elsewhere is smaller: the area less it would tell",
    ),
    (
        [cell(1, 1, 2, 2), cell(2, 1, 4, 3), cell(3, 2, 20, 9), cell(4, 2, 20, 20)],
        {(WARD, 1), (WARD, 2)},
        "two small wards that are an area of 11, which may be shown",
    ),
    (
        [cell(1, 1, 4, 4), cell(2, 2, *ENOUGH), cell(3, 2, 20, 9), cell(4, 3, 20, 20)],
        {(WARD, 1), (WARD, 2), (AREA, 1), (AREA, 2)},
        "an area of one small ward: an area more, and one of that area's wards",
    ),
    (
        [cell(1, 1, 0, 5), cell(2, 1, 0, 6), cell(3, 1, 30, 9), cell(4, 2, 20, 20)],
        {(WARD, 1), (WARD, 2), (WARD, 3)},
        "11 people, but none gave the first answer, which the area less the third ward would tell",
    ),
    (
        [cell(1, 1, 0, 5), cell(2, 1, 0, 6), cell(4, 2, 20, 20)],
        {(WARD, 1), (WARD, 2)},
        "none of the area gave it: the area is no small group and tells by itself",
    ),
    (
        [cell(NOT_SAID, 1, 0, 3), cell(1, 1, 0, 12), cell(2, 1, 9, 9), cell(3, 2, 20, 9)],
        {(WARD, NOT_SAID), (WARD, 1)},
        "none of 15 gave the first answer, but the three who did not say are not known by that",
    ),
    (
        [cell(1, 1, 20, 9), cell(2, 1, 20, 9), cell(3, 2, 20, 9)],
        set(),
        "no group is small",
    ),
]


@pytest.mark.parametrize(("cells", "expected", "why"), NESTED)
def test_withheld(cells: Sequence[CrosstabCell], expected: set[GroupId], why: str) -> None:
    assert withheld_groups(cells) == expected, why


def nested(crossing: bool) -> st.SearchStrategy[list[CrosstabCell]]:
    """Up to seven wards in up to three areas; `crossing`, in bands that are no areas as well."""
    answers = st.lists(st.integers(0, 9), min_size=2, max_size=2)
    wards = st.tuples(st.integers(1, 3), st.integers(1, 3), answers)
    return st.lists(wards, min_size=1, max_size=7).map(
        lambda found: [
            CrosstabCell(
                ((WARD, n), (AREA, area), *([(BAND, band)] if crossing else [])),
                sum(said),
                tuple(said),
            )
            for n, (area, band, said) in enumerate(found, start=1)
        ]
    )


@settings(max_examples=examples(150), deadline=None)
@given(st.booleans().flatmap(nested))
def test_an_attacker_who_knows_all_that_is_shown_can_tell_nothing(
    cells: list[CrosstabCell],
) -> None:
    """Linear programming, over everything that may have been said, with every size known."""
    hidden = withheld_groups(cells)
    small = {group for group, n in sizes(cells).items() if 0 < n < SMALLEST_BASE}
    assert small <= hidden
    if hidden == {group for group, n in sizes(cells).items() if n}:
        return  # nothing is shown but the total
    assert given_back(cells, hidden) == []


@settings(max_examples=examples(150), deadline=None)
@given(nested(crossing=False))
def test_nothing_is_withheld_in_vain(cells: list[CrosstabCell]) -> None:
    """Any group withheld for the sake of others would give something back if it were shown."""
    hidden = withheld_groups(cells)
    for group in (each for each in hidden if sizes(cells)[each] >= SMALLEST_BASE):
        assert given_back(cells, hidden - {group}), f"{group} need not be withheld"


def sizes(cells: Iterable[CrosstabCell]) -> dict[GroupId, int]:
    found: dict[GroupId, int] = {}
    for cell in cells:
        for group in cell.groups:
            found[group] = found.get(group, 0) + cell.base
    return found


def given_back(cells: Sequence[CrosstabCell], hidden: Iterable[GroupId]) -> list[str]:
    """Name what can be told of small groups: an exact number, or the sum of a few people."""
    filled = [each for each in cells if each.base]
    shown = [group for group in sizes(filled) if group not in set(hidden)]
    told = []
    for group, n in sizes(filled).items():
        if n >= SMALLEST_BASE:
            continue
        members = [group in each.groups for each in filled]
        alike = [
            each.base
            for each in filled
            if {g for g in each.groups if g in shown}
            == {g for g in filled[members.index(True)].groups if g in shown}
        ]
        if sum(alike) < SMALLEST_BASE or len(alike) == 1:
            told.append(f"{group} stands among {sum(alike)}")
        for option in range(len(filled[0].counts)):
            if known_from_a_large_group(filled, members, shown, option):
                continue
            least, most = possible(filled, members, shown, option)
            if most - least < 0.5:
                told.append(f"{least:.0f} of {group} said {option}")
    return told


def known_from_a_large_group(
    cells: Sequence[CrosstabCell], members: Sequence[bool], shown: Sequence[GroupId], option: int
) -> bool:
    """Tell whether everybody, or nobody, of large groups that are shown gave an answer."""

    def uniform(among: Sequence[CrosstabCell]) -> bool:
        return sum(c.counts[option] for c in among) in (0, sum(c.base for c in among))

    def known(one: CrosstabCell) -> bool:
        groups = [[c for c in cells if g in c.groups] for g in one.groups if g in shown]
        return any(map(uniform, [list(cells), *groups]))

    return all(known(one) for one, member in zip(cells, members, strict=True) if member)


def possible(
    cells: Sequence[CrosstabCell], members: Sequence[bool], shown: Sequence[GroupId], option: int
) -> tuple[float, float]:
    """Return the least and the most people of some cells that can have given an answer."""
    rows = [np.ones(len(cells)), *(np.array([g in c.groups for c in cells]) for g in shown)]
    sums = [row @ np.array([c.counts[option] for c in cells]) for row in rows]
    goal = np.array(members, dtype=float)
    bounds = [(0, c.base) for c in cells]
    ends = [
        linprog(sign * goal, A_eq=np.array(rows, dtype=float), b_eq=sums, bounds=bounds).fun
        for sign in (1, -1)
    ]
    return float(ends[0]), float(-ends[1])


A, B, C = ((WARD, n) for n in (1, 2, 3))
NORTH, SOUTH = ((AREA, n) for n in (1, 2))
APART = [
    ([(A, NORTH, 20), (B, NORTH, 4), (C, SOUTH, 20)], True, "wards within areas"),
    ([(A, NORTH, 20), (A, SOUTH, 20), (C, SOUTH, 20)], False, "a ward in two areas joins both"),
    ([(A, NORTH, 20), (C, SOUTH, 20), (A, SOUTH, 9)], True, "but for nine people, they are"),
    ([(A, NORTH, 20), (C, SOUTH, 20), (A, SOUTH, 10)], False, "ten are too many to be a slip"),
    ([(A, NORTH, 40), (C, SOUTH, 9)], False, "a part so small is withheld in both"),
    ([(A, NORTH, 40)], False, "everybody is in one group of each"),
    ([], False, "nobody answered"),
]


@pytest.mark.parametrize(("overlaps", "expected", "why"), APART)
def test_groupings_fall_apart(
    overlaps: list[tuple[GroupId, GroupId, int]], expected: bool, why: str
) -> None:
    assert fall_apart(overlaps) is expected, why


WARDS = question(1, "ward", ["North", "South", "East", "West"], concept=Concept.WARD)
AREAS = question(2, "area", ["Upper", "Lower", DONT_KNOW])
EVENING = safety(3, "evening", Concept.SAFE_AFTER_DARK)
SEX = question(4, "sex", ["Female", "Male"], concept=Concept.SEX)
EVERY: tuple[SurveyQuestion, ...] = (WARDS, AREAS, EVENING, SEX)


def someone(ward: int, area: int, evening: int, n: int) -> list[Answers]:
    return [{1: ward, 2: area, 3: evening, 4: 1 + each % 2} for each in range(n)]


def test_an_area_less_its_wards_does_not_tell_of_the_small_one(
    workspace: Workspace, surveys: Surveys
) -> None:
    """North has 4: without the area, South would be withheld with it, in which 12 answered."""
    people = [
        *someone(1, 1, 1, 2),
        *someone(1, 1, 5, 2),
        *someone(3, 1, 1, 15),
        *someone(3, 1, 5, 15),
        *someone(2, 2, 1, 6),
        *someone(2, 2, 5, 6),
        *someone(4, 2, 1, 20),
    ]
    surveys.wave("w", EVERY, people)
    assert withheld(workspace, "ward") == {"North", "East"}
    assert withheld(workspace, "area") == set()
    assert withheld(workspace, "sex") == set()


def test_a_question_asked_only_of_some_is_beside_the_one_that_chose_them(
    workspace: Workspace, surveys: Surveys
) -> None:
    """Those not asked are the other group of the question before, and so is their difference."""
    victim = question(1, "victim", ["Yes", "No"])
    its_question = question(2, "told", ["The police", "Nobody", "A friend"])
    people: list[Answers] = [
        *[{1: 1, 2: 1, 3: 1}] * 15,
        *[{1: 1, 2: 2, 3: 5}] * 20,
        *[{1: 1, 2: 3, 3: 5}, {1: 1, 2: 3, 3: 1}],
        *[{1: 2, 3: 1}] * 12,
        *[{1: 2, 3: 5}] * 2,
    ]
    surveys.wave("w", (victim, its_question, EVENING), people)
    # Alone, those who were not asked would be withheld with the two: they are fewer than 15.
    assert withheld(workspace, "told") == {"A friend", "The police"}


def withheld(workspace: Workspace, by: str) -> set[str]:
    rows = summary(workspace, "w", question="evening", by=by).rows
    return {row.group for row in rows if row.withheld}


def test_what_is_withheld_stands_together_as_the_total_less_what_is_shown(
    workspace: Workspace, surveys: Surveys
) -> None:
    people = [*someone(1, 1, 1, 4), *someone(2, 1, 5, 20), *someone(3, 2, 1, 30)]
    surveys.wave("w", EVERY, people)
    rows = summary(workspace, "w", question="evening", by="ward").rows
    counts: Mapping[tuple[str, str], int | None] = {(r.group, r.option): r.count for r in rows}
    for option in ("Very safe", "Safe", "Very unsafe"):
        everyone = counts[EVERYONE, option]
        assert everyone is not None
        assert counts[TOGETHER, option] == everyone - (counts["East", option] or 0)


TICKS = question(5, "problem", ["Drugs", "Litter"], kind=QuestionKind.MULTIPLE)
DAY = safety(6, "day", Concept.SAFE_BY_DAY)
ORIGIN = question(7, "origin", ["White", "Black", "Asian"])
TURNED = [
    (EVENING, WARDS, "what people think, by who they are"),
    (ORIGIN, WARDS, "whatever it asks: a ward is shown by nothing"),
    (EVENING, ORIGIN, "a scale, by one answer of several"),
    (TICKS, EVENING, "ticks, by a scale: nothing is grouped by ticks"),
    (EVENING, DAY, "of two scales neither: both have groups"),
    (ORIGIN, AREAS, "nor of two that are no scales"),
]


@pytest.mark.parametrize(("answers", "by", "why"), TURNED)
def test_no_table_is_shown_both_ways_round(
    answers: SurveyQuestion, by: SurveyQuestion, why: str
) -> None:
    """Else what is withheld of a few would stand in the other, spread over its groups."""
    assert not is_broken_down(by, answers), why
    alike = answers.kind is by.kind and by is not WARDS
    assert is_broken_down(answers, by) is not alike, why


def test_what_four_said_is_not_told_by_who_said_it(workspace: Workspace, surveys: Surveys) -> None:
    """Four are Black: their evening is withheld, and so is how many of them feel unsafe."""
    people: list[Answers] = [*[{7: 1, 3: 1}] * 20, *[{7: 1, 3: 5}] * 20, *[{7: 2, 3: 5}] * 4]
    surveys.wave("w", (EVENING, ORIGIN), people)
    assert "Black" in withheld(workspace, "origin")
    with pytest.raises(InvalidRequest, match="turned round"):
        summary(workspace, "w", question="origin", by="evening")
    with pytest.raises(InvalidRequest, match="Nothing that was asked for"):
        summary(workspace, "w", by="evening")
