"""Numbers that people gave, in words: their mean, how they spread, and a net promoter score."""

from collections.abc import Sequence

from assessment.numbers import MINUS, rounded
from assessment.outputs.escaping import Markdown
from assessment.outputs.html_table import html_table
from assessment.outputs.survey.survey_wording import TOO_FEW, whole
from assessment.survey.comparison.wave_difference import MeanDifference
from assessment.survey.questionnaire import DETRACTORS, PROMOTERS
from assessment.survey.summaries.intervals import WaveMean
from assessment.survey.summaries.survey_answer import SummaryRow
from assessment.survey.survey_disclosure import SMALLEST_BASE

WEIGHTED = "Weighted mean"
NUMBERS = ("Answer", "Mean", "Standard deviation", "People")


def average(row: SummaryRow) -> Markdown:
    """Say what numbers come to on average, and of how many; of very few nothing is said."""
    if row.mean is None or not row.count or row.count < SMALLEST_BASE:
        return TOO_FEW
    spread = f" (standard deviation {rounded(row.spread, 1)})" if row.spread is not None else ""
    of = f", of the {row.count:,} who gave a number"
    weighted = ""
    if row.weighted_mean is not None:
        weighted = f"; weighted {rounded(row.weighted_mean, 1)}"
    return f"**On average {rounded(row.mean, 1)}**{of}{spread}{weighted}."


def number_table(caption: str, rows: Sequence[SummaryRow]) -> str:
    """Return numbers with their mean and spread, and beside them the ways of giving none.

    A share that everybody is in by definition would say nothing: there are no bars.
    """
    is_weighted = any(row.weighted_mean is not None for row in rows)
    heads = (*NUMBERS, *((WEIGHTED,) if is_weighted else ()))
    return html_table(caption, heads, [_row(row, is_weighted=is_weighted) for row in rows])


def _row(row: SummaryRow, *, is_weighted: bool) -> tuple[object, ...]:
    mean, spread, weighted = (_told(row, n) for n in (row.mean, row.spread, row.weighted_mean))
    people = "withheld" if row.count is None else f"{row.count:,} of {row.base:,}"
    return (row.option, mean, spread, people, *((weighted,) if is_weighted else ()))


def _told(row: SummaryRow, number: float | None) -> object:
    few = row.count is None or row.count < SMALLEST_BASE
    return "–" if few or number is None else rounded(number, 1)


def mean_of_wave(side: WaveMean | None) -> Markdown:
    """Return a wave's mean with how many gave a number; a weighted one says so."""
    if side is None:
        return "–"
    return f"{in_hundredths(side.compared)} ({numbers_given(side)})"


def numbers_given(side: WaveMean) -> Markdown:
    """Return how many gave a number; of a weighted mean, with what it is unweighted."""
    gave = f"{side.count:,} gave a number"
    if side.weighted_mean is None:
        return gave
    return f"weighted; unweighted {in_hundredths(side.mean)}, {gave}"


def means_apart(row: MeanDifference) -> Markdown:
    """Return how far two means are apart, with the interval that the difference may lie in."""
    if row.difference is None:
        return "–"
    apart = in_hundredths(row.difference, signed=True)
    if row.low is None or row.high is None:
        return apart
    ends = (in_hundredths(end, signed=True) for end in (row.low, row.high))
    return f"{apart} (95% interval {' to '.join(ends)})"


def in_hundredths(number: float, *, signed: bool = False) -> Markdown:
    """Return a mean in two decimals: the means of two waves are seldom a whole number apart."""
    size = rounded(abs(number), 2)
    if not size or (number > 0 and not signed):
        return f"{size:,}"
    return f"{'+' if number > 0 else '−'}{size:,}"


def net_promoter_score(rows: Sequence[SummaryRow]) -> Markdown:
    """Say how many more are for something than against it; nothing of another question."""
    shares = {row.option: row for row in rows if not row.is_net}
    for_it, against = shares.get(PROMOTERS), shares.get(DETRACTORS)
    if not for_it or not against or for_it.percent is None or against.percent is None:
        return ""
    if not for_it.base or for_it.base < SMALLEST_BASE:
        return TOO_FEW
    return (
        f"**Net promoter score {_score(for_it.percent, against.percent)}**: "
        f"{whole(for_it.percent)} would recommend it (9 or 10), {whole(against.percent)} would "
        f"not (0 to 6), of {for_it.base:,}{_weighted_score(for_it, against)}."
    )


def _weighted_score(for_it: SummaryRow, against: SummaryRow) -> Markdown:
    if for_it.weighted_percent is None or against.weighted_percent is None:
        return ""
    return f"; weighted {_score(for_it.weighted_percent, against.weighted_percent)}"


def _score(for_it: float, against: float) -> Markdown:
    size = rounded(abs(for_it - against), 0)
    sign = MINUS if for_it < against else "+"
    return f"{sign if size else ''}{size}"
