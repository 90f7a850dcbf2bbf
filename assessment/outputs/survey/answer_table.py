"""The answers to a question, or one answer by groups, as bars with their numbers."""

from collections.abc import Iterator, Sequence

from assessment.outputs.survey.bar_table import BarCell, BarRow, bar_table
from assessment.outputs.survey.survey_wording import interval, whole
from assessment.survey.summaries.survey_answer import SummaryRow

HEADS = ("Share", "People", "Likely range")


def answer_table(caption: str, rows: Sequence[SummaryRow], *, by_group: bool = False) -> str:
    """Return rows of one question as HTML; a row is an answer or, `by_group`, a group."""
    weighted = any(row.weighted_percent is not None for row in rows)
    heads = ("Group" if by_group else "Answer", *HEADS, *(("Weighted",) if weighted else ()))
    return bar_table(caption, heads, [_row(row, weighted, by_group) for row in rows])


def _row(row: SummaryRow, weighted: bool, by_group: bool) -> BarRow:
    return BarRow(
        label=row.group if by_group else row.option,
        share=row.percent,
        span=(row.low, row.high),
        cells=() if row.withheld else tuple(_cells(row, weighted)),
        under="" if row.mean is None else f"mean {row.mean:.1f}",
        strong=row.is_net,
    )


def _cells(row: SummaryRow, weighted: bool) -> Iterator[BarCell]:
    yield BarCell("share", whole(row.percent))
    yield BarCell("people", f"{row.count:,} of {row.base:,}")
    yield BarCell("range", interval(row.low, row.high), "likely")
    if weighted:
        span = interval(row.weighted_low, row.weighted_high)
        yield BarCell("weighted", whole(row.weighted_percent), "weighted", span)
