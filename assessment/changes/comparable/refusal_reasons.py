"""Why two periods cannot be compared, in words that name the months."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from assessment.changes.comparable.chosen_sources import ChosenSource, Months
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.question import Question
from assessment.definitions import subject_in_words
from assessment.periods import Period, joined, months_in_words

MONTH_ONLY = (
    "a period starts or ends inside a month, and the records say only which month they belong to"
)


def reasons(
    question: Question, sources: Sequence[ChosenSource], *, is_cut: bool
) -> tuple[Refusal, ...]:
    """Return every reason of coverage and dates against a comparison; none where there is none.

    `is_cut` says that a period cuts a month of records that say only their month.
    """
    needed = question.needed_months
    against = (
        *_gaps("no data", sources, lambda source: needed - source.whole - source.partial),
        *_gaps("only part of the data", sources, lambda source: needed & source.partial),
        *_unlike(question.period, question.comparison),
        *([MONTH_ONLY] if is_cut else []),
    )
    return tuple(map(Refusal, against))


def _gaps(
    what: str, sources: Sequence[ChosenSource], lacking: Callable[[ChosenSource], Months]
) -> Iterator[str]:
    alike: dict[Months, list[ChosenSource]] = defaultdict(list)
    for source in sources:
        if months := lacking(source):
            alike[months].append(source)
    for months, lacking_them in alike.items():
        about, where = _about(lacking_them, sources), _where(lacking_them, sources)
        yield f"{what}{about} for {months_in_words(months)}{where}"


def _about(lacking: Sequence[ChosenSource], sources: Sequence[ChosenSource]) -> str:
    subjects = {source.subject for source in lacking}
    if len(subjects) == len({source.subject for source in sources}):
        return ""
    return f" on {joined([subject_in_words(subject) for subject in sorted(subjects)])}"


def _where(lacking: Sequence[ChosenSource], sources: Sequence[ChosenSource]) -> str:
    grounds = {source.ground for source in lacking}
    if len(grounds) == len({source.ground for source in sources}):
        return ""
    return f" in {joined(sorted(grounds))}"


def _unlike(period: Period, comparison: Period) -> Iterator[str]:
    if not period.is_as_long_as(comparison):
        days, days_before = period.days, comparison.days
        yield f"the periods are of different lengths ({days} days against {days_before})"
    if period.overlaps(comparison):
        yield "the periods overlap"
