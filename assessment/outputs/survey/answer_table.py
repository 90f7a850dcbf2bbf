"""The answers to a question as bars with their numbers: in shares, by groups, or as ranked."""

from collections.abc import Iterator, Sequence

from assessment.numbers import rounded
from assessment.outputs.survey.bar_table import BarCell, BarRow, bar_table
from assessment.outputs.survey.ranking_wording import all_ranked, mean_rank
from assessment.outputs.survey.survey_wording import interval, share, whole
from assessment.survey.summaries.answer_places import is_placed, without_repeats
from assessment.survey.summaries.survey_answer import SummaryRow

HEADS = ("Share", "People", "Likely range")
RANK_HEADS = ("Answer", "Mean rank", "Ranked by")

NEARER = "the longer the bar, the nearer to first"

BY_MANY = "a bar for the share of people who ranked it"


def answer_table(caption: str, rows: Sequence[SummaryRow], *, by_group: bool = False) -> str:
    """Return rows of one question as HTML; a row is an answer or, `by_group`, a group."""
    weighted = any(row.weighted_percent is not None for row in rows)
    heads = ("Group" if by_group else "Answer", *HEADS, *(("Weighted",) if weighted else ()))
    shown = rows if by_group else without_repeats(rows)
    return bar_table(caption, heads, [_row(row, weighted, by_group) for row in shown])


def _row(row: SummaryRow, weighted: bool, by_group: bool) -> BarRow:
    return BarRow(
        label=row.group if by_group else row.option,
        share=row.percent,
        span=(row.low, row.high),
        cells=() if row.withheld else tuple(_cells(row, weighted)),
        under="" if row.mean is None else f"mean {rounded(row.mean, 1)}",
        strong=row.is_net,
    )


def _cells(row: SummaryRow, weighted: bool) -> Iterator[BarCell]:
    yield BarCell("share", whole(row.percent))
    yield BarCell("people", f"{row.count:,} of {row.base:,}")
    yield BarCell("range", interval(row.low, row.high), "likely")
    if weighted:
        span = interval(row.weighted_low, row.weighted_high)
        yield BarCell("weighted", whole(row.weighted_percent), "weighted", span)


def ranking_table(caption: str, rows: Sequence[SummaryRow], every: Sequence[SummaryRow]) -> str:
    """Return some of all answers in their order, with bars for what the order goes by."""
    whole, last = all_ranked(every), sum(map(is_placed, every))
    ordered = sorted(rows, key=lambda row: (row.rank is None, row.rank or 0))
    drawn = [_ranked_row(row, _nearness(row, last) if whole else row.percent) for row in ordered]
    return bar_table(f"{caption}: {NEARER if whole else BY_MANY}", RANK_HEADS, drawn)


def _nearness(row: SummaryRow, last: int) -> float | None:
    """Return how near to first a mean rank is: 100 for the first place, 0 for the last."""
    if row.mean_rank is None:
        return None
    return 100 * (last - row.mean_rank) / (last - 1) if last > 1 else 100.0


def _ranked_row(row: SummaryRow, bar: float | None) -> BarRow:
    cells = (
        BarCell("share", mean_rank(row), "mean rank"),
        BarCell("people", share(row), "ranked by"),
    )
    first = "" if row.first_places is None else f"put first by {row.first_places:,}"
    return BarRow(row.option, bar, (None, None), cells, under=first)
