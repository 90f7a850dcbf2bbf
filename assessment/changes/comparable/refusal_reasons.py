"""Why two periods cannot be compared, in words that name the months."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from assessment.changes.comparable.chosen_sources import ChosenSource, Months
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.question import Question
from assessment.definitions import subject_in_words
from assessment.periods import Period, joined, months_in_words

UNTOLD = "a table of counts that withholds or does not list all of this"
MONTH_ONLY = (
    "a period starts or ends inside a month, and the records say only which month they belong to"
)


def reasons(
    question: Question, sources: Sequence[ChosenSource], measure: str, *, is_cut: bool
) -> tuple[Refusal, ...]:
    """Return every reason of coverage and dates against a comparison; none where there is none.

    `measure` is asked of tables of counts, which tell some and not others. `is_cut` says that a
    period cuts a month of records that say only their month.
    """
    needed = question.needed_months
    against = (
        *_gaps("no data", sources, lambda source: _uncovered(source, measure, needed)),
        *_gaps("only part of the data", sources, lambda source: _cut(source, needed)),
        *_gaps(UNTOLD, sources, lambda source: _untold(source, measure, needed)),
        *_unlike(question.period, question.comparison),
        *_out_of_season(question, sources, measure),
        *([MONTH_ONLY] if is_cut else []),
    )
    return tuple(map(Refusal, against))


def _uncovered(source: ChosenSource, measure: str, needed: Months) -> Months:
    return needed - source.whole_of(measure) - source.partial


def _cut(source: ChosenSource, needed: Months) -> Months:
    return frozenset() if source.is_counts else needed & source.partial


def _untold(source: ChosenSource, measure: str, needed: Months) -> Months:
    """Return the months in which a table of counts does not tell all of a measure."""
    is_table = source.is_counts
    return (needed & source.partial) - source.whole_of(measure) if is_table else frozenset()


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


def _out_of_season(
    question: Question, sources: Sequence[ChosenSource], measure: str
) -> Iterator[str]:
    """Say of different months of the year that they are, and offer the same, where there are data.

    Periods of different lengths are told so already, and of those that overlap there is no season.
    """
    period, comparison = question.period, question.comparison
    is_told = not period.is_as_long_as(comparison) or period.overlaps(comparison)
    if is_told or period.is_of_season(comparison):
        return
    same = period.year_before()
    is_known = all(source.whole_of(measure).issuperset(same.months()) for source in sources)
    instead = f": compare with {same.dates} instead" if is_known else ""
    yield f"the periods are of different months of the year, and crime has its seasons{instead}"


def _unlike(period: Period, comparison: Period) -> Iterator[str]:
    if not period.is_as_long_as(comparison):
        days, days_before = period.days, comparison.days
        yield f"the periods are of different lengths ({days} days against {days_before})"
    if period.overlaps(comparison):
        yield "the periods overlap"
