"""What must be known beside the figures of an answer, in sentences."""

from collections.abc import Iterator, Sequence

from assessment.changes.answer import Change
from assessment.changes.comparable.series_breaks import breaks_in_words
from assessment.changes.question import Question


def answer_caveats(question: Question, changes: Sequence[Change]) -> Iterator[str]:
    """Yield what bears on the comparison of the rows that are shown."""
    yield from breaks_in_words(question, changes)
    is_any_given = any(change.is_area_given for change in changes)
    if question.is_by_small_area and changes and not is_any_given:
        yield f"The records of {question.place.label} do not say which {question.by} they are from."
    judged = [change for change in changes if change.p_value is not None]
    untried = [change for change in judged if change.dispersion is None]
    if untried:
        which = "" if len(untried) == len(judged) else f" in {len(untried)} of {len(judged)} rows"
        yield (
            f"There are fewer than 24 covered months up to the end of the period, so that the "
            f"test could not allow for months that vary more than chance{which}."
        )
    days, days_before = question.period.days, question.comparison.days
    if judged and days != days_before:
        yield (
            f"The period has {days} days and the comparison {days_before}; the test compares "
            "daily rates."
        )
