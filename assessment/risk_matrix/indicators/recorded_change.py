"""How an issue has changed from the year before, with the ends of the interval."""

from collections.abc import Iterator

from assessment.changes import Status
from assessment.changes.dispersion import EstimatedFrom
from assessment.changes.significance import percent_change
from assessment.definitions.schemes.indicator_definition import Ends, ExampleValue
from assessment.risk_matrix.indicators.indicator_kinds import CardDetail, CardLine, RecordIndicator
from assessment.risk_matrix.indicators.indicator_value import IndicatorValue, signed, unknown
from assessment.risk_matrix.indicators.indicators_from_records import IssueCounts
from assessment.risk_matrix.indicators.provenance import COUNTS, records_of


def _change(counts: IssueCounts) -> IndicatorValue:
    change = counts.change
    if change.previous is None or change.current is None or change.difference is None:
        return unknown(f"No change is computed. {change.shared_reason or change.reason}")
    percent = percent_change(change.previous, change.current)
    both = f"{change.previous:,} the year before, {change.current:,} now"
    if percent is None or change.interval_low is None or change.interval_high is None:
        return unknown(f"{both}: with none in one of them there is no interval.")
    interval = (change.interval_low, change.interval_high)
    is_tiny = change.status is Status.TINY_BASE
    return IndicatorValue(
        percent,
        f"{both}." if is_tiny else f"{both}: {signed(percent)}, {_between(interval)}.",
        records_of(counts, COUNTS),
        interval=interval,
        is_printable=not is_tiny,
        caveats=tuple(_caveats(counts)),
    )


def _between(interval: Ends) -> str:
    return f"plausibly between {signed(interval[0])} and {signed(interval[1])}"


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
    label="Change from the year before, with its 95% interval",
    unit="%",
    example=ExampleValue("55 → 76, +38%, between −2% and +95%", 38.2, (-2, 95)),
    has_interval=True,
    depends_on_reporting=True,
    card=CardLine("Trend", 2, CardDetail.MONTHS),
    tell=_change,
)
