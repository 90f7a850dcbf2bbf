"""Rates of a place and of the force's other districts, in words and as dots with intervals."""

from assessment.numbers import rounded
from assessment.outputs.charts.dot_chart import Dot, DotChart
from assessment.outputs.charts.shades import Shade
from assessment.patterns.peers import PeerRate, PeerRates, Stands

NOTHING = (
    "There is nothing to compare with here: a place is set beside the other districts of its "
    "force, of which at least two must be covered for the whole period, in whole months. Load the "
    "force's extracts for all its districts, and populations under Upload data for rates. A whole "
    "force has no districts beside it, and of all crime the share of all crime says nothing."
)
HOW_TO_READ = (
    "Each line is what the rate lies between by counting alone, months varying as they do here. "
    "Above or below means further from the middle of the other districts than counting alone "
    "explains in a place of that size, the middle being taken as it is: of districts that are "
    "alike one in twenty is outside, and one in nine where there are only two others. A high rate "
    "is not a rise: what changed is on Year on year. Town centres draw people who do not live "
    "there, and a rate by residents counts them not."
)
STANDS = {Stands.ABOVE: "▲", Stands.WITHIN: "●", Stands.BELOW: "▼", None: "○"}


def unit(found: PeerRates) -> str:
    """Return what the rates are for."""
    return f"for each 1,000 {found.base.counted}" if found.base else "for each 100 offences"


def finding(found: PeerRates) -> str:
    """Say in a sentence where the place stands."""
    own, others = found.own, len(found.rates) - 1
    times = f", {rounded(own.rate / found.middle, 1)} times" if found.middle else ", against"
    return (
        f"{found.measure.label}: {rounded(own.rate, 1)} {unit(found)}{times} the middle of "
        f"{others} other districts; {own.rank} of {others + 1}, where 1 is the lowest"
    )


def peers_chart(found: PeerRates) -> DotChart:
    """Describe the rates as dots, the highest first; the place's own by name and shade."""
    title = finding(found)
    return DotChart(
        title,
        unit(found),
        tuple(_dot(rate, found) for rate in found.rates),
        f"Dot chart: {title}. Every district is in the table below the chart.",
        dot_name="District",
    )


def caveats(found: PeerRates) -> tuple[str, ...]:
    """Return what must be known of the populations."""
    if found.base:
        files = ", ".join(found.base.sources)
        said = f"{found.base.counted.capitalize()} of mid-{found.base.year}, from {files}."
        return (said, *found.base.doubts)
    lacking = ", ".join(found.unpeopled[:3]) or "these districts"
    return (
        f"The population of {lacking} is not loaded: this compares what part of crime it is, not "
        "how much of it there is for each person.",
    )


def _dot(rate: PeerRate, found: PeerRates) -> Dot:
    stands = f"{rate.stands} what counting alone explains" if rate.stands else "no records"
    where = "" if rate.stands is not Stands.WITHIN else " around the middle"
    return Dot(
        f"{rate.name} (here)" if rate.is_own else rate.name,
        rate.rate,
        f"{rounded(rate.rate, 1)} {unit(found)}, {rate.records:,} records: {stands}{where}",
        Shade.STEP_5 if rate.is_own else Shade.STEP_2,
        STANDS[rate.stands],
        rate.low,
        rate.high,
    )
