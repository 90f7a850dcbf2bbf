"""What people put in order: mean ranks, how many ranked each answer, and a bar that agrees."""

from collections.abc import Sequence

from assessment.outputs.survey.bar_table import BarCell, BarRow, bar_table
from assessment.outputs.survey.ranking_wording import all_ranked, mean_rank
from assessment.outputs.survey.survey_wording import share
from assessment.survey.summaries.answer_rows import is_placed
from assessment.survey.summaries.survey_answer import SummaryRow

HEADS = ("Answer", "Mean rank", "Ranked by")
NEARER = "the longer the bar, the nearer to first"
BY_MANY = "a bar for the share of people who ranked it"


def ranking_table(caption: str, rows: Sequence[SummaryRow], every: Sequence[SummaryRow]) -> str:
    """Return some of all answers in their order, with bars for what the order goes by."""
    whole, last = all_ranked(every), sum(map(is_placed, every))
    ordered = sorted(rows, key=lambda row: (row.rank is None, row.rank or 0))
    drawn = [_row(row, _nearness(row, last) if whole else row.percent) for row in ordered]
    return bar_table(f"{caption}: {NEARER if whole else BY_MANY}", HEADS, drawn)


def _nearness(row: SummaryRow, last: int) -> float | None:
    """Return how near to first a mean rank is: 100 for the first place, 0 for the last."""
    if row.mean_rank is None:
        return None
    return 100 * (last - row.mean_rank) / (last - 1) if last > 1 else 100.0


def _row(row: SummaryRow, bar: float | None) -> BarRow:
    cells = (
        BarCell("share", mean_rank(row), "mean rank"),
        BarCell("people", share(row), "ranked by"),
    )
    return BarRow(row.option, bar, (None, None), cells)
