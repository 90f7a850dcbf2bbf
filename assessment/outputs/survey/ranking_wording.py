"""What people put first, in words: a ranking goes by its mean ranks, or says why it does not."""

from collections.abc import Sequence

from assessment.numbers import people, rounded
from assessment.outputs.escaping import Markdown, markdown
from assessment.outputs.survey.survey_wording import inside, share
from assessment.periods import joined
from assessment.survey.summaries.answer_places import is_placed, is_whole
from assessment.survey.summaries.survey_answer import SummaryRow


def is_ranking(rows: Sequence[SummaryRow]) -> bool:
    """Tell whether answers were put in order."""
    return any(row.mean_rank is not None for row in rows)


def all_ranked(rows: Sequence[SummaryRow]) -> bool:
    """Tell whether everybody ranked every answer, so that their mean ranks are their order."""
    return is_whole([row for row in rows if is_placed(row)])


def mean_rank(row: SummaryRow) -> str:
    """Return a mean rank at one decimal; a dash where nobody ranked it."""
    return "–" if row.mean_rank is None else f"{rounded(row.mean_rank, 1)}"


def ranked(first: Sequence[SummaryRow], every: Sequence[SummaryRow]) -> Markdown:
    """Say what people put first and how many ranked it; `every` are all answers to the question."""
    if not first or first[0].count is None:
        return ""
    return _whole(first) if all_ranked(every) else _partly(first)


def _whole(rows: Sequence[SummaryRow]) -> Markdown:
    leading = [row for row in rows if row.rank == 1]
    names = joined([markdown(inside(row.option)) for row in leading])
    together = " together" if len(leading) > 1 else ""
    rest = joined(
        [f"{markdown(inside(row.option))} ({mean_rank(row)})" for row in rows[len(leading) :]]
    )
    then = f" Then came {rest}." if rest else ""
    return (
        f"**First{together}: {names}, with a mean rank of {mean_rank(leading[0])}.**{then} 1 is "
        f"the first place; {people(leading[0].count or 0)} ranked every answer."
    )


def _partly(rows: Sequence[SummaryRow]) -> Markdown:
    most, *others = rows
    rest = joined(
        [
            f"{markdown(inside(row.option))} ({row.count:,}, mean rank {mean_rank(row)})"
            for row in others
        ]
    )
    then = f" Then came {rest}." if rest else ""
    return (
        f"**Ranked by most: {markdown(inside(most.option))}, by {share(most)}, with a mean rank of "
        f"{mean_rank(most)}.**{then} Not everybody ranked every answer: they are in "
        "the order of how many ranked them, because a mean rank is only of those who did."
    )
