"""What the records say of an issue, value by value: the number, its words and its caveats."""

from collections.abc import Callable, Iterator, Mapping

from assessment.changes import Status
from assessment.changes.significance import percent_change
from assessment.definitions import EvidenceValue, harm_weights
from assessment.risk_matrix.indicators.indicator_value import Known, number, signed, unknown
from assessment.risk_matrix.indicators.indicators_from_records import Counted
from assessment.risk_matrix.indicators.peer_indicator import against_peers
from assessment.risk_matrix.indicators.provenance import DISTRICTS, not_covered, records_of

COUNTS = "queries/changes/monthly_counts.sql"
FLAGGED = "queries/patterns/flagged_offences.sql"
SMALL_AREAS = "queries/patterns/small_area_counts.sql"
# Offences without a weight are left out of the mean; beyond this share it no longer speaks for all.
MOST_UNWEIGHED = 0.5
# Below this share, what is known of some records' places may not hold for the others.
FEWEST_LOCATED = 0.5
FEWEST_AREAS = 20
# So few that are left out change nothing, and need not be counted before everybody.
FEWEST_COUNTED = 5


def share(counted: Counted) -> Known:
    """Say how large a part of all records an issue is: crime and anti-social behaviour together."""
    records, everything = counted.change.current, counted.everything
    if records is None or not everything:
        return not_covered(counted)
    percent = 100 * records / everything
    return Known(
        percent,
        f"{records:,} of {everything:,} records of crime and anti-social behaviour: "
        f"{number(percent)}%.",
        records_of(counted, COUNTS),
    )


def change(counted: Counted) -> Known:
    """Say how an issue changed from the year before, with the ends of the interval."""
    found = counted.change
    if found.previous is None or found.current is None or found.difference is None:
        return unknown(f"No change is computed. {found.reason}")
    percent = percent_change(found.previous, found.current)
    counts = f"{found.previous:,} the year before, {found.current:,} now"
    if percent is None or found.interval_low is None or found.interval_high is None:
        return unknown(f"{counts}: with none in one of them there is no interval.")
    interval = (found.interval_low, found.interval_high)
    tiny = found.status is Status.TINY_BASE
    return Known(
        percent,
        f"{counts}." if tiny else f"{counts}: {signed(percent)}, {_between(interval)}.",
        records_of(counted, COUNTS),
        interval=interval,
        is_printable=not tiny,
        caveats=tuple(_doubts_of_change(counted)),
    )


def _between(interval: tuple[float, float]) -> str:
    return f"plausibly between {signed(interval[0])} and {signed(interval[1])}"


def _doubts_of_change(counted: Counted) -> Iterator[str]:
    if counted.change.status in (Status.SMALL_BASE, Status.TINY_BASE):
        yield counted.change.reason
    if counted.change.dispersion is None:
        yield (
            "There are fewer than 24 covered months, so that the interval could not allow for "
            "months that vary more than chance."
        )
    yield from counted.dated


def harm_per_offence(counted: Counted) -> Known:
    """Say how much harm one offence does on average."""
    harm = counted.harm
    if why := _no_harm(counted):
        return unknown(why)
    least, most = harm.least or 0.0, harm.most or 0.0
    ends = number(least) if harm.is_exact else f"{number(least)} to {number(most)}"
    return Known(
        least if harm.is_exact else None,
        f"Harm of {ends} ({harm_weights().unit} for an offence) on average over "
        f"{harm.weighed:,} offences{'' if harm.is_exact else ', depending on what they were'}.",
        _weighed_by(counted),
        between=None if harm.is_exact else (least, most),
        caveats=tuple(_doubts_of_harm(counted)),
    )


def harm_in_all(counted: Counted) -> Known:
    """Say how much harm all offences did together."""
    harm = counted.harm
    if counted.change.current == 0:
        return Known(0.0, "None were recorded.", records_of(counted, COUNTS))
    if why := _no_harm(counted):
        return unknown(why)
    least, most = (harm.weighed * (each or 0.0) for each in (harm.least, harm.most))
    if not harm.is_exact:
        return unknown(
            f"Between {number(least, 0)} and {number(most, 0)} {harm_weights().unit}, depending "
            "on what the offences were: too wide a span to rank by."
        )
    return Known(
        least,
        f"{number(least, 0)} {harm_weights().unit} for {harm.weighed:,} offences.",
        _weighed_by(counted),
        caveats=tuple(_doubts_of_harm(counted)),
    )


