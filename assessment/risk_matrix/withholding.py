"""Evidence that a partner is not shown: numbers so small that they could be about somebody known.

Steps of a scale stay: they are too coarse to tell a number from, and what people are asked to judge
must be the same for everybody.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from assessment.definitions import FLAGS, EvidenceValue
from assessment.disclosure import is_few
from assessment.risk_matrix.counted import Counted

HARM = (EvidenceValue.HARM_PER_OFFENCE, EvidenceValue.HARM_DAYS)


def withheld_in_words(fewest: int) -> str:
    """Say that something is withheld, and why."""
    return f"Withheld: it is about fewer than {fewest}, or would give such a number back."


def withheld_issues(records: Mapping[str, Counted], fewest: int) -> frozenset[str]:
    """Return the issues of which no number may be shown, as each is worked out from such a count.

    With those that are few, others: the smallest, until what is withheld of a set is several and
    not few together. Else all records less what is shown would give one back. Flags add up to
    nothing.
    """
    few = {issue for issue, each in records.items() if _has_few(each, fewest)}
    by_set = sorted(records, key=lambda issue: records[issue].change.measure.measure_set)
    for of, issues in groupby(by_set, lambda issue: records[issue].change.measure.measure_set):
        if of != FLAGS:
            few |= set(
                _beside(few, {issue: records[issue].change.current for issue in issues}, fewest)
            )
    return frozenset(few)


def is_withheld(value: EvidenceValue, found: Counted, fewest: int) -> bool:
    """Tell whether a value of an issue that is shown rests on a part of it that is few."""
    parts: tuple[int, ...] = ()
    if value in HARM:
        parts = found.harm.weighed, found.harm.unweighed
    elif value is EvidenceValue.PEERS and found.peers:
        parts = found.peers.behind_median
    # How many name no small area is a caveat, which says no more than that they are few.
    elif value is EvidenceValue.CONCENTRATION and found.concentration:
        parts = (found.concentration.located,)
    return any(is_few(part, fewest) for part in parts)


def _has_few(found: Counted, fewest: int) -> bool:
    return is_few(found.change.current, fewest) or is_few(found.change.previous, fewest)


def _beside(few: set[str], counts: Mapping[str, int | None], fewest: int) -> Iterator[str]:
    """Yield what is withheld so that nothing of a set can be told from its total."""
    hidden = [count for issue, count in counts.items() if issue in few and count]
    shown = sorted((count, issue) for issue, count in counts.items() if issue not in few and count)
    if not any(is_few(count, fewest) for count in hidden):
        return
    for count, issue in shown:
        if len(hidden) > 1 and sum(hidden) >= fewest:
            return
        hidden.append(count)
        yield issue
