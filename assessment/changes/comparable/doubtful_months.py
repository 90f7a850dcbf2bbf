"""Months in which the source that answers has far fewer records than it usually has."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import mean

from assessment.changes.comparable.chosen_sources import ChosenSource, ChosenSources, Months
from assessment.changes.comparable.ground_records import GroundRecords
from assessment.changes.comparable.refusal import Refusal
from assessment.changes.comparable.source_coverage import sets_searched
from assessment.changes.question import Question
from assessment.definitions import (
    FLAGS,
    OFFENCE_SUBJECT,
    leaves_about,
    measure_sets,
    subject_in_words,
)
from assessment.numbers import listed
from assessment.periods import months_in_words
from assessment.thin_months import ThinMonth, thin_months

MOST_NAMED = 3
# By ground and subject.
Doubtful = dict[tuple[str, str], tuple[ThinMonth, ...]]


def doubtful_months(question: Question, sources: ChosenSources, records: GroundRecords) -> Doubtful:
    """Return the months of a question that are thin, by ground and subject.

    Offences are set against offences, anti-social behaviour against its own. What carries a flag
    is judged by the offences beside it: flags are few, and a month of few flags may be true.
    """
    sets = tuple(sets_searched(question.measure_set))
    doubtful: Doubtful = {}
    for key, chosen in sources.by_key.items():
        monthly = records.monthly(chosen.ground, chosen.source, leaves_about(_kind(chosen), sets))
        thin = [
            month
            for month in thin_months(monthly, chosen.whole)
            if month.month in question.needed_months
        ]
        if thin:
            doubtful[key] = tuple(thin)
    return doubtful


def against_doubtful(doubtful: Doubtful, sources: Sequence[ChosenSource]) -> Iterator[Refusal]:
    """Yield a reason for each kind of record that is thin in some grounds and months."""
    alike: dict[tuple[str, Months], list[tuple[str, str]]] = defaultdict(list)
    for source in sources:
        key = source.ground, source.subject
        if thin := doubtful.get(key):
            months = frozenset(month.month for month in thin)
            alike[_kind(source), months].append(key)
    for (kind, months), keys in alike.items():
        grounds = dict.fromkeys(ground for ground, _ in keys)
        about, when = subject_in_words(kind), months_in_words(months)
        where = listed(list(grounds), MOST_NAMED)
        doubt = f"doubtful: far fewer {about} than usual in {where} for {when}, as if part of them "
        doubt += "were missing"
        yield Refusal(f"{doubt} ({_sizes(doubtful[keys[0]])})", doubt)


def _sizes(thin: Sequence[ThinMonth]) -> str:
    few, usual = mean(month.records for month in thin), mean(month.usual for month in thin)
    return f"{few:,.0f} a month where {usual:,.0f} are usual"


def _kind(source: ChosenSource) -> str:
    """Return the kind of record that a subject is of: flags stand on offences."""
    is_flag = source.subject in measure_sets()[FLAGS].families.values()
    return OFFENCE_SUBJECT if is_flag else source.subject
