"""Rankings in words and as bars: mean ranks where everybody ranked everything, else it says why."""

import re

import pytest

from assessment.outputs.survey.answer_table import ranking_table
from assessment.outputs.survey.ranking_wording import is_ranking, ranked
from assessment.survey.summaries.survey_answer import SummaryRow
from tests.outputs.survey_rows import row


def placed(option: str, mean: float | None, rank: int, count: int = 40) -> SummaryRow:
    return row(option, count, 40, mean_rank=mean, rank=rank, question="ranking")


WHOLE = [placed("CCTV", 2.04, 2), placed("Patrols", 1.25, 1), placed("Lights", 2.71, 3)]
TIED = [placed("Patrols", 1.5, 1), placed("Lights", 1.5, 1), placed("CCTV", 3.0, 3)]
PARTLY = [placed("Patrols", 2.5, 1, 30), placed("Lights", 1.0, 2, 2), placed("CCTV", None, 3, 0)]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            sorted(WHOLE, key=lambda each: each.rank or 0),
            "**First: patrols, with a mean rank of 1.3.** Then came CCTV (2.0) and lights (2.7). "
            "1 is the first place; 40 people ranked every answer.",
        ),
        (
            TIED,
            "**First together: patrols and lights, with a mean rank of 1.5.** Then came CCTV "
            "(3.0). 1 is the first place; 40 people ranked every answer.",
        ),
        (
            PARTLY[:2],
            "**Ranked by most: patrols, by 75% (30 of 40), with a mean rank of 2.5.** Then came "
            "lights (2, mean rank 1.0). Not everybody ranked every answer: they are in the order "
            "of how many ranked them, because a mean rank is only of those who did.",
        ),
        ([], ""),  # nobody ranked anything
    ],
)
def test_what_came_first(rows: list[SummaryRow], said: str) -> None:
    assert ranked(rows, rows) == said


def test_only_answers_with_ranks_are_a_ranking() -> None:
    assert is_ranking(PARTLY)
    assert not is_ranking([row("CCTV", 3)])


@pytest.mark.parametrize(
    ("rows", "order", "bars"),
    [
        (WHOLE, ["Patrols", "CCTV", "Lights"], ["87.5", "48.0", "14.5"]),
        (PARTLY, ["Patrols", "Lights", "CCTV"], ["75.0", "5.0", "0.0"]),
    ],
)
def test_the_table_and_its_bars_go_by_what_the_order_goes_by(
    rows: list[SummaryRow], order: list[str], bars: list[str]
) -> None:
    html = ranking_table("Order?", rows, rows)
    assert re.findall(r'rowheader">(\w+)<', html) == order
    assert re.findall(r"--share:([\d.]+)", html) == bars
