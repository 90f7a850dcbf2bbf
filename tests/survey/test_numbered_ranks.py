"""Rankings in one cell, each answer behind its place, are ranks and no boxes."""

import random
from collections import defaultdict
from pathlib import Path

import pytest

from assessment.survey.questionnaire import QuestionKind
from assessment.survey.reading.proposal import DoubtKind
from assessment.survey.summaries.wave_summary import summary
from assessment.workspace import Workspace
from tests.stored import assert_sound
from tests.survey.loads import WAVE, base, column, loaded, proposed, written

ASKED = "What should come first?"
OPTIONS = ("Burglary", "Anti-social behaviour", "Drugs, and alcohol", "Litter")


def orders(n: int) -> list[list[str]]:
    chance = random.Random(4)  # noqa: S311 (answers, not secrets)
    return [chance.sample(OPTIONS, len(OPTIONS)) for _ in range(n)]


@pytest.mark.parametrize("mark", ["\n", "; ", ";", " | ", ", "])
@pytest.mark.parametrize("behind", [": ", ". ", ") "])
def test_places_and_mean_ranks_are_those_given(
    workspace: Workspace, tmp_path: Path, mark: str, behind: str
) -> None:
    given = orders(40)
    cells = [mark.join(f"{n}{behind}{o}" for n, o in enumerate(order, 1)) for order in given]
    path = written(tmp_path, column(ASKED, *cells, "", ""))
    loaded(workspace, path)
    ranks = defaultdict(list)
    for order in given:
        for place, option in enumerate(order, 1):
            ranks[option].append(place)
    rows = {row.option: row for row in summary(workspace, WAVE).rows}
    assert {option: row.mean_rank for option, row in rows.items()} == {
        option: sum(places) / 40 for option, places in ranks.items()
    }
    assert {option: row.first_places for option, row in rows.items()} == {
        option: places.count(1) for option, places in ranks.items()
    }
    assert {row.base for row in rows.values()} == {40}
    assert base(workspace, "priority") == 40
    assert_sound(workspace)


def test_numbers_that_are_the_options_own_are_no_places(
    workspace: Workspace, tmp_path: Path
) -> None:
    cells = [
        "1. Burglary; 3. Litter",
        "1. Burglary",
        "2. Drugs; 3. Litter",
        "1. Burglary; 2. Drugs",
    ]
    (_, asked) = proposed(workspace, written(tmp_path, column(ASKED, *cells * 5))).columns
    assert asked.kind is QuestionKind.MULTIPLE


def test_one_order_is_a_ranking_where_one_was_asked_for(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = written(tmp_path, column("Rank these", *["1: Burglary; 2: Litter"] * 6))
    (_, asked) = proposed(workspace, path).columns
    assert asked.kind is QuestionKind.RANKING


def test_what_stands_behind_no_place_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    cells = ["\n".join(f"{n}: {o}" for n, o in enumerate(order, 1)) for order in orders(40)]
    path = written(tmp_path, column(ASKED, *cells, "All of them"))
    (doubt,) = (d for d in proposed(workspace, path).doubts if d.blocks)
    assert (doubt.kind, doubt.answers) == (DoubtKind.UNKNOWN_LABEL, ("All of them",))


def test_the_next_wave_is_read_alike(workspace: Workspace, tmp_path: Path) -> None:
    cells = ["\n".join(f"{n}: {o}" for n, o in enumerate(order, 1)) for order in orders(40)]
    loaded(workspace, written(tmp_path, column(ASKED, *cells)))
    path = written(tmp_path, column(ASKED, *cells[:30]))
    loaded(workspace, path, wave="online-2024")
    first, second = (summary(workspace, wave).rows for wave in (WAVE, "online-2024"))
    assert {r.option for r in first} == {r.option for r in second} == {*OPTIONS}
    assert {r.base for r in second} == {30}
