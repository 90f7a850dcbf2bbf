"""An issue beside the force's other districts, in words: a rate, or without populations a share."""

from collections.abc import Iterator

from assessment.changes.counting.peer_districts import FEWEST_OTHERS, Peers
from assessment.definitions.schemes.indicator_definition import ExampleValue
from assessment.numbers import count_of, listed
from assessment.periods import joined
from assessment.risk_matrix.indicators.indicator_disclosure import Withholding
from assessment.risk_matrix.indicators.indicator_kinds import CardLine, RecordIndicator
from assessment.risk_matrix.indicators.indicator_value import IndicatorValue, number, unknown
from assessment.risk_matrix.indicators.indicators_from_records import IssueCounts
from assessment.risk_matrix.indicators.provenance import DISTRICTS, not_covered, records_of

# Rates can be far below one; shares of all offences are seldom.
OF_RATES, OF_SHARES = 2, 1
MOST_NAMED = 3


def against_peers(counts: IssueCounts) -> IndicatorValue:
    """Set an issue's rate beside the force's other districts; without populations, its share."""
    beside = counts.peers
    if counts.change.current is None:
        return not_covered(counts)
    if beside is None:
        return unknown(
            f"Fewer than {FEWEST_OTHERS} other districts of the force are covered for the year, so "
            "there is nothing to compare with."
        )
    if beside.ratio is None:
        return unknown("The middle one of the force's other districts has none.")
    populations = beside.residents.sources if beside.residents else ()
    return IndicatorValue(
        beside.ratio,
        _in_words(beside, beside.ratio),
        records_of(counts, DISTRICTS, *(f"population from {file}" for file in populations)),
        caveats=tuple(_caveats(beside)),
    )


def _in_words(beside: Peers, ratio: float) -> str:
    base = beside.residents
    unit, places = ("1,000 residents", OF_RATES) if base else ("100 offences", OF_SHARES)
    own, middle = number(beside.own, places), number(beside.median, places)
    others = count_of(len(beside.others), "other district")
    sentence = (
        f"{own} for each {unit} here, {middle} in the middle of {others} of the force "
        f"({joined(sorted(beside.others))}): a ratio of {number(ratio, 2)}."
    )
    if not base:
        return sentence
    files = joined(base.sources)
    return f"{sentence} Residents here: {base.people:,} in mid-{base.year}, from {files}."


def _caveats(beside: Peers) -> Iterator[str]:
    if beside.residents:
        yield from beside.residents.doubts
        return
    named = listed(beside.unpeopled, MOST_NAMED, "more districts")
    lacking = f"The population of {named} is" if named else "Populations are"
    yield (
        f"{lacking} not loaded: this compares what part of crime it is, not how much of it there "
        "is for each person."
    )


def hides_peers(withholding: Withholding, counts: IssueCounts) -> bool:
    """Tell whether the middle of the other districts is one that is withheld there."""
    if not counts.peers:
        return False
    middle = counts.peers.behind_median
    # Shares are of all crime, so that they tell of it too.
    of_crime = () if counts.peers.residents else (*middle, *withholding.place.districts)
    return not (
        withholding.shows(counts, middle) and withholding.shows_total("all-crime", counts, of_crime)
    )


PEERS = RecordIndicator(
    id="rate-against-peers",
    label="Rate against peers",
    unit="×",
    example=ExampleValue("a rate 1.1 times that of peers", 1.1),
    card=CardLine("Peers", 5),
    tell=against_peers,
    hides=hides_peers,
)
