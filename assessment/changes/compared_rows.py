"""A row tested by itself, before it is known how many are tested beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from assessment.chance import two_sided
from assessment.changes.answer import Status
from assessment.changes.comparable.location_share import LocationShift
from assessment.changes.counted_rows import CountedRow, MonthCounts
from assessment.changes.question import Question
from assessment.changes.variation.dispersion import Dispersion
from assessment.changes.variation.ordinary_variation import (
    Rest,
    farthest_deviate,
)
from assessment.changes.variation.significance import (
    interval,
    p_value,
    percent_change,
    rate_difference,
    rate_percent,
)

SMALL = 20
TINY = 10


@dataclass(frozen=True)
class ComparedRow:
    """The totals of a row, how far they carry, and what the test says of them.

    `p_unusual` is how often counting and the ordinary variation together would set the counts this
    far apart. `direction` has the sign of the change in the daily rate. `shared_out` is the same
    row with the records that name no place shared out in proportion to those that do, where their
    share has moved.
    """

    counted: CountedRow
    previous: int | None
    current: int | None
    status: Status
    difference: int | None = None
    percent: float | None = None
    rate_percent: float | None = None
    direction: int = 0
    low: float | None = None
    high: float | None = None
    p_value: float | None = None
    p_unusual: float | None = None
    shared_out: "ComparedRow | None" = None

    @property
    def is_refused(self) -> bool:
        """Whether the periods cannot be compared."""
        return self.status is Status.NOT_COMPARABLE

    @property
    def spans_zero(self) -> bool:
        """Whether the interval holds 0; without an interval, where a count is 0, it does not."""
        return self.low is not None and self.high is not None and self.low <= 0 <= self.high


def dispersion_of(row: CountedRow) -> Dispersion:
    """Return the dispersion that a row is tested with."""
    if row.dispersion is None:
        raise AssertionError(f"{row.measure.id}: no dispersion was given to a row without history")
    return row.dispersion


def compared(question: Question, rows: Iterable[CountedRow]) -> list[ComparedRow]:
    """Test of each row whether its two counts differ by more than counting alone explains."""
    return [_compared(question, row) for row in rows]


def refused(row: ComparedRow) -> ComparedRow:
    """Return a row with its counts and no comparison of them; what it would be stays beside it."""
    kept = ComparedRow(row.counted, row.previous, row.current, Status.NOT_COMPARABLE)
    return replace(kept, shared_out=row.shared_out)


def _compared(question: Question, row: CountedRow) -> ComparedRow:
    previous, current = _total(row.previous_months), _total(row.current_months)
    if row.against or previous is None or current is None:
        return ComparedRow(row, previous, current, Status.NOT_COMPARABLE)
    known = dispersion_of(row), row.variation.rest
    if row.location is None:
        return _tested(question, row, previous, current, *known)
    shared_out = _shared_out(question, row, previous, current, row.location)
    return _tested(question, row, previous, current, *known, shared_out)


def _tested(
    question: Question,
    row: CountedRow,
    previous: int,
    current: int,
    dispersion: Dispersion,
    rest: Rest | None,
    shared_out: ComparedRow | None = None,
) -> ComparedRow:
    status = _status(previous, current)
    rates = (previous, question.comparison.days, current, question.period.days)
    ordinary = row.variation.ordinary
    low, high, p, p_unusual = _tests(*rates, dispersion, ordinary.value, ordinary.apart, rest)
    return ComparedRow(
        row,
        previous,
        current,
        status,
        difference=current - previous,
        percent=None if status is Status.TINY_BASE else percent_change(previous, current),
        rate_percent=None if status is Status.TINY_BASE else rate_percent(*rates),
        direction=rate_difference(*rates),
        low=low,
        high=high,
        p_value=p,
        p_unusual=p_unusual,
        shared_out=shared_out,
    )


@lru_cache(maxsize=50_000)  # of small counts the same ones come up again and again
def _tests(
    previous: int,
    previous_days: int,
    current: int,
    current_days: int,
    dispersion: Dispersion,
    from_year_to_year: float,
    apart: float,
    rest: Rest | None,
) -> tuple[float | None, float | None, float | None, float | None]:
    """Return the ends of the interval, and how often counting, and it with τ, give such counts."""
    rates = (previous, previous_days, current, current_days)
    p = p_value(*rates, dispersion)
    low, high = interval(*rates, dispersion) or (None, None)
    if p is None:
        return low, high, None, None
    far = farthest_deviate(*rates, from_year_to_year, apart, rest)
    return low, high, p, two_sided(far)


def _shared_out(
    question: Question, row: CountedRow, previous: int, current: int, location: LocationShift
) -> ComparedRow:
    """Test a row as it would be if records without a place were placed as the others are.

    Such numbers vary more than the records that they are made from. What the row is set beside is
    shared out alike.
    """
    known, rest = dispersion_of(row), row.variation.rest
    factor = known.factor * max(location.before, location.now)
    wider = Dispersion(factor, known.freedom, known.source)
    before, now = _placed(previous, current, location)
    if rest is not None:
        placed = _placed(rest.previous, rest.current, location)
        rest = Rest(*placed, rest.concentration)
    return _tested(question, row, before, now, wider, rest)


def _placed(previous: int, current: int, location: LocationShift) -> tuple[int, int]:
    return int(previous * location.before + 0.5), int(current * location.now + 0.5)


def _total(months: MonthCounts) -> int | None:
    return None if None in months else sum(filter(None, months))


def _status(previous: int, current: int) -> Status:
    """Say how far two counts carry."""
    if previous == 0:
        return Status.FROM_ZERO
    if previous < TINY:
        return Status.TINY_BASE
    return Status.SMALL_BASE if min(previous, current) < SMALL else Status.COMPARABLE
