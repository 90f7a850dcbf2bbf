"""What is judged: from counts to a verdict and its reason, row by row."""

from collections.abc import Iterator, Sequence

from assessment.chance import LEVEL, adjusted
from assessment.changes.answer import Change, Status, Verdict
from assessment.changes.counted_rows import CountedRow
from assessment.changes.tested_rows import TestedRow

BASE_REASONS = {
    Status.COMPARABLE: "",
    Status.SMALL_BASE: "There were fewer than 20 in both periods: such small numbers vary a good "
    "deal from year to year.",
    Status.TINY_BASE: "There were fewer than 10 before: too few for a percentage to mean anything.",
    Status.FROM_ZERO: "There were none before, and there is no percentage of none.",
}


def judge(tests: Sequence[TestedRow]) -> tuple[Change, ...]:
    """Judge the rows of a table, allowing for how many are tested at once.

    Rows of one level are exclusive and make one family; totals are sums of them and groups of
    their members, and neither are questions in addition.
    """
    changes: dict[int, Change] = {}
    for level in {test.row.measure.level for test in tests}:
        family = {at: test for at, test in enumerate(tests) if test.row.measure.level == level}
        changes.update(zip(family, _family(list(family.values())), strict=True))
    return tuple(changes[at] for at in range(len(tests)))


def _family(tests: Sequence[TestedRow]) -> Iterator[Change]:
    """Judge rows that are tested together."""
    p_values = adjusted([test.p_value for test in tests])
    count = sum(p_value is not None for p_value in p_values)
    for test, p_adjusted in zip(tests, p_values, strict=True):
        yield _change(test, p_adjusted, count)


def _change(test: TestedRow, p_adjusted: float | None, count: int) -> Change:
    row = test.row
    verdict, alone = _verdict(test, p_adjusted), _verdict(test, test.p_value)
    return Change(
        measure=row.measure,
        area=row.area.name,
        area_code=row.area.code,
        previous=test.previous,
        current=test.current,
        difference=test.difference,
        percent=test.percent,
        interval_low=test.low,
        interval_high=test.high,
        p_value=test.p_value,
        p_adjusted=p_adjusted,
        dispersion=test.dispersion,
        verdict=verdict,
        status=test.status,
        reason=_refusal(row) if test.is_refused else _reason(test, verdict, alone, count),
        previous_months=row.previous_months,
        current_months=row.current_months,
        alone=None if test.is_refused else alone,
        tested=0 if test.is_refused else count,
        is_area_given=row.area.is_given,
    )


def _verdict(test: TestedRow, p_value: float | None) -> Verdict:
    """Return what may be said of a row where its p value is as given."""
    if test.is_refused:
        return Verdict.NOT_COMPARABLE
    # Without an interval the test decides alone.
    if p_value is None or p_value >= LEVEL or not test.difference or test.spans_zero:
        return Verdict.NO_CLEAR_CHANGE
    return Verdict.RISE if test.difference > 0 else Verdict.FALL


def _refusal(row: CountedRow) -> str:
    reasons = "; ".join(row.against)
    return reasons and f"{reasons[0].upper()}{reasons[1:]}."


def _reason(test: TestedRow, verdict: Verdict, alone: Verdict, count: int) -> str:
    is_none = not test.previous and not test.current
    base = "There were none in either period." if is_none else BASE_REASONS[test.status]
    together = (
        ""
        if alone is verdict
        else f"Alone this would be a {alone}, but among the {count} rows of its kind tested "
        "together differences of this size come up by chance, so it should not be reported as "
        "one."
    )
    return " ".join(filter(None, [base, together]))
