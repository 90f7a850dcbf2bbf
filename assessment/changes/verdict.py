"""From two counts to a verdict and its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assessment.chance import LEVEL, adjusted
from assessment.changes.answer import Change, Status, Verdict
from assessment.changes.counting.row_areas import Area
from assessment.changes.question import Question
from assessment.changes.significance import chance, interval, percent_change, with_dispersion
from assessment.definitions import Measure

SMALL = 20
TINY = 10
Months = tuple[int | None, ...]


@dataclass(frozen=True)
class Counted:
    """What is known of one row before it is judged; `against` are the reasons against comparing."""

    measure: Measure
    area: Area
    previous_months: Months
    current_months: Months
    dispersion: float | None
    against: tuple[str, ...]


def judge(question: Question, rows: Sequence[Counted]) -> tuple[Change, ...]:
    """Judge every row of a table, allowing for how many rows are tested at once.

    Rows of one level are exclusive and make one family; totals are sums of them and groups of
    their members, and neither are questions in addition.
    """
    tests = [_test(question, row) for row in rows]
    judged: list[Change | None] = [None] * len(rows)
    for level in {row.measure.level for row in rows}:
        alike = [n for n, row in enumerate(rows) if row.measure.level == level]
        p_values = adjusted([tests[n].p_value for n in alike])
        tested = sum(p is not None for p in p_values)
        for n, p in zip(alike, p_values, strict=True):
            judged[n] = _change(rows[n], tests[n], p, tested)
    return tuple(filter(None, judged))


class _Test(NamedTuple):
    """A row by itself, before it is known how many are tested beside it."""

    previous: int | None
    current: int | None
    status: Status
    difference: int | None = None
    percent: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None
    dispersion: float | None = None

    def verdict(self, p_value: float | None) -> Verdict:
        """Return what may be said of the row where its p value is as given."""
        if self.status is Status.NOT_COMPARABLE:
            return Verdict.NOT_COMPARABLE
        if p_value is None or p_value >= LEVEL or not self.difference or self._spans_zero:
            return Verdict.NO_CLEAR_CHANGE
        return Verdict.RISE if self.difference > 0 else Verdict.FALL

    @property
    def _spans_zero(self) -> bool:
        # With a count of 0 there is no interval, and the test decides alone.
        return self.low is not None and self.high is not None and self.low <= 0 <= self.high


def _test(question: Question, row: Counted) -> _Test:
    previous, current = _total(row.previous_months), _total(row.current_months)
    if row.against or previous is None or current is None:
        return _Test(previous, current, Status.NOT_COMPARABLE)
    status = status_of(previous, current)
    factor = row.dispersion or 1.0
    p_value = chance(previous, question.comparison.days, current, question.period.days)
    low, high = interval(previous, current, factor) or (None, None)
    return _Test(
        previous,
        current,
        status,
        difference=current - previous,
        percent=None if status is Status.TINY_BASE else percent_change(previous, current),
        low=low,
        high=high,
        p_value=None if p_value is None else with_dispersion(p_value, factor),
        dispersion=row.dispersion,
    )


def _change(row: Counted, found: _Test, p_adjusted: float | None, tested: int) -> Change:
    refused = found.status is Status.NOT_COMPARABLE
    verdict, alone = found.verdict(p_adjusted), found.verdict(found.p_value)
    return Change(
        measure=row.measure,
        area=row.area.name,
        area_code=row.area.code,
        previous=found.previous,
        current=found.current,
        difference=found.difference,
        percent=found.percent,
        interval_low=found.low,
        interval_high=found.high,
        p_value=found.p_value,
        p_adjusted=p_adjusted,
        dispersion=found.dispersion,
        verdict=verdict,
        status=found.status,
        reason=_sentence(row.against) if refused else _reason(found, verdict, alone, tested),
        previous_months=row.previous_months,
        current_months=row.current_months,
        alone=None if refused else alone,
        tested=0 if refused else tested,
    )


def status_of(previous: int, current: int) -> Status:
    """Say how far two counts carry."""
    if previous == 0:
        return Status.FROM_ZERO
    if previous < TINY:
        return Status.TINY_BASE
    return Status.SMALL_BASE if max(previous, current) < SMALL else Status.COMPARABLE


def _reason(test: _Test, verdict: Verdict, alone: Verdict, tested: int) -> str:
    found = [BASE_REASONS[test.status]]
    if not test.previous and not test.current:
        found = ["There were none in either period."]
    if alone is not verdict:
        found.append(
            f"Alone this would be a {alone}, but among the {tested} rows of its kind tested "
            "together differences of this size come up by chance, so it should not be reported as "
            "one."
        )
    return " ".join(filter(None, found))


BASE_REASONS = {
    Status.COMPARABLE: "",
    Status.SMALL_BASE: "There were fewer than 20 in both periods: such small numbers vary a good "
    "deal from year to year.",
    Status.TINY_BASE: "There were fewer than 10 before: too few for a percentage to mean anything.",
    Status.FROM_ZERO: "There were none before, and there is no percentage of none.",
}


def _total(months: Months) -> int | None:
    return None if None in months else sum(month or 0 for month in months)


def _sentence(parts: Sequence[str]) -> str:
    text = "; ".join(parts)
    return text and f"{text[0].upper()}{text[1:]}."
