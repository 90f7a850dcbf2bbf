"""An issue beside the force's other districts, in words: a rate, or without populations a share."""

from collections.abc import Iterator

from assessment.changes.counting.peer_districts import FEWEST_OTHERS, Peers
from assessment.numbers import count_of, listed
from assessment.periods import joined
from assessment.risk_matrix.indicators.indicator_value import Known, number, unknown
from assessment.risk_matrix.indicators.indicators_from_records import Counted
from assessment.risk_matrix.indicators.provenance import DISTRICTS, not_covered, records_of

# Rates can be far below one; shares of all offences are seldom.
OF_RATES, OF_SHARES = 2, 1
MOST_NAMED = 3


def against_peers(counted: Counted) -> Known:
    """Set an issue's rate beside the force's other districts; without populations, its share."""
    found = counted.peers
    if counted.change.current is None:
        return not_covered(counted)
    if found is None:
        return unknown(
            f"Fewer than {FEWEST_OTHERS} other districts of the force are covered for the year, so "
            "there is nothing to compare with."
        )
    if found.ratio is None:
        return unknown("The middle one of the force's other districts has none.")
    populations = found.residents.sources if found.residents else ()
    return Known(
        found.ratio,
        _in_words(found, found.ratio),
        records_of(counted, DISTRICTS, *(f"population from {file}" for file in populations)),
        caveats=tuple(_doubts(found)),
    )


def _in_words(found: Peers, ratio: float) -> str:
    unit, places = ("1,000 residents", OF_RATES) if found.residents else ("100 offences", OF_SHARES)
    own, middle = number(found.own, places), number(found.median, places)
    others = count_of(len(found.others), "other district")
    beside = f"{others} of the force ({joined(sorted(found.others))})"
    said = (
        f"{own} for each {unit} here, {middle} in the middle of {beside}: a ratio of "
        f"{number(ratio, 2)}."
    )
    if not found.residents:
        return said
    base = found.residents
    return (
        f"{said} Residents here: {base.people:,} in mid-{base.year}, from {joined(base.sources)}."
    )


def _doubts(found: Peers) -> Iterator[str]:
    if found.residents:
        yield from found.residents.doubts
        return
    named = listed(found.unpeopled, MOST_NAMED, "more districts")
    lacking = f"The population of {named} is" if named else "Populations are"
    yield (
        f"{lacking} not loaded: this compares what part of crime it is, not how much of it there "
        "is for each person."
    )
