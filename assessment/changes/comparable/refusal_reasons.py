"""Why two periods cannot be compared, in words that name the months."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from assessment.changes.comparable.source_coverage import Choice, Chosen, Months
from assessment.changes.question import Question
from assessment.definitions.measures.subjects import subject_in_words
from assessment.periods import Period, joined, month_start, months_in_words

MONTH_ONLY = (
    "a period starts or ends inside a month, and the records say only which month they belong to"
)


def reasons(
    question: Question,
    choice: Choice,
    grounds: Sequence[str],
    subjects: Sequence[str],
    month_only: frozenset[tuple[str, str]],
) -> tuple[str, ...]:
    """Return every reason against a comparison; none where it can be made."""
    needed = needed_months(question)
    chosen = choice.of(grounds, subjects)
    found = [
        *_gaps("no data", chosen, lambda one: needed - one.whole - one.partial),
        *_gaps("only part of the data", chosen, lambda one: needed & one.partial),
    ]
    found.extend(_unlike(question.period, question.comparison))
    if any((one.ground, one.subject) in month_only for one in chosen):
        found.append(MONTH_ONLY)
    return tuple(found)


def _unlike(period: Period, comparison: Period) -> Iterator[str]:
    if not period.is_as_long_as(comparison):
        days, days_before = period.days, comparison.days
        yield f"the periods are of different lengths ({days} days against {days_before})"
    if period.overlaps(comparison):
        yield "the periods overlap"


def needed_months(question: Question) -> Months:
    """Return every month that either period touches."""
    return frozenset(question.period.months() + question.comparison.months())


def months_cut(question: Question) -> list[date]:
    """Return the months in the middle of which a period starts or ends."""
    days = (
        question.period.start,
        question.period.end,
        question.comparison.start,
        question.comparison.end,
    )
    return sorted({month_start(day) for day in days if day.day != 1})


def _gaps(
    what: str, chosen: Sequence[Chosen], lacking: Callable[[Chosen], Months]
) -> Iterator[str]:
    everything = {(one.ground, one.subject) for one in chosen}
    alike: dict[Months, list[Chosen]] = defaultdict(list)
    for one in chosen:
        if months := lacking(one):
            alike[months].append(one)
    for months, ones in alike.items():
        keys = {(one.ground, one.subject) for one in ones}
        about, where = _about(keys, everything), _where(keys, everything)
        yield f"{what}{about} for {months_in_words(months)}{where}"


def _about(keys: set[tuple[str, str]], everything: set[tuple[str, str]]) -> str:
    subjects = sorted({subject for _, subject in keys})
    if len(subjects) == len({subject for _, subject in everything}):
        return ""
    return f" on {joined([subject_in_words(subject) for subject in subjects])}"


def _where(keys: set[tuple[str, str]], everything: set[tuple[str, str]]) -> str:
    grounds = sorted({ground for ground, _ in keys})
    if len(grounds) == len({ground for ground, _ in everything}):
        return ""
    return f" in {joined(grounds)}"
