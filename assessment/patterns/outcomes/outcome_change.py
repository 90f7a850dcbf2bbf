"""Whether a larger or smaller share is solved than before, in percentage points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from assessment.chance import LEVEL, adjusted, points_between, two_shares
from assessment.changes.answer import Change
from assessment.changes.comparable.refusal import in_sentences
from assessment.changes.compared_rows import SMALL
from assessment.changes.comparison import judged
from assessment.changes.question import By, Question
from assessment.definitions import Measure, OutcomeGroup, outcomes
from assessment.numbers import count_of
from assessment.patterns.outcomes.outcome_counts import OutcomeCounts, outcome_counts
from assessment.patterns.outcomes.time_for_outcomes import (
    TimeForOutcomes,
    known_to,
    time_for_outcomes,
)
from assessment.people import Permission
from assessment.periods import add_months
from assessment.permissions import needs
from assessment.workspace import Workspace

# Where of more records than this share nothing is known, the others do not speak for them.
MOST_UNTOLD = 0.1
NO_OUTCOMES = "The source says no outcomes of these records."


class OutcomeVerdict(StrEnum):
    """What may be said of a share beside that of the other period."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_CLEAR_CHANGE = "no clear change"
    NOT_COMPARABLE = "not comparable"
    NOT_TOLD = "no outcomes"  # the source says none


@dataclass(frozen=True)
class MeasureOutcomes:
    """The outcomes of a measure in both periods, and how the share that is solved has changed.

    A period that is not wholly covered is None. `points` is the share now less that before, in
    percentage points, with its 95% interval; None where the two are not compared, which `reason`
    says. Shares are of the records whose outcome is told.
    """

    measure: Measure
    before: OutcomeCounts | None
    now: OutcomeCounts | None
    time_before: TimeForOutcomes
    time_now: TimeForOutcomes
    verdict: OutcomeVerdict
    reason: str = ""
    points: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None
    p_adjusted: float | None = None

    @property
    def says_outcomes(self) -> bool:
        """Whether anything is written of what became of a record in either period."""
        return any(counts and counts.by_words for counts in (self.before, self.now))


@dataclass(frozen=True)
class RecordedOutcomes:
    """The outcomes of every measure that has a record; `finished_to` is the last month that has
    had its time, None where none has."""

    question: Question
    rows: tuple[MeasureOutcomes, ...]
    finished_to: date | None

    @property
    def unfinished(self) -> tuple[date, ...]:
        """The months of the period whose records may still get their outcome, of any measure."""
        months = {m for row in self.rows if row.says_outcomes for m in row.time_now.unfinished}
        return tuple(sorted(months))


@needs(Permission.SEE_SMALL_NUMBERS, of="place", named="question")
def outcomes_compared(workspace: Workspace, question: Question) -> RecordedOutcomes:
    """Return what became of the records of every measure of the set, in both periods.

    Counts are those of Year on year. Rows of one level are judged together, as there. Raises
    InvalidRequest for an unknown set or measure.
    """
    whole = replace(question, by=By.MEASURE, measure=None)
    judgement = judged(workspace, whole)
    comparability = judgement.comparability
    before, now = (
        outcome_counts(workspace, comparability, period)
        for period in (question.comparison, question.period)
    )
    known = known_to(workspace, comparability)
    grounds = question.place.grounds
    rows = [
        _row(
            change,
            _counts(before.get(change.measure.id, {}), change.previous),
            _counts(now.get(change.measure.id, {}), change.current),
            time_for_outcomes(known, grounds, change.measure, question.comparison),
            time_for_outcomes(known, grounds, change.measure, question.period),
            in_sentences(
                why.text for why in comparability.rows[change.measure.id, grounds].against
            ),
        )
        for change in judgement.changes
        if change.previous or change.current
    ]
    asked = [row for row in _judged(rows) if question.measure in (None, row.measure.id)]
    enough = outcomes().months_to_finish
    last = max(known.values(), default=None)
    return RecordedOutcomes(question, tuple(asked), last and add_months(last, -enough))


