"""From two counts to a verdict and its reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.chance import LEVEL, adjusted
from assessment.changes.answer import Change, Status, Verdict
from assessment.changes.areas import Area
from assessment.changes.question import Question
from assessment.changes.significance import (
    chance,
    interval,
    percent_change,
    with_dispersion,
)
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
    changes = [_alone(question, row) for row in rows]
    judged = list(changes)
    for level in {change.measure.level for change in changes}:
        alike = [n for n, change in enumerate(changes) if change.measure.level == level]
        p_values = adjusted([changes[n].p_value for n in alike])
        tested = sum(p is not None for p in p_values)
        for n, p in zip(alike, p_values, strict=True):
            judged[n] = _among(changes[n], p, tested)
    return tuple(judged)


def _alone(question: Question, row: Counted) -> Change:
    previous, current = _total(row.previous_months), _total(row.current_months)
    unjudged = Change(
        measure=row.measure,
        area=row.area.name,
        area_code=row.area.code,
        previous=previous,
        current=current,
        difference=None,
        percent=None,
        interval_low=None,
        interval_high=None,
        p_value=None,
        p_adjusted=None,
        dispersion=None,
        verdict=Verdict.NOT_COMPARABLE,
        status=Status.NOT_COMPARABLE,
        reason=_sentence(row.against),
        previous_months=row.previous_months,
        current_months=row.current_months,
    )
    if row.against or previous is None or current is None:
        return unjudged
    return _compared(question, unjudged, previous, current, row.dispersion)


def _compared(
    question: Question, unjudged: Change, previous: int, current: int, dispersion: float | None
) -> Change:
    status = status_of(previous, current)
    factor = dispersion or 1.0
    p_value = chance(previous, question.comparison.days, current, question.period.days)
    low, high = interval(previous, current, factor) or (None, None)
    return replace(
        unjudged,
        difference=current - previous,
        percent=None if status is Status.TINY_BASE else percent_change(previous, current),
        interval_low=low,
        interval_high=high,
        p_value=None if p_value is None else with_dispersion(p_value, factor),
        dispersion=dispersion,
        status=status,
    )


def status_of(previous: int, current: int) -> Status:
    """Say how far two counts carry."""
    if previous == 0:
        return Status.FROM_ZERO
    if previous < TINY:
        return Status.TINY_BASE
    return Status.SMALL_BASE if max(previous, current) < SMALL else Status.COMPARABLE


def _among(change: Change, p_adjusted: float | None, tested: int) -> Change:
    if change.status is Status.NOT_COMPARABLE:
        return change
    verdict = _verdict(change, p_adjusted)
    alone = _verdict(change, change.p_value)
    return replace(
        change,
        p_adjusted=p_adjusted,
        verdict=verdict,
        reason=_reason(change, verdict, alone, tested),
        alone=alone,
        tested=tested,
    )


def _verdict(change: Change, p_value: float | None) -> Verdict:
    if p_value is None or p_value >= LEVEL or not change.difference or _spans_zero(change):
        return Verdict.NO_CLEAR_CHANGE
    return Verdict.RISE if change.difference > 0 else Verdict.FALL


def _spans_zero(change: Change) -> bool:
    low, high = change.interval_low, change.interval_high
    # With a count of 0 there is no interval, and the test decides alone.
    return low is not None and high is not None and low <= 0 <= high


def _reason(change: Change, verdict: Verdict, alone: Verdict, tested: int) -> str:
    found = [BASE_REASONS[change.status]]
    if not change.previous and not change.current:
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