def _no_harm(counted: Counted) -> str:
    """Return why harm cannot be told, or nothing."""
    harm, scheme = counted.harm, harm_weights().scheme
    if counted.change.current is None:
        return not_covered(counted).words
    if not counted.change.current:
        return "None were recorded, so there is no harm per offence."
    if harm.least is None:
        return f"The {scheme} has no weight for it, and none is made up: people judge it."
    if harm.unweighed > MOST_UNWEIGHED * (harm.weighed + harm.unweighed):
        return f"The {scheme} has a weight for only {harm.weighed:,} of its records: too few."
    return ""


def _doubts_of_harm(counted: Counted) -> Iterator[str]:
    weights = harm_weights()
    if weights.is_second_hand:
        yield "The weights were taken at second hand: check them with their publisher."
    if counted.harm.unweighed:
        yield (
            f"{counted.harm.unweighed:,} of its records have no weight, as anti-social behaviour, "
            "and are left out."
        )


def _weighed_by(counted: Counted) -> str:
    queried = FLAGGED if counted.change.measure.kind == "flag" else DISTRICTS
    return records_of(
        counted, queried, f"data/reference/harm_weights.csv ({harm_weights().version})"
    )


def concentration(counted: Counted) -> Known:
    """Say what the busiest 5% of small areas hold."""
    found = counted.concentration
    if counted.change.current is None:
        return not_covered(counted)
    if found is None or found.top_percent is None or found.top_percent_by_chance is None:
        return unknown("None of its records name a small area.")
    if found.located < FEWEST_LOCATED * (found.located + found.elsewhere):
        return unknown(f"Only {found.located:,} of its records name a small area: too few.")
    if found.areas < FEWEST_AREAS:
        return unknown(f"There are only {found.areas} small areas: 5% of them is less than one.")
    if found.located < found.areas:
        return unknown(
            f"{found.located:,} records over {found.areas:,} small areas: with fewer than one for "
            "each, any spread looks concentrated."
        )
    return Known(
        found.top_percent,
        f"{number(found.top_percent)}% in {found.top} of {found.areas:,} small areas; half of them "
        f"in {found.holding_half}.",
        records_of(counted, SMALL_AREAS),
        caveats=tuple(_doubts_of_place(found.top_percent_by_chance, found.elsewhere)),
    )


def _doubts_of_place(by_chance: float, elsewhere: int) -> Iterator[str]:
    yield (
        f"Spread by chance alone, {number(by_chance, 0)}% of this many records would be in the "
        "busiest 5%."
    )
    if elsewhere:
        count = f"{elsewhere:,}" if elsewhere >= FEWEST_COUNTED else f"Fewer than {FEWEST_COUNTED}"
        yield f"{count} records name no small area and are left out."


def records(counted: Counted) -> Known:
    """Say how many records there are."""
    found = counted.change.current
    if found is None:
        return not_covered(counted)
    return Known(
        found, f"{found:,} {counted.change.measure.noun[found != 1]}.", records_of(counted, COUNTS)
    )


def repeat_victims(_counted: Counted) -> Known:
    """Say that no extract tells one victim from another."""
    return unknown("No extract says who was a victim before, or is vulnerable: people judge it.")


FROM_RECORDS: Mapping[EvidenceValue, Callable[[Counted], Known]] = {
    EvidenceValue.SHARE: share,
    EvidenceValue.CHANGE: change,
    EvidenceValue.PEERS: against_peers,
    EvidenceValue.HARM_PER_OFFENCE: harm_per_offence,
    EvidenceValue.HARM_DAYS: harm_in_all,
    EvidenceValue.CONCENTRATION: concentration,
    EvidenceValue.RECORDS: records,
    EvidenceValue.REPEAT_VICTIMS: repeat_victims,
}