def _counts(by_outcome: Mapping[str | None, int], total: int | None) -> OutcomeCounts | None:
    """Return the outcomes of all that is counted; None where the period is not wholly covered."""
    if total is None:
        return None
    written = {words: n for words, n in by_outcome.items() if words}
    return OutcomeCounts(written, total - sum(written.values()))


def _row(
    change: Change,
    before: OutcomeCounts | None,
    now: OutcomeCounts | None,
    time_before: TimeForOutcomes,
    time_now: TimeForOutcomes,
    not_one_series: str,
) -> MeasureOutcomes:
    """Set the outcomes of a measure side by side, and test them where nothing is against it.

    What makes two counts not one series makes their outcomes none either.
    """
    row = MeasureOutcomes(
        change.measure, before, now, time_before, time_now, OutcomeVerdict.NOT_COMPARABLE
    )
    if not row.says_outcomes:
        return replace(row, verdict=OutcomeVerdict.NOT_TOLD, reason=NO_OUTCOMES)
    if before is None or now is None:
        return replace(row, reason="One of the periods is not wholly covered.")
    if reason := _against(before, now, time_before, time_now):
        return replace(row, reason=reason)
    if not_one_series:
        return replace(row, reason=not_one_series)
    return _tested(row, before, now)


def _against(
    before: OutcomeCounts,
    now: OutcomeCounts,
    time_before: TimeForOutcomes,
    time_now: TimeForOutcomes,
) -> str:
    """Say why two periods are not compared; '' where they are."""
    for counts in (now, before):
        untold = counts.total - counts.told
        if untold > MOST_UNTOLD * counts.total:
            return (
                f"Of {untold:,} of {count_of(counts.total, 'record')} it is not known what became "
                "of them: too many for the others to speak for them."
            )
    if min(before.told, now.told) < SMALL:
        return f"Fewer than {SMALL} records have an outcome in one of the periods."
    if not time_now.is_as_long_as(time_before):
        return (
            f"Outcomes are still coming: records have had {_span(time_now)} for theirs, those "
            f"before {_span(time_before)}."
        )
    return ""


def _span(time: TimeForOutcomes) -> str:
    if time.least == time.most:
        return count_of(time.least, "month")
    return f"{time.least} to {count_of(time.most, 'month')}"


def _tested(row: MeasureOutcomes, before: OutcomeCounts, now: OutcomeCounts) -> MeasureOutcomes:
    solved = [counts.of(OutcomeGroup.SOLVED) for counts in (now, before)]
    points, low, high = points_between(solved[0], now.told, solved[1], before.told)
    test = two_shares(solved[0], now.told, solved[1], before.told)
    return replace(row, points=points, low=low, high=high, p_value=test[1] if test else None)


def _judged(rows: Sequence[MeasureOutcomes]) -> list[MeasureOutcomes]:
    """Give every row that is compared its verdict among those of its level."""
    p_adjusted: dict[int, float | None] = {}
    for level in {row.measure.level for row in rows}:
        places = [at for at, row in enumerate(rows) if row.measure.level == level]
        p_adjusted |= zip(places, adjusted([rows[at].p_value for at in places]), strict=True)
    return [_with_verdict(row, p_adjusted[at]) for at, row in enumerate(rows)]


def _with_verdict(row: MeasureOutcomes, p_adjusted: float | None) -> MeasureOutcomes:
    if row.points is None or row.low is None or row.high is None:
        return row
    is_clear = p_adjusted is not None and p_adjusted < LEVEL and (row.low > 0 or row.high < 0)
    verdict = OutcomeVerdict.HIGHER if row.points > 0 else OutcomeVerdict.LOWER
    if not is_clear:
        verdict = OutcomeVerdict.NO_CLEAR_CHANGE
    return replace(row, p_adjusted=p_adjusted, verdict=verdict)
