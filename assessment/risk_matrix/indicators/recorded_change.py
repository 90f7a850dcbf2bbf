"""How an issue has changed from the year before, with the ends of the interval."""

from collections.abc import Iterator
from math import exp, inf, log1p, sqrt

from assessment.chance import Z_95
from assessment.changes import Change, Status, Verdict
from assessment.changes.answer import size_in_words
from assessment.changes.variation.dispersion import EstimatedFrom
from assessment.changes.variation.significance import percent_change
from assessment.definitions.schemes.indicator_definition import Ends, ExampleValue
from assessment.definitions.schemes.scoring_rules import VERDICTS
from assessment.risk_matrix.evidence.counting_error import EQUALLY_LIKELY
from assessment.risk_matrix.evidence.indicator_value import IndicatorValue, signed, unknown
from assessment.risk_matrix.evidence.indicators_from_records import IssueCounts
from assessment.risk_matrix.evidence.provenance import COUNTS, records_of
from assessment.risk_matrix.indicators.indicator_kinds import CardDetail, CardLine, RecordIndicator

# A line that is moved lies so much closer than what is beyond it.
CLOSE = 1e-9


def _change(counts: IssueCounts) -> IndicatorValue:
    change = counts.change
    if change.previous is None or change.current is None or change.difference is None:
        return unknown(f"No change is computed. {change.shared_reason or change.reason}")
    percent = percent_change(change.previous, change.current)
    both = both_counts(change)
    if percent is None or change.interval_low is None or change.interval_high is None:
        return unknown(f"{both}: with none in one of them there is no interval.")
    interval, verdict = (change.interval_low, change.interval_high), verdict_of(change)
    is_tiny = change.status is Status.TINY_BASE
    estimate = percent if change.rate_percent is None else change.rate_percent
    called = f" {_called(change, verdict)}"
    return IndicatorValue(
        estimate,
        f"{both}.{called}"
        if is_tiny
        else f"{both}: {signed(percent)}, {_between(interval)}.{called}",
        records_of(counts, COUNTS),
        interval=interval,
        verdict=verdict,
        alternatives=tuple(_alternatives(change, estimate, interval, verdict)),
        is_printable=not is_tiny,
        caveats=tuple(_caveats(counts)),
    )


def _between(interval: Ends) -> str:
    return f"plausibly between {signed(interval[0])} and {signed(interval[1])}"


def both_counts(change: Change) -> str:
    """Write the counts of a change that has both, as its words begin."""
    return f"{change.previous or 0:,} the year before, {change.current or 0:,} now"


def verdict_of(change: Change) -> float | None:
    """Return what Year on year says of it, by its place; None where it says nothing."""
    if change.verdict is Verdict.NOT_COMPARABLE:
        return None
    if change.verdict is Verdict.RISE and change.unusual:
        return float(VERDICTS.index("unusual rise"))
    return float(VERDICTS.index(change.verdict.value))


def _called(change: Change, verdict: float | None) -> str:
    """Say what Year on year calls it."""
    if verdict is None:
        return f"It has no verdict. {change.shared_reason or change.reason}".strip()
    if change.verdict is Verdict.NO_CLEAR_CHANGE:
        return "No clear change."
    return f"A {change.verdict.value}, {size_in_words(change)}."


def _alternatives(
    change: Change, estimate: float, interval: Ends, verdict: float | None
) -> Iterator[tuple[float, float]]:
    """Yield changes that counting might as well have given, each with what would be said of it.

    The line beyond which a change is clear, or unusual, is that of the row alone, moved where need
    be so that the change itself is what it is said to be among the rows it was tested with.
    """
    if verdict is None or min(estimate, *interval) <= -100:
        return
    size, (low, high) = _log(estimate), map(_log, interval)
    error = (high - low) / (2 * Z_95)
    is_clear = verdict != VERDICTS.index("no clear change")
    clear_from = _line(Z_95 * error, abs(size), is_beyond=is_clear)
    far_from = _line(_far(change), abs(size), is_beyond=bool(change.unusual))
    for deviate in EQUALLY_LIKELY:
        moved = size + deviate * error
        said = "no clear change"
        if abs(moved) > clear_from:
            rise = "unusual rise" if moved > far_from else "rise"
            said = rise if moved > 0 else "fall"
        yield 100 * (exp(moved) - 1), float(VERDICTS.index(said))


def _far(change: Change) -> float:
    """Return how large a change, as a logarithm, ordinary variation leaves unusual."""
    if change.ordinary_variation is None or not change.previous or not change.current:
        return inf
    counting = 1 / change.previous + 1 / change.current
    return Z_95 * sqrt(counting + change.ordinary_variation**2)


def _line(line: float, size: float, *, is_beyond: bool) -> float:
    """Move a line so that a size lies where it is said to lie."""
    return min(line, size * (1 - CLOSE)) if is_beyond else max(line, size)


def _log(percent: float) -> float:
    return log1p(percent / 100)


def _caveats(counts: IssueCounts) -> Iterator[str]:
    if counts.change.status in (Status.SMALL_BASE, Status.TINY_BASE):
        yield counts.change.reason
    source = counts.change.dispersion_from
    if source is not EstimatedFrom.OWN_MONTHS:
        yield (
            f"There are fewer than 24 covered months: how much months vary is taken from {source}."
        )
    yield from counts.dated


CHANGE = RecordIndicator(
    id="change",
    label="Change from the year before, with its verdict and 95% interval",
    unit="%",
    example=ExampleValue(
        "55 → 76, +38%, between −2% and +95%, no clear change",
        38.2,
        (-2, 95),
        float(VERDICTS.index("no clear change")),
    ),
    has_interval=True,
    depends_on_reporting=True,
    card=CardLine("Trend", 2, CardDetail.MONTHS),
    tell=_change,
)
