"""An issue beside the force's other districts, in words: a rate, or without populations a share."""

from collections.abc import Iterator

from assessment.changes.counting.peer_districts import FEWEST_OTHERS, Peers
from assessment.definitions import Measure, RateBase
from assessment.definitions.schemes.indicator_definition import Ends, ExampleValue
from assessment.numbers import count_of, listed
from assessment.patterns.peers.funnel import funnel_limits
from assessment.periods import joined
from assessment.risk_matrix.evidence.counting_error import of_ratio
from assessment.risk_matrix.evidence.indicator_disclosure import Withholding
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, number, unknown
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts
from assessment.risk_matrix.evidence.provenance import DISTRICTS, not_covered, records_of
from assessment.risk_matrix.indicators.indicator_kinds import CardLine, RecordIndicator

# Rates can be far below one; shares of all offences are seldom.
OF_RATES, OF_SHARES = 2, 1
MOST_NAMED = 3
WHAT = {RateBase.RESIDENTS: "population", RateBase.HOUSEHOLDS: "households"}
NO_HOUSEHOLDS = (
    "It is for each 1,000 residents: the households of the place and of two other districts in one "
    "year are not loaded, against which burglary of homes is better set."
)


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
    base = beside.residents
    files = [f"{WHAT[base.counted]} from {file}" for file in base.sources] if base else []
    return IndicatorValue(
        beside.ratio,
        _in_words(beside, beside.ratio)
        + _beside_the_middle(beside, counts)
        + _by_residents(beside),
        records_of(counts, DISTRICTS, *files),
        interval=_interval(beside, beside.ratio, counts),
        caveats=tuple(_caveats(beside, counts.measure)),
    )


def _interval(beside: Peers, ratio: float, counts: IssueCounts) -> Ends | None:
    """Return between which ratios it lies by the records here and those behind the middle.

    The ends are printed nowhere: they would tell the records of two districts behind the middle.
    """
    middle = beside.behind_median
    behind = sum(beside.records.get(name, 0) for name in middle) / len(middle)
    if not counts.change.current or not behind:
        return None
    dispersion = max(1.0, counts.change.dispersion or 1.0)
    return of_ratio(ratio, dispersion * (1 / counts.change.current + 1 / behind))


def _beside_the_middle(beside: Peers, counts: IssueCounts) -> str:
    """Say between which values counting alone would put a place of this size (a funnel's limits).

    The centre is the middle of the others, and the standard error that of so many records as such
    a rate would give here; both are told already.
    """
    own, middle = beside.own, beside.median
    if not counts.change.current:
        return ""
    limits = funnel_limits(middle, own, counts.change.current, counts.change.dispersion)
    if limits is None:
        return ""
    places = OF_RATES if beside.residents else OF_SHARES
    return (
        f" Around that middle, counting alone puts a place of this size between "
        f"{number(limits.low, places)} and {number(limits.high, places)}: "
        f"it is {limits.place(own)} that."
    )


def _in_words(beside: Peers, ratio: float) -> str:
    base = beside.residents
    unit, places = (f"1,000 {base.counted}", OF_RATES) if base else ("100 offences", OF_SHARES)
    own, middle = number(beside.own, places), number(beside.median, places)
    others = count_of(len(beside.others), "other district")
    sentence = (
        f"{own} for each {unit} here, {middle} in the middle of {others} of the force "
        f"({joined(sorted(beside.others))}): a ratio of {number(ratio, 2)}."
    )
    if not base:
        return sentence
    files = joined(base.sources)
    here = f"{base.counted.capitalize()} here: {base.number:,} in mid-{base.year}, from {files}."
    return f"{sentence} {here}"


def _by_residents(beside: Peers) -> str:
    """Return the same by residents, where it is set against homes."""
    other = beside.by_residents
    if not other:
        return ""
    own, middle = number(other.own, OF_RATES), number(other.median, OF_RATES)
    return f" For each 1,000 residents it is {own} here, {middle} in the middle."


def _caveats(beside: Peers, measure: Measure) -> Iterator[str]:
    if beside.residents:
        yield from beside.residents.doubts
        if measure.per is not beside.residents.counted:
            yield NO_HOUSEHOLDS
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
    told = filter(None, (counts.peers, counts.peers.by_residents))
    middle = tuple(dict.fromkeys(name for each in told for name in each.behind_median))
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
