"""What is judged: from counts to a verdict and its reason, row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessment.chance import LEVEL, adjusted
from assessment.changes.answer import Change, Status, Verdict
from assessment.changes.comparable.refusal import in_sentences
from assessment.changes.compared_rows import ComparedRow, dispersion_of, refused
from assessment.changes.location_wording import location_in_words, without_numbers
from assessment.changes.question import Question

BASE_REASONS = {
    Status.COMPARABLE: "",
    Status.SMALL_BASE: "There were fewer than 20 in one of the periods: such small numbers vary "
    "a good deal from year to year.",
    Status.TINY_BASE: "There were fewer than 10 before: too few for a percentage to mean anything.",
    Status.FROM_ZERO: "There were none before, and there is no percentage of none.",
}


def judge(
    question: Question, rows: Sequence[ComparedRow], beside: Sequence[ComparedRow] = ()
) -> tuple[Change, ...]:
    """Judge the rows of a table, allowing for how many are tested at once.

    Rows of one level are exclusive and make one family; totals are sums of them and groups of
    their members, and neither are questions in addition. Those `beside` are tested with them and
    are not asked for.
    """
    changes: dict[int, Change] = {}
    for level in {row.counted.measure.level for row in rows}:
        asked = {at: row for at, row in enumerate(rows) if row.counted.measure.level == level}
        others = [row for row in beside if row.counted.measure.level == level]
        judged = _family(question, [*asked.values(), *others])
        changes.update(zip(asked, judged, strict=False))
    return tuple(changes[at] for at in range(len(rows)))


def judge_sums(
    question: Question, rows: Sequence[ComparedRow], sums: Sequence[ComparedRow]
) -> tuple[Change, ...]:
    """Judge measures that a set has not, each as if it alone stood among the rows of its level.

    One that counts what a measure of the set counts is that measure.
    """
    return tuple(_judge_sum(question, rows, row) for row in sums)


def _judge_sum(question: Question, rows: Sequence[ComparedRow], added: ComparedRow) -> Change:
    leaves, level = set(added.counted.measure.leaves), added.counted.measure.level
    same = [row for row in rows if set(row.counted.measure.leaves) == leaves]
    if same:
        level = min(row.counted.measure.level for row in same)
    family = [row for row in rows if row.counted.measure.level == level]
    alike = next((at for at, row in enumerate(family) if row in same), None)
    judged = list(_family(question, family if alike is not None else [*family, added]))
    return judged[-1 if alike is None else alike]


def _family(question: Question, rows: Sequence[ComparedRow]) -> Iterator[Change]:
    """Judge rows that are tested together, each as it is asked for.

    Where the share of records without a place moved, a row is judged twice: as it was counted, and
    with those records shared out. One whose verdict depends on that has no verdict, and if it
    depends already for the row alone, it is not tested among the others either.
    """
    standing = [refused(row) if _depends_alone(row) else row for row in rows]
    placed = [_placed(row) for row in standing]
    counted = adjusted([row.p_value for row in standing])
    shared = adjusted([row.p_value for row in placed])
    # What depends on where records without a place belong is not called unusual.
    unusual = zip(
        adjusted([row.p_unusual for row in standing]),
        adjusted([row.p_unusual for row in placed]),
        strict=True,
    )
    count = sum(p_value is not None for p_value in counted)
    for row, p_adjusted, p_shared, both in zip(standing, counted, shared, unusual, strict=True):
        if _depends(row, p_adjusted, p_shared):
            yield _change(question, refused(row), None, count, is_far=False)
        else:
            is_far = all(p is not None and p < LEVEL for p in both)
            yield _change(question, row, p_adjusted, count, is_far=is_far)


def _placed(row: ComparedRow) -> ComparedRow:
    """Return a row as its verdict has to hold too: with every record placed."""
    return row if row.is_refused or row.shared_out is None else row.shared_out


def _depends_alone(row: ComparedRow) -> bool:
    placed = row.shared_out
    return placed is not None and _depends(row, row.p_value, placed.p_value)


def _depends(row: ComparedRow, p_value: float | None, p_shared: float | None) -> bool:
    """Tell whether what may be said of a row depends on where records without a place belong.

    Where it is no clear change either way, it does not, whichever way that points.
    """
    if row.is_refused:
        return False
    return _verdict(row, p_value) is not _verdict(_placed(row), p_shared)


def _change(
    question: Question, row: ComparedRow, p_adjusted: float | None, count: int, *, is_far: bool
) -> Change:
    """Return a row as it is answered; it `is_far` where it is more than ordinary variation."""
    counted = row.counted
    variation, spread = counted.variation, dispersion_of(counted)
    verdict, alone = _verdict(row, p_adjusted), _verdict(row, row.p_value)
    beside = location_in_words(question, row)
    change = Change(
        measure=counted.measure,
        area=counted.area.name,
        area_code=counted.area.code,
        previous=row.previous,
        current=row.current,
        difference=row.difference,
        percent=row.percent,
        rate_percent=row.rate_percent,
        interval_low=row.low,
        interval_high=row.high,
        p_value=row.p_value,
        p_adjusted=p_adjusted,
        dispersion=None if row.p_value is None else spread.factor,
        dispersion_from=spread.source,
        verdict=verdict,
        status=row.status,
        reason=_reason(row, verdict, alone, count),
        previous_months=counted.previous_months if counted.is_monthly else (),
        current_months=counted.current_months if counted.is_monthly else (),
        unusual=is_far and verdict in (Verdict.RISE, Verdict.FALL),
        ordinary_variation=variation.ordinary.value,
        ordinary_apart=variation.ordinary.apart if variation.rest else None,
        ordinary_variation_from=variation.ordinary.source,
        force_percent=variation.force_percent,
        alone=alone,
        tested=count,
        is_area_given=counted.area.is_given,
        known_as=counted.area.known_as,
        beside=in_sentences([beside] if beside else []),
        events=counted.events,
    )
    return _with_refusal(question, row, change) if row.is_refused else change


def _verdict(row: ComparedRow, p_value: float | None) -> Verdict:
    """Return what may be said of a row where its p value is as given."""
    if row.is_refused:
        return Verdict.NOT_COMPARABLE
    # Without an interval the test decides alone.
    if p_value is None or p_value >= LEVEL or not row.direction or row.spans_zero:
        return Verdict.NO_CLEAR_CHANGE
    return Verdict.RISE if row.direction > 0 else Verdict.FALL


def _with_refusal(question: Question, row: ComparedRow, change: Change) -> Change:
    """Say of a row that is not compared why: what stands against it, or where it depends on."""
    texts = [refusal.text for refusal in row.counted.against]
    shared = [refusal.shared for refusal in row.counted.against]
    if located := location_in_words(question, row):
        texts.append(f"the change depends on where records without a place belong: {located}")
        shared.append(without_numbers(question))
    return replace(
        change,
        reason=in_sentences(texts),
        shared_reason=in_sentences(shared),
        unusual=None,
        ordinary_variation=None,
        ordinary_apart=None,
        ordinary_variation_from="",
        alone=None,
        tested=0,
        beside="",
    )


def _reason(row: ComparedRow, verdict: Verdict, alone: Verdict, count: int) -> str:
    if row.is_refused:
        return ""
    is_none = not row.previous and not row.current
    base = "There were none in either period." if is_none else BASE_REASONS[row.status]
    together = (
        ""
        if alone is verdict
        else f"Alone this would be a {alone}, but among the {count} rows of its kind tested "
        "together differences of this size come up without a real change, so it should not be "
        "reported as one."
    )
    return " ".join(filter(None, [base, together]))
