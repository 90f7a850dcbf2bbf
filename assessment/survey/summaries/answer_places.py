"""The places of answers: which is commonest, or ranked first; ties share a place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assessment.survey.questionnaire import OptionRole, QuestionKind, SurveyQuestion
from assessment.survey.summaries.survey_answer import SummaryRow


def placed(question: SurveyQuestion, rows: Sequence[SummaryRow]) -> Iterator[SummaryRow]:
    """Give answers their places, ties sharing one: by count, or a whole ranking by mean rank.

    Where people ranked only some, the mean rank is of those few who chose an option at all: then
    it is by how many did.
    """
    answers = [row for row in rows if is_placed(row)]
    whole = question.kind is QuestionKind.RANKING and is_whole(answers)
    keys = {
        row.option_number: (row.mean_rank or 0.0) if whole else -(row.count or 0) for row in answers
    }
    for row in rows:
        if row.option_number in keys and is_placed(row):
            before = sum(key < keys[row.option_number] for key in keys.values())
            yield replace(row, rank=before + 1)
        else:
            yield row


def is_placed(row: SummaryRow) -> bool:
    """Tell whether a row is one of the answers that are put in order."""
    return bool(row.option_number and row.role is OptionRole.ANSWER and row.base)


def is_whole(answers: Iterable[SummaryRow]) -> bool:
    """Tell whether everybody who ranked anything ranked every answer."""
    return all(row.count == row.base for row in answers)


def without_repeats(rows: Iterable[SummaryRow]) -> tuple[SummaryRow, ...]:
    """Leave out sides of a scale that are one answer each: promoters are told already."""
    told = list(rows)
    answers = {(row.group, row.option) for row in told if not row.is_net}
    return tuple(row for row in told if not (row.is_net and (row.group, row.option) in answers))


def top(rows: Iterable[SummaryRow], n: int) -> tuple[SummaryRow, ...]:
    """Return the first n places of one question's answers, and all that share the last of them."""
    first = [row for row in rows if row.rank is not None and row.rank <= n]
    return tuple(sorted(first, key=lambda row: (row.rank or 0, row.option_number or 0)))
