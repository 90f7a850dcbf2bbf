"""What is judged: from counts to a verdict and its reason, row by row."""

from collections.abc import Iterator, Sequence

from assessment.chance import LEVEL, adjusted
from assessment.changes.answer import Change, Status, Verdict
from assessment.changes.compared_rows import ComparedRow
from assessment.changes.counted_rows import CountedRow

BASE_REASONS = {
    Status.COMPARABLE: "",
    Status.SMALL_BASE: "There were fewer than 20 in both periods: such small numbers vary a good "
    "deal from year to year.",
    Status.TINY_BASE: "There were fewer than 10 before: too few for a percentage to mean anything.",
    Status.FROM_ZERO: "There were none before, and there is no percentage of none.",
}


def judge(rows: Sequence[ComparedRow]) -> tuple[Change, ...]:
    """Judge the rows of a table, allowing for how many are tested at once.

    Rows of one level are exclusive and make one family; totals are sums of them and groups of
    their members, and neither are questions in addition.
    """
    changes: dict[int, Change] = {}
    for level in {row.counted.measure.level for row in rows}:
        family = {at: row for at, row in enumerate(rows) if row.counted.measure.level == level}
        changes.update(zip(family, _family(list(family.values())), strict=True))
    return tuple(changes[at] for at in range(len(rows)))


def _family(rows: Sequence[ComparedRow]) -> Iterator[Change]:
    """Judge rows that are tested together."""
    p_values = adjusted([row.p_value for row in rows])
    count = sum(p_value is not None for p_value in p_values)
    for row, p_adjusted in zip(rows, p_values, strict=True):
        yield _change(row, p_adjusted, count)


def _change(row: ComparedRow, p_adjusted: float | None, count: int) -> Change:
    counted = row.counted
    verdict, alone = _verdict(row, p_adjusted), _verdict(row, row.p_value)
    return Change(
        measure=counted.measure,
        area=counted.area.name,
        area_code=counted.area.code,
        previous=row.previous,
        current=row.current,
        difference=row.difference,
        percent=row.percent,
        interval_low=row.low,
        interval_high=row.high,
        p_value=row.p_value,
        p_adjusted=p_adjusted,
        dispersion=row.dispersion,
        verdict=verdict,
        status=row.status,
        reason=_refusal(counted) if row.is_refused else _reason(row, verdict, alone, count),
        previous_months=counted.previous_months,
        current_months=counted.current_months,
        alone=None if row.is_refused else alone,
        tested=0 if row.is_refused else count,
        is_area_given=counted.area.is_given,
    )


def _verdict(row: ComparedRow, p_value: float | None) -> Verdict:
    """Return what may be said of a row where its p value is as given."""
    if row.is_refused:
        return Verdict.NOT_COMPARABLE
    # Without an interval the test decides alone.
    if p_value is None or p_value >= LEVEL or not row.difference or row.spans_zero:
        return Verdict.NO_CLEAR_CHANGE
    return Verdict.RISE if row.difference > 0 else Verdict.FALL


def _refusal(counted: CountedRow) -> str:
    reasons = "; ".join(counted.against)
    return reasons and f"{reasons[0].upper()}{reasons[1:]}."


def _reason(row: ComparedRow, verdict: Verdict, alone: Verdict, count: int) -> str:
    is_none = not row.previous and not row.current
    base = "There were none in either period." if is_none else BASE_REASONS[row.status]
    together = (
        ""
        if alone is verdict
        else f"Alone this would be a {alone}, but among the {count} rows of its kind tested "
        "together differences of this size come up by chance, so it should not be reported as "
        "one."
    )
    return " ".join(filter(None, [base, together]))
